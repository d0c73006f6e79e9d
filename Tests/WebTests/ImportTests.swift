import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Importing people over HTTP")
struct ImportTests {
    private static let page = "/oakdene/people/import"
    private static let good =
        "name,email,roles,first day\r\nAmina Okoro,amina@office.example,teacher;dsl,2026-09-01\r\n"
        + "Tom Reed,tom@office.example,volunteer,\r\n"

    @Test("bad lines are named with their column and the mend, and nobody is added")
    func badLines() async throws {
        let world = try await World()
        var browser = try world.browser(.administrator)
        let before = try await world.size(world.here)
        let sheet =
            "name,email,roles,first day\nAmina,amina@office.example,teacher,\n,tom,king,31/02/2026\n"
            + "May,amina@office.example,staff,\nJo,\(world.here.email(.teacher)),staff,\nshort,line"
        let answer = try await browser.fillIn(Self.page, nil, ["sheet": [sheet]])
        #expect(answer.status == 422)
        for text in [
            "Enter a full name", "“tom” is not an e-mail address", "“king” is not a role",
            "is not a date. Enter it as 2026-09-01",
            "stands on line 2 too", "belongs to somebody who is on record already", "Check the commas", "Line 3, name",
            "Line 6",
        ] { #expect(answer.contains(text), "\(text)") }
        #expect(try answer.form(Self.page).values["sheet"] == [sheet])
        #expect(try await world.size(world.here) == before)
    }

    @Test("a good list is shown first, added when it is confirmed, and added once")
    func confirmOnce() async throws {
        let world = try await World()
        var browser = try world.browser(.administrator)
        let before = try await world.size(world.here)
        let preview = try await browser.fillIn(Self.page, nil, ["sheet": [Self.good]])
        #expect(
            preview.status == 200 && preview.contains("Nobody has been added yet") && preview.contains("Amina Okoro"))
        #expect(try await world.size(world.here) == before)
        let form = try preview.form("\(Self.page)/confirm")
        let first = try await browser.send(form)
        #expect(first.location == "/oakdene/people?done=imported")
        let size = try await world.size(world.here)
        #expect(size > before)
        #expect(try await browser.get(first.location).contains("Tom Reed"))
        let second = try await browser.send(form)
        #expect(second.location == "/oakdene/people?done=importedBefore")
        #expect(try await world.size(world.here) == size)
    }

    @Test("a list that has gone bad between preview and confirmation adds nobody")
    func overtaken() async throws {
        let world = try await World()
        var browser = try world.browser(.administrator)
        let form = try (try await browser.fillIn(Self.page, nil, ["sheet": [Self.good]])).form("\(Self.page)/confirm")
        try await world.submit(
            "join", on: "person/p-other-tom", as: .headteacher,
            try world.good("join").merging(["email": ["tom@office.example"]]) { $1 })
        let size = try await world.size(world.here)
        let answer = try await browser.send(form)
        #expect(answer.status == 422 && answer.contains("belongs to somebody who is on record already"))
        #expect(try await world.size(world.here) == size)
    }

    private func multipart(_ parts: [String], boundary: String = "XX") -> String {
        parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
    }

    private func upload(_ world: World, type: String, _ body: (String) -> String) async throws -> Answer {
        var browser = try world.browser(.administrator)
        let token = world.site.formToken(for: try #require(world.here.sessions[.administrator]))
        return try await browser.send(
            .post, Self.page, type: type, body: body("Content-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)"))
    }

    @Test(
        "a file is read whatever it is called",
        arguments: [
            "people.csv", "../../etc/passwd", "a;b.csv", "<script>.csv", "", "ü„“.csv", "a\u{0}b", "name=sheet; x",
            "C:\\\\people.csv", "a\\\"b.csv",
        ])
    func fileNames(_ name: String) async throws {
        let world = try await World()
        let answer = try await upload(world, type: "multipart/form-data; boundary=XX") { csrf in
            multipart([
                csrf,
                "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n\(Self.good)",
            ])
        }
        #expect(answer.status == 200 && answer.contains("Amina Okoro"), "\(answer.status)")
        #expect(!answer.contains("<script>."))
    }

    @Test(
        "a body that is not what its type says is refused",
        arguments: [
            ("multipart/form-data", "--XX\r\n\r\n\r\n--XX--"), ("multipart/form-data; boundary=", "x"),
            ("multipart/form-data; boundary=XX", ""),
            ("multipart/form-data; boundary=XX", "--XX"),
            ("multipart/form-data; boundary=XX", "--XX\r\nno head\r\n--XX--"),
            (
                "multipart/form-data; boundary=XX",
                "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ended"
            ),
            ("multipart/form-data; boundary=\(String(repeating: "X", count: 71))", "x"),
            ("multipart/form-data; boundary=XX", "--XX\r"),
            ("multipart/form-data; boundary=XX", "--XX\r\n--XX\r\n--XX--"),
            ("multipart/form-data; boundary=XX", String(repeating: "--XX\r\n", count: 500)),
        ])
    func malformed(_ type: String, _ body: String) async throws {
        let world = try await World()
        let before = try await world.size(world.here)
        let answer = try await upload(world, type: type) { _ in body }
        #expect(answer.status == 400 || answer.status == 403, "\(answer.status)")
        #expect(try await world.size(world.here) == before)
    }

    @Test("a hundred parts and more are refused")
    func manyParts() async throws {
        let world = try await World()
        let answer = try await upload(world, type: "multipart/form-data; boundary=XX") { csrf in
            multipart([csrf] + (0..<200).map { "Content-Disposition: form-data; name=\"a\($0)\"\r\n\r\nb" })
        }
        #expect(answer.status == 400)
    }
}
