import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

extension Field {
    /// Whether it is carried unseen, and so has no place on the page.
    var isCarried: Bool {
        if case .carried = kind { true } else { false }
    }
}

extension Permission {
    /// Somebody who may.
    var somebody: Role {
        command == "handOver" ? .administrator : roles.sorted().first { $0 != .staff } ?? .staff
    }
}

@Suite("Bad input over HTTP")
struct BadInputTests {
    private static let wrong = "wrong <&\"'> answer"

    /// Something wrong for a field, as it would be posted; nothing where nothing can be wrong.
    private func wrong(_ field: Field) -> [String: [String]] {
        switch field.kind {
        case .line(let max), .paragraph(let max), .carried(let max):
            [field.name: [field.isRequired ? "" : String(repeating: "a", count: max + 1)]]
        case .date: ["\(field.name)-day": ["31"], "\(field.name)-month": ["2"], "\(field.name)-year": ["2026"]]
        case .document(let max): [field.name: [String(repeating: "a", count: max + 1)]]
        case .secret: [field.name: [String(repeating: World.secret, count: 500)]]
        case .eachPerson: [:]
        case .email, .webAddress, .integer, .yesNo, .confirm, .choice, .choices, .person, .people:
            [field.name: [Self.wrong]]
        }
    }

    @Test(
        "a form with every field wrong comes back filled in, with an error for each",
        arguments: Permission.all.filter { !["approve", "protect"].contains($0.command) })
    func everyFieldWrong(_ permission: Permission) async throws {
        let world = try await permission.world()
        let path = try permission.path(world)
        var browser = try world.browser(permission.somebody)
        let kind = try #require(Kind(path: String(path.split(separator: "/")[1])))
        let desk = try await world.office.bareDesk(world.here.log)
        let form = try #require(Cabinet.drawer(kind).forms(at: desk).first { $0.name == permission.command })
        let page = try await browser.get(path)
        var fields = try page.form(path).filled(in: [:])
        for field in form.fields { fields.merge(wrong(field)) { $1 } }
        if permission.command == "setCalendar" { fields.merge(["terms": ["never"], "insetDays": [""]]) { $1 } }
        if permission.command == "setEmailDomains" { fields["emailDomains"] = ["no domain"] }
        let before = try await world.size(world.here)
        let answer = try await browser.post(path, fields)
        #expect(answer.status == 422)
        #expect(answer.contains("<title>Error: "))
        #expect(answer.contains("There is a problem"))
        let summary = answer.tags.filter { $0.name == "a" && ($0.attributes["href"] ?? "").hasPrefix("#f-") }.compactMap
        { $0.attributes["href"] }
        let ids = Set(answer.tags.compactMap { $0.attributes["id"] })
        #expect(
            summary.allSatisfy { ids.contains(String($0.dropFirst())) }, "each line of the summary leads to a field")
        if kind != .school {
            for field in form.fields where !wrong(field).isEmpty && !field.isCarried {
                #expect(ids.contains("f-\(field.name)-problem"), "\(field.name)")
            }
        }
        #expect(Set(summary).count == summary.count, "one line for each field")
        let shown = try answer.form(path)
        for field in form.fields {
            switch field.kind {
            case .email, .webAddress, .integer: #expect(shown.values[field.name] == [Self.wrong])
            case .date: #expect(shown.values["\(field.name)-day"] == ["31"])
            case .secret: #expect(shown.values[field.name] == [""] && !answer.contains(World.secret))
            default: break
            }
        }
        #expect(try await world.size(world.here) == before)
    }

    @Test("a form sent twice does one thing, and says so", arguments: Permission.all)
    func doubleSubmit(_ permission: Permission) async throws {
        let world = try await permission.world()
        let path = try permission.path(world)
        var browser = try world.browser(permission.somebody)
        let fields = try (try await browser.get(path)).form(path).filled(in: try world.good(permission.command))
        let first = try await browser.post(path, fields)
        let size = try await world.size(world.here)
        let second = try await browser.post(path, fields)
        #expect(try await world.size(world.here) == size)
        if permission.command == "reveal" {
            #expect(first.status == 200 && second.status == 200)
        } else {
            #expect(first.location.hasSuffix("?done=recorded"))
            #expect(second.location == first.location.replacing("recorded", with: "before"))
            #expect(try await browser.get(second.location).contains("Nothing was done twice"))
        }
    }

    @Test("a form sent many times at once does one thing", arguments: Permission.all.filter { $0.command != "reveal" })
    func atOnce(_ permission: Permission) async throws {
        let world = try await permission.world()
        let path = try permission.path(world)
        var browser = try world.browser(permission.somebody)
        let fields = try (try await browser.get(path)).form(path).filled(in: try world.good(permission.command))
        let sender = browser
        let locations = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...8 {
                group.addTask {
                    var browser = sender
                    return try await browser.post(path, fields).location
                }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(locations.filter { $0.hasSuffix("?done=recorded") }.count == 1)
        #expect(locations.filter { $0.hasSuffix("?done=before") }.count == 7)
    }

    @Test("a page that is out of date says what happened, and can be sent again")
    func stale() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.open)
        let path = "/oakdene/accounts/\(Stage.open.key)/handOver"
        var slow = try world.browser(.administrator)
        let form = try (try await slow.get(path)).form(path)
        var fast = try world.browser(.headteacher)
        _ = try await fast.fillIn("/oakdene/accounts/\(Stage.open.key)/review", nil, try world.good("review"))
        let size = try await world.size(world.here)
        let answer = try await slow.send(form, ["to": [try world.here.id(.staff)], "note": ["My note"]])
        #expect(answer.status == 409 && answer.contains("Somebody changed this while you were filling it in"))
        #expect(answer.contains("My note"))
        #expect(try await world.size(world.here) == size)
        #expect(try await slow.send(try answer.form(path)).location.hasSuffix("?done=recorded"))
    }

    @Test("a page for which it is too late says so, and nothing is recorded")
    func overtaken() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.applied)
        let path = "/oakdene/accounts/\(Stage.applied.key)/approve"
        var slow = try world.browser(.slt)
        let form = try (try await slow.get(path)).form(path)
        try await world.submit("reject", on: Stage.applied.record, as: .headteacher, ["reason": ["No"]])
        let size = try await world.size(world.here)
        let answer = try await slow.send(form)
        #expect(answer.status == 409)
        #expect(answer.contains("Somebody else was faster"))
        #expect(try await world.size(world.here) == size)
    }

    @Test(
        "an address that is garbled is an answer, never a failure",
        arguments: [
            "/oakdene/people?q=%", "/oakdene/people?q=%ff%fe", "/oakdene/people?q=%00", "/oakdene/people?page=-1",
            "/oakdene/people?page=99999999999999999999",
            "/oakdene/people?sort=none&way=none", "/oakdene/people?role=king&status=none",
            "/oakdene/accounts?status=none&sort=&way=", "/oakdene/accounts?q=%27%3B--",
            "/oakdene/accounts?q=a%22%2A%28NEAR", "/oakdene/ask?action=none",
            "/oakdene/ask?who=none&action=open-account", "/oakdene/ask?action=%", "/oakdene/today?done=none",
            "/oakdene/today?&&==&=a", "/oakdene/people/%", "/oakdene/people/%2e%2e", "/oakdene/people/..",
            "/oakdene/people/PERSON", "/oakdene/people/nobody",
            "/oakdene/accounts/%00", "/oakdene/accounts/new/%", "/oakdene/ledger?record=none",
            "/oakdene/ledger/proof/none/none", "/oakdene/ledger/proof/people/nobody",
            "/oakdene/api/people", "/oakdene//today", "/oakdene/today/", "/nosuch", "/nosuch/today", "/nosuch/sign-in",
            "/nosuch/api/today", "/NOSUCH/today", "/%00/today", "/favicon.ico",
            "/robots.txt", "/assets/none.css", "/assets/../today", "/oakdene/welcome/none", "/oakdene/me/tokens/zz/end",
            "/?done=none",
        ])
    func garbled(_ path: String) async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        let answer = try await browser.get(path)
        #expect(answer.status < 500, "\(answer.status)")
        #expect(answer.status == 200 || answer.status == 303 || !answer.body.isEmpty)
    }

    @Test(
        "a method that no page has is refused",
        arguments: [HTTPRequest.Method.put, .delete, .patch, .options, .trace, .post])
    func methods(_ method: HTTPRequest.Method) async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        let answer = try await browser.get("/oakdene/today", method)
        #expect([404, 405].contains(answer.status))
    }

    @Test(
        "more than 2 MB is refused with a page",
        arguments: ["/oakdene/accounts/new/apply", "/oakdene/people/import", "/oakdene/sign-in", "/set-up/none"])
    func tooLarge(_ path: String) async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        let before = try await world.size(world.here)
        let answer = try await browser.post(path, ["aim": [String(repeating: "a", count: 2 * 1024 * 1024)]])
        if path.hasPrefix("/set-up") {
            #expect(answer.status == 404)
        } else {
            #expect(answer.status == 413 && answer.contains("more than 2 MB"))
        }
        #expect(try await world.size(world.here) == before)
    }
}
