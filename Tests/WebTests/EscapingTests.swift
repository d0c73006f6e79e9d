import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Hostile words on pages")
struct EscapingTests {
    static let hostile = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>&amp;"

    /// A world in which every word that a person can choose is hostile.
    private func world() async throws -> World {
        let world = try await World()
        try await world.makeReady()
        for stage in Stage.allCases {
            var input = try world.good(stage == .unofficial || stage == .settled ? "reportUnofficial" : "apply")
            for name in ["name", "aim", "audience", "promotion", "description"] where input[name] != nil {
                input[name] = [String(Self.hostile.prefix(80))]
            }
            input["platform"] = ["other"]
            input["otherPlatform"] = [String(Self.hostile.prefix(60))]
            try await world.make(stage, named: input)
        }
        for command in ["review", "handOver", "reveal", "changePassword"] {
            var input = try world.good(command)
            for name in ["note", "reason"] where input[name] != nil || name == "note" { input[name] = [Self.hostile] }
            try await world.submit(command, on: Stage.open.record, as: .administrator, input)
        }
        try await world.submit(
            "correct", on: "person/\(try world.here.id(.teacher))", as: .headteacher,
            ["name": [Self.hostile], "email": ["teacher@quillane.example"]])
        try await world.submit(
            "keep", on: "answer/\(World.answer)", as: .teacher,
            try world.good("keep").merging(["note": [Self.hostile]]) { $1 })
        try await world.submit(
            "ask", on: AskedStage.waiting.record, as: .teacher,
            try world.good("ask").merging(["situation": [Self.hostile]]) { $1 })
        for (command, input) in [
            ("recordAdvice", ["from": [Self.hostile], "said": [Self.hostile]]),
            ("askForChange", ["says": [Self.hostile]]),
        ] { try await world.submit(command, on: AskedStage.waiting.record, as: .headteacher, input) }
        _ = try await world.office.makeToken(try world.here.caller(.administrator), label: Self.hostile)
        _ = try await world.office.startSession(try world.here.caller(.administrator), device: Self.hostile)
        return world
    }

    @Test("no page shows them but as words")
    func everywhere() async throws {
        let world = try await world()
        var browser = try world.browser(.administrator)
        var head = try world.browser(.headteacher)
        let query =
            "?"
            + ["q", "done", "record", "status"].map { "\($0)=\(Input.encode(Self.hostile))" }.joined(separator: "&")
        var seen = 0
        var paths = try await Calls(world).all().filter {
            $0.method == .get && $0.area != .api && !$0.path.hasSuffix(".csv")
        }.map(\.path)
        for stage in Stage.allCases {
            paths.append("/accounts/\(stage.key)")
            for permission in Permission.all where permission.stage == stage {
                paths.append(permission.path)
            }
        }
        for path in paths {
            for answer in [
                try await browser.get("/oakdene\(path)\(query)"), try await head.get("/oakdene\(path)\(query)"),
            ] {
                let tags = answer.tags
                let scripts = tags.filter { $0.name == "script" && $0.attributes["src"] == nil }
                #expect(scripts.isEmpty && !tags.contains { $0.name == "img" }, "\(path)")
                #expect(!tags.contains { tag in tag.attributes.keys.contains { $0.hasPrefix("on") } }, "\(path)")
                if answer.contains("&lt;script&gt;") { seen += 1 }
            }
        }
        #expect(seen > 30, "the words are shown somewhere")
        #expect(try await world.client.send(.get, "/oakdene").tags.allSatisfy { $0.name != "img" })
    }

    @Test("a form that comes back shows what was typed as it was typed")
    func shownBack() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let answer = try await browser.fillIn(
            "/oakdene/accounts/new/apply", nil,
            ["name": [Self.hostile], "aim": [Self.hostile], "email": [Self.hostile]])
        let form = try answer.form("/oakdene/accounts/new/apply")
        for name in ["name", "aim", "email"] { #expect(form.values[name] == [Self.hostile]) }
    }

    @Test(
        "an address that would do more than open a page is refused",
        arguments: [
            "javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "java\tscript:alert(1)", "vbscript:x",
            "//evil.example", "https://", "file:///etc/passwd",
        ])
    func addresses(_ address: String) async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.approved)
        var browser = try world.browser(.administrator)
        let answer = try await browser.fillIn(
            "/oakdene/accounts/\(Stage.approved.key)/open", nil,
            try world.good("open").merging(["address": [address]]) { $1 })
        #expect(answer.status == 422 && answer.contains("f-address-problem"))
    }

    @Test("a spreadsheet runs nothing from the account log")
    func formulas() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(
            .open, named: try world.good("apply").merging(["name": ["=HYPERLINK(\"http://evil.example\")"]]) { $1 })
        var browser = try world.browser(.teacher)
        let answer = try await browser.get("/oakdene/accounts/log.csv")
        #expect(answer.contains("'=HYPERLINK"))
        #expect(answer.header("Content-Disposition") == "attachment; filename=\"oakdene-account-log-2026-11-23.csv\"")
    }
}
