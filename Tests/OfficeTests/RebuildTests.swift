import Ledger
import Records
import Testing

@testable import Office

@Suite("Rebuilding and verifying")
struct RebuildTests {
    /// A school in which something of every kind has happened.
    private func lived() async throws -> TestOffice {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount("account-0001")
        try await test.give("reveal", on: account, ["reason": ["To sign in"]], as: .head)
        try await test.give(
            "apply", on: RecordID(.account, "account-0002"), try test.application(), as: .applicant, expected: 0)
        try await test.give(
            "reportUnofficial", on: RecordID(.account, "account-0003"),
            ["platform": ["other"], "otherPlatform": ["Padlet"], "name": ["@fake"], "description": ["Our badge"]],
            as: .governor, expected: 0)
        try await test.give(
            "setEmailDomains", on: RecordID(.school, School.key), ["emailDomains": ["oakdene.example"]], as: .office)
        try await test.leave(.lead)
        return test
    }

    @Test("views made anew from the events are those that stood, to the byte")
    func rebuild() async throws {
        let test = try await lived()
        let before = try await test.store.dumpViews(test.school)
        let report = try await test.office.rebuild(test.school)
        #expect(report.isIdentical)
        #expect(report.events == (try await test.store.tree(test.school).size))
        #expect(try await test.store.dumpViews(test.school) == before)
    }

    @Test("a log verifies, and the office's overview agrees with it")
    func verify() async throws {
        let test = try await lived()
        _ = try await test.office.checkpoint(test.school)
        let report = try await test.office.verify(test.school, progress: { _, _ in })
        let overview = try await test.office.ledgerOverview(test.school)
        #expect(overview.size == (try await test.store.tree(test.school).size))
        #expect(overview.checkpoints.map(\.size) == [overview.size])
        #expect(report.isSound)
    }
}
