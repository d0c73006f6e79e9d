import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Who sees what")
struct AudienceTests {
    typealias Member = TestOffice.Member

    /// A school with an application of two teachers, waiting for a decision.
    private func waiting() async throws -> (TestOffice, RecordID) {
        let test = try await TestOffice()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .applicant, expected: 0)
        return (test, record)
    }

    @Test(
        "an application is for those whom it concerns: page, history, proof, list, search, counts and duties agree",
        arguments: [
            (Member.applicant, true), (.lead, true), (.leader, true), (.head, true), (.office, true), (.chair, true),
            (.outsider, false), (.governor, false),
        ])
    func application(member: Member, isSeen: Bool) async throws {
        let (test, record) = try await waiting()
        let caller = try test.caller(member)
        let office = test.office
        let expected: Refusal? = isSeen ? nil : .notFound
        #expect(try await refusal { _ = try await office.detail(Account.self, record, as: caller) } == expected)
        #expect(try await refusal { _ = try await office.history(record, as: caller) } == expected)
        #expect(try await refusal { _ = try await office.proof(record, as: caller) } == expected)
        #expect(
            try await refusal { _ = try await office.openForm("approve", on: record, as: caller) }
                == (isSeen ? nil : .notFound) || isSeen)
        let listed = try await office.list(RecordQuery(kind: "account", audience: nil), as: caller)
        #expect(listed.total == (isSeen ? 1 : 0))
        #expect(listed.rows.map(\.record) == (isSeen ? [record.description] : []))
        #expect(
            try await office.list(RecordQuery(words: "oakclass", audience: nil), as: caller).total == (isSeen ? 1 : 0))
        #expect(try await office.tallies(as: caller).contains { $0.kind == "account" } == isSeen)
        #expect(try await office.standing(of: test.id(.lead), as: caller).accounts.count == (isSeen ? 1 : 0))
        #expect(try await office.recentEvents(caller, limit: 500).contains { $0.record == record } == isSeen)
        let mustDecide = try await office.today(caller).contains { $0.record == record }
        #expect(mustDecide == [.leader, .head].contains(member))
    }

    @Test("a command on what somebody may not see is told as if it were not there")
    func command() async throws {
        let (test, record) = try await waiting()
        #expect(try await refusal { try await test.give("approve", on: record, as: .outsider) } == .notFound)
        #expect(
            try await refusal {
                try await test.give("approve", on: RecordID(.account, "none-of-that-name"), as: .outsider)
            } == .notFound)
    }

    @Test("the decision is nobody's duty who has applied for it themselves")
    func ownApplication() async throws {
        let test = try await TestOffice()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .leader, expected: 0)
        #expect(try await !test.office.today(test.caller(.leader)).contains { $0.record == record })
        #expect(try await test.office.today(test.caller(.head)).contains { $0.record == record })
        let forms = try await test.office.detail(Account.self, record, as: test.caller(.leader)).available
        #expect(forms.map(\.name) == ["withdraw"])
    }

    @Test("an open account is for everybody of the school to see")
    func openAccount() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let record = try await test.openAccount()
        for member in Member.allCases {
            let caller = try test.caller(member)
            #expect(try await test.office.detail(Account.self, record, as: caller).state.status == .open)
            #expect(try await test.office.accountLog(caller).count == 1)
        }
    }

    @Test(
        "a declaration and training are for their person and those who answer for them",
        arguments: [
            (Member.lead, true), (.leader, true), (.office, true), (.governor, true), (.outsider, false),
            (.applicant, false),
        ])
    func personal(member: Member, isSeen: Bool) async throws {
        let test = try await TestOffice()
        try await test.makeReady([.lead])
        let standing = try await test.office.standing(of: test.id(.lead), as: test.caller(member))
        #expect((standing.declaration != nil) == isSeen)
        #expect((standing.training != nil) == isSeen)
    }

    @Test("two schools are walled: names, lists, counts, duties, search and commands of one reach nothing of the other")
    func schools() async throws {
        let (test, record) = try await waiting()
        let other = try #require(LogID("grange"))
        let strangers = try await test.people(of: other, pack: "grange")
        for member in Member.allCases {
            let stranger = try #require(strangers[member])
            #expect(
                try await refusal { _ = try await test.office.detail(Account.self, record, as: stranger) } == .notFound)
            #expect(try await test.office.list(RecordQuery(words: "oakclass", audience: nil), as: stranger).total == 0)
            #expect(
                try await test.office.list(RecordQuery(kind: "person", audience: nil, limit: 99), as: stranger).total
                    == Member.allCases.count)
            #expect(try await !test.office.tallies(as: stranger).contains { $0.kind == "account" })
            #expect(try await test.office.today(stranger).allSatisfy { $0.action == "declare" })
            #expect(try await test.office.recentEvents(stranger, limit: 500).allSatisfy { $0.record.kind != .account })
            #expect(try await test.office.caller(test.school, stranger.person) == nil)
        }
        let leader = try #require(strangers[.leader])
        let submission = Submission(record: record, command: "approve", input: Input(), expected: nil, cause: "c")
        #expect(try await refusal { _ = try await test.office.submit(submission, as: leader) } == .notFound)
    }

    @Test("somebody of one school with a colleague's identifier of another still stands outside it")
    func forgedCaller() async throws {
        let (test, record) = try await waiting()
        let other = try #require(LogID("grange"))
        let strangers = try await test.people(of: other, pack: "grange")
        let stranger = try #require(strangers[.head])
        // The identity is of the other school, the school that of the record: no person of that name is here.
        let forged = Caller(
            school: test.school, person: stranger.person, name: "", email: "", givenRoles: [.headteacher])
        let submission = Submission(record: record, command: "approve", input: Input(), expected: nil, cause: "c")
        #expect(
            try await refusal { _ = try await test.office.submit(submission, as: forged) }
                == .notAuthorised(reason: "You may not decide on applications for accounts.", whoMay: [.slt]))
    }

    @Test("a form is offered exactly where its command is")
    func offered() async throws {
        let (test, record) = try await waiting()
        for member in [Member.applicant, .lead, .leader, .head, .office, .chair] {
            let caller = try test.caller(member)
            let names = Set(try await test.office.detail(Account.self, record, as: caller).available.map(\.name))
            for command in ["withdraw", "approve", "reject", "sendBack", "open", "reveal"] {
                let refused = try await refusal { _ = try await test.office.openForm(command, on: record, as: caller) }
                #expect((refused == nil) == names.contains(command), "\(member) \(command)")
            }
        }
    }
}
