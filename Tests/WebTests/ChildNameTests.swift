import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// Browsers keep addresses and titles, and machines on the way keep addresses and headers: a child's name stands in none.
@Suite("A child’s name")
struct ChildNameTests {
    private static let names = ["zephyrine", "quillfeather"]

    /// A school with a child whom nobody else is called after: on the roll, in a picture's tag, description and file, and
    /// in the words of a draft.
    private func world(_ lines: MemoryLogHandler.Lines) async throws -> World {
        let world = try await World(logger: Logger(label: "test") { _ in MemoryLogHandler(lines: lines) })
        try await world.makeEverything()
        try await world.makeChild("Zephyrine", "Quillfeather")
        let area = ["pupil": [World.child], "area": ["100,100,200,200"]]
        try await world.submit("tag", on: "picture/\(World.picture)", as: .teacher, area)
        try await world.submit(
            "describe", on: "picture/\(World.picture)", as: .teacher, ["altText": ["Zephyrine at the pond"]])
        try await world.submit(
            "save", on: "post/\(World.post)", as: .teacher,
            world.goodPost("save", world.here, words: "Zephyrine Quillfeather drew the pond.").merging(
                ["pictures": [World.picture]]) { $1 })
        return world
    }

    private func check(_ text: String, _ where: String) {
        let plain = (text.removingPercentEncoding ?? text).lowercased()
        for name in Self.names { #expect(!plain.contains(name), "\(`where`): \(text)") }
    }

    private static let month = "/posts/calendar?month="
    private static let addressed = ["href", "src", "action", "formaction", "data-href"]

    /// - Parameter known: What was checked before; the same addresses stand on every page.
    /// - Returns: The tags of the page.
    @discardableResult
    private func check(_ answer: Answer, _ what: String, _ known: inout Set<String>) throws -> [HTMLTag] {
        for field in answer.headers {
            let line = "\(field.name) \(field.value)"
            if known.insert(line).inserted { check(line, "a header of \(what)") }
        }
        guard answer.header("Content-Type").hasPrefix("text/html") else { return [] }
        let tags = answer.tags
        for tag in tags {
            if tag.name == "title" { check(tag.text, "the title of \(what)") }
            for name in Self.addressed {
                if let address = tag.attributes[name], known.insert(address).inserted {
                    check(address, "an address on \(what)")
                }
            }
        }
        return tags
    }

    @Test("stands in no address, title, header or line of the log, whoever looks at whatever", arguments: Role.allCases)
    func crawl(_ role: Role) async throws {
        let lines = MemoryLogHandler.Lines()
        let world = try await world(lines)
        var browser = try world.browser(role)
        var waiting = ["/oakdene/today", "/oakdene/pupils/\(World.child)", "/oakdene/posts/\(World.post)"]
        var known = Set(waiting)
        var checked: Set<String> = []
        var seen = 0
        while let path = waiting.popLast() {
            let answer = try await browser.get(path)
            let tags = try check(answer, "\(role) \(path)", &checked)
            if answer.body.lowercased().contains(Self.names[0]) { seen += 1 }
            for tag in tags where tag.name == "a" || tag.name == "img" {
                let link = tag.attributes["href"] ?? tag.attributes["src"] ?? ""
                let address = String(link.prefix { $0 != "#" })
                let isPart = ["/ask?", "/rules/", "/settings/", "/checks/", "/policy"].contains { address.contains($0) }
                // A hundred years of months are alike: a few stand for all.
                if address.contains(Self.month), known.filter({ $0.contains(Self.month) }).count >= 4 { continue }
                if address.hasPrefix("/oakdene"), !isPart, known.insert(address).inserted { waiting.append(address) }
            }
        }
        // Those who see children see this one, so that the test can fail.
        let seesPupils = !Role.including([role]).isDisjoint(with: Pupil.seers)
        #expect(seesPupils ? seen > 2 : seen == 0, "\(role) saw the name on \(seen) pages")
        for line in lines.all { check(line, "the log") }
    }

    @Test(
        "stands in no address, header or line of the log after any form or call",
        arguments: [Role.headteacher, .teacher])
    func forms(_ role: Role) async throws {
        let lines = MemoryLogHandler.Lines()
        let world = try await world(lines)
        let visitor = Visitor(
            description: role.rawValue, session: try #require(world.here.sessions[role]), cookieOf: world.here.log,
            token: try #require(world.here.tokens[role]))
        var checked: Set<String> = []
        var count = 0
        for call in try await Calls(world).all()
        where call.path.contains("pupil") || call.path.contains("post")
            || call.path.contains("picture") || call.path.contains("takedown") || call.path.contains("consent")
        {
            var call = call
            call.path = call.path.replacing(World.pupil, with: World.child)
            call.fields["who"] = ["Zephyrine Quillfeather"]
            call.fields["q"] = ["Zephyrine"]
            let answer = try await visitor.send(call, to: world)
            try check(answer, "\(role) \(call)", &checked)
            count += 1
        }
        #expect(count > 60)
        for line in lines.all { check(line, "the log") }
    }

    @Test("stands in no error page and no line of the log when the store fails on a page of theirs")
    func failing() async throws {
        let error = OfficeError.unreadable("Zephyrine Quillfeather")
        for error in [error, .refused(.wrongState("Zephyrine")), .ledger(.unavailable("busy"))] as [OfficeError] {
            let lines = MemoryLogHandler.Lines()
            let world = try await World(logger: Logger(label: "test") { _ in MemoryLogHandler(lines: lines) })
            let answer = try world.site.answer(to: error, on: "/pupils/:key")
            #expect(answer.status == .internalServerError && lines.all.count == 1)
            for line in lines.all { check(line, "the log") }
        }
    }
}
