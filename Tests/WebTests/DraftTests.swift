import Foundation
import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Drafts of the policy over HTTP")
struct DraftTests {
    private static let page = "/oakdene/policy/drafts/\(World.draft)"
    private static let rule = "\(page)/rules/apply-with-business-case"
    private static let record = RecordID(.edition, World.draft)

    private func drafted() async throws -> (World, Browser) {
        let world = try await World()
        try await world.makeDraft()
        return (world, try world.browser(.headteacher))
    }

    private func draft(_ world: World) async throws -> DraftDetail {
        try await world.office.draft(World.draft, as: try world.here.caller(.headteacher))
    }

    // MARK: A rule at a time

    @Test("a rule is changed in its form, and nothing else of the text is")
    func changeRule() async throws {
        var (world, browser) = try await drafted()
        let before = try await draft(world)
        let answer = try await browser.fillIn(
            Self.rule, nil, ["says": ["Every account begins with a plan."], "step": ["save"]])
        #expect(answer.location == "\(Self.page)?done=savedInDraft", "\(answer.status) \(answer.heading)")
        let after = try await draft(world)
        let rule = try #require(after.pack?.rule("apply-with-business-case"))
        #expect(rule.says == "Every account begins with a plan.")
        let old = try #require(before.pack?.rule("apply-with-business-case"))
        #expect(rule.when == old.when && rule.clauses == old.clauses && rule.obligations == old.obligations)
        let changes = LineChanges(from: before.edition.text, to: after.edition.text).lines.map(\.text)
        #expect(changes.count <= 8 && changes.contains { $0.contains("begins with a plan") }, "\(changes)")
        let shown = try await browser.get(answer.location)
        #expect(shown.contains("Saved in the draft") && shown.contains("Rule apply-with-business-case changed"))
    }

    @Test("a rule saved as it stands changes nothing")
    func unchanged() async throws {
        var (world, browser) = try await drafted()
        let size = try await world.size(world.here)
        let answer = try await browser.fillIn(Self.rule, nil, ["step": ["save"]])
        #expect(answer.location == "\(Self.page)?done=unchanged")
        #expect(try await world.size(world.here) == size)
    }

