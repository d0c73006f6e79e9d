import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("The account log")
struct AccountLogTests {
    @Test("a line has the platform, the name, the roles that administer it, the posters and the days")
    func line() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let open = try await test.openAccount("account-0001")
        let closed = try await test.openAccount("account-0002")
        try await test.give("close", on: closed, ["on": [test.today], "reason": ["Done"]], as: .office)
        try await test.give(
            "apply", on: RecordID(.account, "account-0003"), try test.application(), as: .applicant, expected: 0)
        let log = try await test.office.accountLog(test.caller(.outsider))
        #expect(log.map(\.record) == [open, closed])
        #expect(log.map(\.status) == [.open, .closed])
        #expect(log.map(\.masterAdministration) == [["Headteacher"], ["Headteacher"]])
        #expect(log.map(\.approvedPosters) == [["Applicant", "Lead"], ["Applicant", "Lead"]])
        #expect(log.map { $0.closed?.iso } == [nil, test.today])
        #expect(log.allSatisfy { $0.opened?.iso == test.today && $0.platform == "Facebook" && $0.name == "@oakclass" })
        #expect(try await test.office.officialAccounts(test.school).map(\.record) == [open])
    }

    @Test("a line follows what becomes of its account")
    func follows() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        #expect(
            try await test.office.accountLog(test.caller(.outsider)).first?.approvedPosters == ["Applicant", "Lead"])
        try await test.leave(.lead)
        #expect(try await test.office.accountLog(test.caller(.outsider)).first?.approvedPosters == ["Applicant"])
        try await test.give("close", on: account, ["on": [test.today], "reason": ["Done"]], as: .office)
        #expect(try await test.office.officialAccounts(test.school).isEmpty)
    }

    @Test("the file has a heading and a record for each account, and runs nothing in a spreadsheet")
    func file() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        var application = try test.application()
        application["name"] = ["=HYPERLINK(\"https://x.example\",\"Oak, class\")"]
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, application, as: .applicant, expected: 0)
        try await test.give("approve", on: record, as: .leader)
        try await test.give("open", on: record, try test.opening(), as: .office)
        let rows = try CSV.read(CSV.accountLog(try await test.office.accountLog(test.caller(.head))))
        #expect(
            rows.map(\.cells) == [
                [
                    "platform", "account name", "master administration role", "approved posters", "opened", "closed",
                    "web address",
                ],
                [
                    "Facebook", "'=HYPERLINK(\"https://x.example\",\"Oak, class\")", "Headteacher", "Applicant; Lead",
                    test.today, "",
                    "https://facebook.com/oakclass",
                ],
            ])
    }
}
