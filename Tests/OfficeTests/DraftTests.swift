import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Drafts of the policy")
struct DraftTests {
    typealias Member = TestOffice.Member
    private let record = RecordID(.edition, "draft-000001")

    private func begun() async throws -> TestOffice {
        let test = try await TestOffice()
        try await test.give(
            "startDraft", on: record, ["title": ["Phones"], "reason": ["Agreed"]], as: .head, expected: 0)
        return test
    }

    private func changed(_ test: TestOffice, line: String = "") throws -> String {
        try #require(try Pack.embedded("oakdene")).renamed(edition: "2027.1").source + line
    }

    @Test("begins from the edition in force with its hash, and each save stands on record with the hash of its text")
    func hashes() async throws {
        let test = try await begun()
        let setting = try await test.office.setting(test.school)
        let draft = try #require(try await test.state(Edition.self, record))
        #expect(draft.base == setting.school.adopted && draft.hash == setting.school.adopted.hash)
        let text = try changed(test)
        try await test.give("saveDraft", on: record, ["text": [text], "note": ["Name"]], as: .leader)
        let saved = try #require(try await test.state(Edition.self, record))
        #expect(saved.text == text && saved.hash == Digest.hex(of: text))
        #expect(saved.changes.map(\.by) == [try test.id(.head), try test.id(.leader)])
        let history = try await test.office.history(record, as: test.caller(.head))
        #expect(history.map(\.type) == ["edition.started", "edition.saved"])
        #expect(history.map(\.detail) == ["Agreed", "Name"])
    }

    @Test("a second writer at the same revision is refused, and the first's text stands")
    func conflict() async throws {
        let test = try await begun()
        let (mine, theirs) = (try changed(test, line: "# mine\n"), try changed(test, line: "# theirs\n"))
        try await test.give("saveDraft", on: record, ["text": [theirs]], as: .leader, expected: 1)
        #expect(
            try await refusal { try await test.give("saveDraft", on: record, ["text": [mine]], as: .head, expected: 1) }
                == .superseded)
        #expect(try await test.state(Edition.self, record)?.text == theirs)
    }

    @Test("is seen by headteacher, senior leaders and administrator alone", arguments: Member.allCases)
    func audience(_ member: Member) async throws {
        let test = try await begun()
        let isEditor = [Member.head, .leader, .office].contains(member)
        let caller = try test.caller(member)
        let seen = try await refusal { _ = try await test.office.draft(record.key, as: caller) }
        #expect(seen == (isEditor ? nil : .notFound))
        let list = try await test.office.list(RecordQuery(kind: "edition", audience: nil), as: caller)
        #expect(list.total == (isEditor ? 1 : 0))
        let words = try await test.office.list(RecordQuery(words: "phones", audience: nil), as: caller)
        #expect(words.total == (isEditor ? 1 : 0))
    }

    @Test("changes nothing that is in force")
    func inForce() async throws {
        let test = try await begun()
        let before = try await test.office.setting(test.school)
        try await test.give("saveDraft", on: record, ["text": [try changed(test)]], as: .head)
        try await test.give("readyDraft", on: record, ["read": ["yes"]], as: .head)
        let after = try await test.office.setting(test.school)
        #expect(after.pack == before.pack && after.revision == before.revision)
        #expect(try await test.state(Edition.self, record)?.isReady == true)
    }

    @Test("tells its pack or everything that is wrong with it")
    func detail() async throws {
        let test = try await begun()
        let caller = try test.caller(.head)
        #expect(try await test.office.draft(record.key, as: caller).pack?.id == "oakdene")
        try await test.give(
            "saveDraft", on: record, ["text": ["rules: [1, 2]\n"], "unfinished": ["yes"]], as: .head)
        let draft = try await test.office.draft(record.key, as: caller)
        #expect(draft.pack == nil && draft.errors.count > 5)
    }

    @Test("from the terminal is the installation's, and of the school's own pack only")
    func imported() async throws {
        let test = try await TestOffice()
        let record = try await test.office.importDraft(
            try changed(test), title: "File", reason: "Terminal", to: test.school)
        #expect(try await test.state(Edition.self, record)?.changes.map(\.by) == [.office])
        let other = try #require(try Pack.embedded("grange")).source
        #expect(
            try await refusal {
                _ = try await test.office.importDraft(other, title: "F", reason: "R", to: test.school)
            } != nil)
    }
}