    @Test("a rule is added in two steps without scripts: what it is about, then the facts which that asks")
    func addRule() async throws {
        var (world, browser) = try await drafted()
        let path = "\(Self.page)/new-rule"
        let first = try await browser.get(path)
        #expect(first.contains("What the rule is about") && !first.contains("Who it binds"))
        let second = try await browser.send(try first.form(path), ["action": ["message"], "step": ["facts"]])
        #expect(second.status == 200 && second.contains("Who it binds") && second.contains("Exceptions"))
        let form = try second.form(path)
        #expect(form.values["when.with"] == ["any"] && form.values["who"] == ["any"])
        let clause = try #require(try await draft(world).pack?.clauses.first).id
        let filled: [String: [String]] = [
            "says": ["Nobody messages the press."], "when.with": ["parent"], "verdict": ["prohibited"],
            "clause": [clause],
        ]
        let withException = try await browser.send(form, filled.merging(["step": ["exception"]]) { $1 })
        #expect(withException.contains("Exception 1"))
        let withDuty = try await browser.send(
            try withException.form(path), ["unless.0.who": ["dsl"], "step": ["duty"]])
        let done = try await browser.send(
            try withDuty.form(path),
            [
                "then.0.kind": ["tell"], "then.0.to": ["dsl"], "then.0.within": ["24 hours"],
                "then.0.says": ["Tell the lead."], "step": ["save"],
            ])
        #expect(done.location == "\(Self.page)?done=savedInDraft", "\(done.status)")
        let rule = try #require(try await draft(world).pack?.rule("nobody-messages-the-press"))
        #expect(rule.unless == [[Condition(fact: "who", values: ["dsl"])]])
        #expect(
            rule.when == [Condition(fact: "action", values: ["message"]), Condition(fact: "with", values: ["parent"])])
        #expect(rule.obligations.map(\.within) == [.hours(24)])
        // Sent again, it is done once.
        let again = try await browser.send(
            try withDuty.form(path),
            [
                "then.0.kind": ["tell"], "then.0.to": ["dsl"], "then.0.within": ["24 hours"],
                "then.0.says": ["Tell the lead."], "step": ["save"],
            ])
        #expect(again.location == "\(Self.page)?done=before")
    }

    @Test("a rule with something wrong comes back filled in, with each fault named")
    func wrongRule() async throws {
        var (world, browser) = try await drafted()
        let size = try await world.size(world.here)
        let answer = try await browser.fillIn(
            Self.rule, nil,
            [
                "says": [""], "clause": [], "verdict": ["needs-approval"], "approval": [], "who": ["any", "staff"],
                "step": ["save"],
            ])
        #expect(answer.status == 422 && answer.contains("There is a problem"))
        for field in ["says", "clause", "approval", "who"] {
            #expect(answer.tags.contains { $0.attributes["href"] == "#f-\(field)" }, "\(field)")
            #expect(answer.tags.contains { $0.attributes["id"] == "f-\(field)-problem" }, "\(field)")
        }
        let form = try answer.form(Self.rule)
        #expect(form.values["verdict"] == ["needs-approval"])
        #expect(Set(form.values["who"] ?? []) == ["any", "staff"])
        #expect(try await world.size(world.here) == size)
    }

    @Test("a rule that its exception lifts in every case is refused with the reason")
    func impossibleRule() async throws {
        var (_, browser) = try await drafted()
        let path = "\(Self.page)/new-rule"
        let second = try await browser.get("\(path)?action=message")
        let with = try await browser.send(try second.form(path), ["step": ["exception"]])
        let answer = try await browser.send(
            try with.form(path),
            [
                "says": ["Never."], "verdict": ["prohibited"], "clause": ["oakdene-133"], "when.with": ["parent"],
                "unless.0.with": ["parent"], "step": ["save"],
            ])
        #expect(answer.status == 422)
        #expect(answer.contains("can never apply") || answer.contains("Choose the clauses"))
        #expect(try answer.form(path).values["says"] == ["Never."])
    }

    @Test("somebody else's save in between is told, nothing is lost, and the second try goes through")
    func conflict() async throws {
        var (world, browser) = try await drafted()
        let form = try (try await browser.get(Self.rule)).form(Self.rule)
        try await world.submit(
            "saveDraft", on: "edition/\(World.draft)", as: .administrator,
            ["text": [try world.draftText(line: "# theirs\n")], "note": ["Theirs"]])
        let answer = try await browser.send(form, ["says": ["Mine."], "step": ["save"]])
        #expect(answer.status == 409 && answer.contains("Somebody saved this draft"))
        let again = try answer.form(Self.rule)
        #expect(again.values["says"] == ["Mine."])
        let done = try await browser.send(again, ["step": ["save"]])
        #expect(done.location == "\(Self.page)?done=savedInDraft")
        let text = try await draft(world).edition.text
        #expect(text.contains("# theirs") && text.contains("says: Mine."))
    }

    @Test("a rule is taken out once that is confirmed")
    func deleteRule() async throws {
        var (world, browser) = try await drafted()
        let answer = try await browser.fillIn("\(Self.rule)/delete")
        #expect(answer.location == "\(Self.page)?done=savedInDraft")
        #expect(try await draft(world).pack?.rule("apply-with-business-case") == nil)
        #expect(try await browser.get(Self.rule).status == 404)
    }

    // MARK: Settings and the name

    @Test("a setting is changed, and given back to Hornbook's own value")
    func setting() async throws {
        var (world, browser) = try await drafted()
        let path = "\(Self.page)/settings/handover-within"
        let wrong = try await browser.fillIn(path, nil, ["source": ["policy"], "value": ["soon"]])
        #expect(wrong.status == 422 && wrong.contains("Enter a time such as"))
        #expect(try wrong.form(path).values["value"] == ["soon"])
        let answer = try await browser.send(try wrong.form(path), ["value": ["3 working days"]])
        #expect(answer.location == "\(Self.page)?done=savedInDraft")
        #expect(try await draft(world).pack?.process.handoverWithin.value == .working(3))
        _ = try await browser.fillIn(path, nil, ["source": ["default"]])
        #expect(try await draft(world).pack?.process.handoverWithin.isDefault == true)
        #expect(try await browser.get("\(Self.page)/settings/no-such-setting").status == 404)
    }

    @Test("a check is changed, and given back to Hornbook's own way")
    func checkSetting() async throws {
        var (world, browser) = try await drafted()
        #expect(try await browser.get(Self.page).contains("/checks/reading-age"))
        let path = "\(Self.page)/checks/reading-age"
        let wrong = try await browser.fillIn(path, nil, ["source": ["policy"]])
        #expect(wrong.status == 422 && wrong.contains("Choose what comes of it"))
        let answer = try await browser.send(try wrong.form(path), ["severity": ["warning"]])
        #expect(answer.location == "\(Self.page)?done=savedInDraft")
        #expect(try await draft(world).pack?.check(.readingAge) == CheckSetting(severity: .warning))
        #expect(try await browser.get("\(Self.page)/impact").contains("Checks that differ"))
        _ = try await browser.fillIn(path, nil, ["source": ["default"]])
        #expect(try await draft(world).pack?.check(.readingAge).isDefault == true)
        #expect(try await browser.get("\(Self.page)/checks/no-such-check").status == 404)
    }

    @Test("the edition gets another name")
    func rename() async throws {
        var (world, browser) = try await drafted()
        _ = try await browser.fillIn("\(Self.page)/name", nil, ["edition": ["Summer 2027"]])
        #expect(try await draft(world).pack?.edition == "oakdene-Summer 2027")
    }

    // MARK: The text whole

    @Test("a text that is no pack is refused with every error and its place, and comes back to the byte")
    func badText() async throws {
        var (world, browser) = try await drafted()
        let path = "\(Self.page)/text"
        let bad =
            "\n" + (try world.draftText()).replacing("verdict:", with: "verdikt:") + "\n<script>alert(1)</script>\n"
        let size = try await world.size(world.here)
        let answer = try await browser.fillIn(path, nil, ["text": [bad], "step": ["save"]])
        #expect(answer.status == 422 && answer.contains("wrong with the text"))
        #expect(!answer.contains("<script>alert"))
        #expect(answer.tags.contains { $0.attributes["data-line"] != nil && $0.attributes["data-column"] != nil })
        #expect(try await world.size(world.here) == size)
        let check = try await browser.send(try answer.form(path), ["text": ["rules: 5\n"], "step": ["check"]])
        #expect(check.status == 422 && check.contains("Missing key `format`"))
        let kept = try await browser.send(
            try check.form(path), ["text": [bad], "step": ["keep"], "note": ["Half done"]])
        #expect(kept.location == "\(Self.page)?done=savedInDraft")
        let draft = try await draft(world)
        #expect(draft.edition.text == bad && draft.pack == nil)
        let shown = try await browser.get(Self.page)
        #expect(shown.contains("cannot be understood") && shown.contains("Unfinished"))
        for part in ["/rules/apply-with-business-case", "/new-rule", "/impact", "/name", "/settings/handover-within"] {
            #expect(try await browser.get(Self.page + part).location == path, "\(part)")
        }
        #expect(try await browser.get("\(Self.page)/pack.yaml").body == bad)
    }

    @Test("a good text is found good, and saved")
    func goodText() async throws {
        var (world, browser) = try await drafted()
        let path = "\(Self.page)/text"
        let good = try world.draftText(line: "# more\n")
        let checked = try await browser.fillIn(path, nil, ["text": [good], "step": ["check"]])
        #expect(checked.status == 200 && checked.contains("Nothing is wrong with the text."))
        let saved = try await browser.send(try checked.form(path), ["text": [good], "step": ["save"]])
        #expect(saved.location == "\(Self.page)?done=savedInDraft")
        #expect(try await draft(world).edition.text == good)
    }

    @Test("of two who write at once the second sees how the texts differ, and loses nothing")
    func textConflict() async throws {
        var (world, browser) = try await drafted()
        let path = "\(Self.page)/text"
        let form = try (try await browser.get(path)).form(path)
        try await world.submit(
            "saveDraft", on: "edition/\(World.draft)", as: .administrator,
            ["text": [try world.draftText(line: "# theirs\n")]])
        let mine = try world.draftText(line: "# mine\n")
        let answer = try await browser.send(form, ["text": [mine], "step": ["save"]])
        #expect(answer.status == 409 && answer.contains("Theirs, line") && answer.contains("Yours, line"))
        #expect(try answer.form(path).values["text"]?.first?.hasSuffix("# mine\n") == true)
        #expect(try await browser.send(try answer.form(path), ["text": [mine], "step": ["save"]]).status == 303)
        #expect(try await draft(world).edition.text == mine)
    }

    @Test("what is typed is checked with line, column and the nearest name")
    func checkOfPosts() async throws {
        var (world, browser) = try await drafted()
        let token = world.site.formToken(for: try #require(world.here.sessions[.headteacher]))
        let bad = try world.draftText().replacing("verdict: prohibited", with: "verdict: prohibitted")
        let answer = try await browser.post("\(Self.page)/check", ["csrf": [token], "text": [bad]])
        #expect(answer.status == 200)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        let errors = try #require(object["errors"] as? [[String: Any]])
        #expect((errors.first?["message"] as? String)?.hasSuffix(" Did you mean `prohibited`?") == true)
        #expect((errors.first?["line"] as? Int ?? 0) > 1 && (errors.first?["column"] as? Int ?? 0) > 1)
        #expect(try await browser.post("\(Self.page)/check", ["text": [bad]]).status == 403)
        let good = try await browser.post("\(Self.page)/check", ["csrf": [token], "text": [try world.draftText()]])
        #expect(good.body.contains("\"total\":0"))
    }

    // MARK: Impact, and draft edition

    @Test("what changes is told before the draft is saved as a draft edition")
    func impact() async throws {
        var (world, browser) = try await drafted()
        #expect(try await browser.get("\(Self.page)/impact").contains("Nothing that anybody is asked or told"))
        _ = try await browser.fillIn("\(Self.rule)/delete")
        let page = try await browser.get("\(Self.page)/impact")
        #expect(page.status == 200 && page.contains("Taken out"))
        let action = "/oakdene/editions/\(World.draft)/readyDraft"
        let unread = try await browser.send(try page.form(action))
        #expect(unread.status == 422 && unread.contains("Read what changes"))
        let done = try await browser.send(try page.form(action), ["read": ["yes"]])
        #expect(done.location == "\(Self.page)?done=recorded")
        #expect(try await draft(world).edition.isReady)
        #expect(try await browser.get("\(Self.page)/impact").contains("This is saved as a draft edition"))
    }

    @Test("a discarded draft can be read and no longer changed")
    func discarded() async throws {
        var (world, browser) = try await drafted()
        _ = try await browser.fillIn("/oakdene/editions/\(World.draft)/discardDraft", nil, ["reason": ["No"]])
        let page = try await browser.get(Self.page)
        #expect(page.status == 200 && page.contains("Discarded") && !page.contains("/new-rule"))
        for part in ["/text", "/new-rule", "/impact"] {
            #expect(try await browser.get(Self.page + part).status == 409, "\(part)")
        }
        _ = world
    }

    // MARK: Files

    @Test("the edition in force is one file under its own name, to the byte", arguments: Role.allCases)
    func export(_ role: Role) async throws {
        let world = try await World()
        var browser = try world.browser(role)
        let answer = try await browser.get("/oakdene/policy/pack.yaml")
        let source = try #require(try Pack.embedded("oakdene")).source
        #expect(answer.status == 200 && answer.body == source)
        #expect(answer.header("Content-Disposition") == "attachment; filename=\"oakdene-2026.2.yaml\"")
    }

    @Test("a file's name is plain whatever the edition is called")
    func fileName() async throws {
        var (_, browser) = try await drafted()
        _ = try await browser.fillIn("\(Self.page)/name", nil, ["edition": ["a\"; x=y é/..\\"]])
        let answer = try await browser.get("\(Self.page)/pack.yaml")
        #expect(answer.header("Content-Disposition") == "attachment; filename=\"oakdene-a---x-y---..--draft.yaml\"")
    }

    private func upload(_ world: World, _ file: String, title: String = "File") async throws -> Answer {
        var browser = try world.browser(.administrator)
        let token = world.site.formToken(for: try #require(world.here.sessions[.administrator]))
        let parts = [("csrf", token), ("once", "once1"), ("title", title), ("reason", "Because")].map {
            "--XX\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
        }
        return try await browser.send(
            .post, "/oakdene/policy/drafts/import", type: "multipart/form-data; boundary=XX",
            body: parts.joined()
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.yaml\"\r\n\r\n\(file)\r\n--XX--\r\n"
        )
    }

    @Test("a file becomes a draft, whatever ends its lines, and shows what it would change")
    func importFile() async throws {
        let world = try await World()
        let text = try world.draftText()
        let answer = try await upload(world, "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        #expect(answer.status == 303 && answer.location.hasSuffix("/impact?done=recorded"))
        var browser = try world.browser(.administrator)
        #expect(try await browser.get(answer.location).status == 200)
        let file = try await browser.get(answer.location.replacing("/impact?done=recorded", with: "/pack.yaml"))
        #expect(file.body == text)
        #expect(try await upload(world, text).location.hasSuffix("done=before"))
    }

    @Test(
        "a file that is no pack of this school makes no draft, and says why",
        arguments: [
            ("rules: [\n", "wrong with the file"), ("", "Choose a file, or paste the pack"),
            ("a: &x [1]\nb: *x\n", "Anchors and aliases"), ("\u{FFFD}", "not UTF-8"), ("GRANGE", "grange"),
            (String(repeating: "# a\n", count: 260_000), "too large"),
        ])
    func badFile(_ file: String, _ reason: String) async throws {
        let world = try await World()
        let size = try await world.size(world.here)
        let text = file == "GRANGE" ? try #require(try Pack.embedded("grange")).source : file
        let answer = try await upload(world, text)
        #expect(answer.status == 422 && answer.contains(reason), "\(answer.status)")
        #expect(try await world.size(world.here) == size)
    }

    @Test(
        "a form without its token changes nothing",
        arguments: ["/text", "/new-rule", "/name", "/rules/apply-with-business-case/delete"])
    func forged(_ part: String) async throws {
        var (world, browser) = try await drafted()
        let size = try await world.size(world.here)
        let answer = try await browser.post(
            Self.page + part, ["text": ["x"], "edition": ["x"], "step": ["save"], "revision": ["1"]])
        #expect(answer.status == 403)
        #expect(try await world.size(world.here) == size)
    }
}
