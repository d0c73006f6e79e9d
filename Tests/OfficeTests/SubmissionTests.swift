import Ledger
import Policy
import Testing

@testable import Office
@testable import Records

@Suite("Commands sent twice, late or all at once")
struct SubmissionTests {
    private func revealed(_ test: TestOffice, _ account: RecordID) async throws -> Int {
        try await test.office.ledger.history(test.school, account.description).filter { $0.type == "account.revealed" }
            .count
    }

    @Test("a form sent twice does one thing once and says so", arguments: [true, false])
    func twice(withRevision: Bool) async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        let revision = try #require(try await test.office.ledger.load(test.school, account.description)).row.revision
        let first = try await test.give(
            "reveal", on: account, ["reason": ["To sign in"]], as: .head, expected: withRevision ? revision : nil,
            cause: "once")
        let second = try await test.give(
            "reveal", on: account, ["reason": ["To sign in"]], as: .head, expected: withRevision ? revision : nil,
            cause: "once")
        #expect(!first.wasDoneBefore && !first.changedNothing)
        #expect(second.wasDoneBefore)
        #expect(second.revision == first.revision)
        #expect(try await revealed(test, account) == 1)
    }

    @Test("an application sent twice makes one account, and another on its name is overtaken")
    func newTwice() async throws {
        let test = try await TestOffice()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .applicant, expected: 0, cause: "once")
        let again = try await test.give(
            "apply", on: record, try test.application(), as: .applicant, expected: 0, cause: "once")
        #expect(again.wasDoneBefore)
        let refused = try await refusal {
            try await test.give("apply", on: record, try test.application(), as: .lead, expected: 0, cause: "other")
        }
        #expect(refused == .superseded)
    }

    @Test("a page that somebody has overtaken changes nothing")
    func stale() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .applicant, expected: 0)
        try await test.give("sendBack", on: record, ["reason": ["Say more"]], as: .leader, expected: 1)
        let size = try await test.store.tree(test.school).size
        #expect(try await refusal { try await test.give("approve", on: record, as: .head, expected: 1) } == .superseded)
        #expect(try await test.store.tree(test.school).size == size)
    }

    @Test("a refused command records nothing")
    func refusedRecordsNothing() async throws {
        let test = try await TestOffice()
        let size = try await test.store.tree(test.school).size
        let refused = try await refusal {
            try await test.give(
                "apply", on: RecordID(.account, "account-0001"), try test.application(operators: []), as: .applicant,
                expected: 0)
        }
        #expect(refused == .incomplete([FieldProblem("operators", "Choose who else will run the account")]))
        #expect(try await test.store.tree(test.school).size == size)
    }

    @Test(
        "a record that does not exist, a command that does not exist and one of another kind are told alike",
        arguments: [
            ("account/none-of-that-name", "reveal"), ("account/none", "nonsense"),
            ("person/p-none-of-that-name", "leave"), ("declaration/none", "declare"), ("school/none", "setCalendar"),
        ])
    func missing(record: String, command: String) async throws {
        let test = try await TestOffice()
        let values = [
            "reason": ["x"], "on": [test.today], "understood": ["yes"], "terms": ["Autumn 2026-09-02 to 2026-10-23"],
        ]
        let id = try #require(RecordID(record))
        #expect(try await refusal { try await test.give(command, on: id, values, as: .office) } == .notFound)
    }

    @Test("of many who act on one page, one is first and the others are told")
    func manyOnOnePage() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .applicant, expected: 0)
        let results = await withTaskGroup(of: Ending.self, returning: [Ending].self) { group in
            for number in 0..<16 {
                let command = number.isMultiple(of: 2) ? "approve" : "reject"
                group.addTask {
                    await Ending {
                        try await test.give(
                            command, on: record, ["reason": ["No"]], as: .leader, expected: 1, cause: "c\(number)")
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.filter { $0 == .done }.count == 1)
        #expect(results.filter { $0 == .refused(.superseded) }.count == 15)
    }

    @Test("one form sent by many at once is carried out once and answered to all")
    func manyOfOne() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        let done = await withTaskGroup(of: Bool?.self, returning: [Bool?].self) { group in
            for _ in 0..<12 {
                group.addTask {
                    (try? await test.give("reveal", on: account, ["reason": ["To sign in"]], as: .head, cause: "once"))?
                        .wasDoneBefore
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(done.filter { $0 == false }.count == 1)
        #expect(done.filter { $0 == true }.count == 11)
        #expect(try await revealed(test, account) == 1)
    }

    @Test("as many events stand on a record as commands were carried out on it at once")
    func manyCommands() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        let results = await withTaskGroup(of: Ending.self, returning: [Ending].self) { group in
            for number in 0..<20 {
                group.addTask {
                    await Ending {
                        try await test.give(
                            "reveal", on: account, ["reason": ["To sign in"]], as: .head, cause: "c\(number)")
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == .done || $0 == .refused(.superseded) })
        #expect(try await revealed(test, account) == results.filter { $0 == .done }.count)
    }

    @Test("whoever leaves while they are named in an application is in no account afterwards", arguments: 0..<12)
    func leaveAgainstApply(round: Int) async throws {
        let test = try await TestOffice()
        let record = RecordID(.account, "account-0001")
        let applicant = round.isMultiple(of: 2) ? TestOffice.Member.applicant : .outsider
        let values = try test.application(operators: [.outsider])
        async let applied = Ending { try await test.give("apply", on: record, values, as: applicant, expected: 0) }
        async let left = Ending { try await test.leave(.outsider) }
        let endings = await (applied, left)
        #expect(endings.1 == .done)
        if case .failed(let reason) = endings.0 { Issue.record("\(reason)") }
        let gone = try test.id(.outsider)
        #expect(try await test.office.caller(test.school, gone) == nil)
        if let account = try await test.state(Account.self, record) { #expect(!account.people.contains(gone)) }
        let duties = try await test.store.duties(
            test.school, assignees: [Assignee.person(gone).token], audience: nil, limit: 9)
        #expect(duties.isEmpty)
        if let training = try await test.state(Training.self, RecordID(.training, gone.rawValue)) {
            #expect(training.isClosed)
        }
    }

    @Test("what another command named a leaver in meanwhile is noted once they have left")
    func straggler() async throws {
        let test = try await TestOffice()
        let record = RecordID(.account, "account-0001")
        try await test.leave(.outsider)
        // As if the application had been appended between the leaver's look-up and their leaving.
        let applied = Account.Event.applied(
            identity: AccountIdentity(platform: "x", platformName: "X", name: "@a"),
            application: Application(
                applicant: try test.id(.applicant),
                purpose: BusinessCase(aim: "", audience: "", promotion: "", openness: .open, email: ""),
                lead: try test.id(.lead), operators: [try test.id(.lead), try test.id(.outsider)], version: 1,
                appliedAt: test.clock.now,
                decisionDue: test.clock.now, deciders: [.slt]))
        let state = Account.evolve(nil, applied)
        _ = try await test.office.ledger.append(
            Append(
                log: test.school, stamp: Stamp(actor: "office", cause: "x", time: test.clock.now.seconds),
                changes: [
                    Change(
                        record: record.description, expected: 0,
                        events: [NewEvent(type: "account.applied", payload: try Coding.encode(applied))],
                        view: RecordView(state.summary, kind: .account, state: try Coding.encode(state)))
                ]))
        try await test.give(
            "correct", on: RecordID(.person, try test.id(.outsider).rawValue),
            ["name": ["Out Sider"], "email": ["o@oakdene.example"]], as: .office)
        #expect(try await test.state(Account.self, record)?.people.contains(try test.id(.outsider)) == false)
    }

    @Test("of the last two who hold a role, one alone gives it up, however they try at once", arguments: 0..<8)
    func lastTwo(round: Int) async throws {
        let test = try await TestOffice()
        let people = try [TestOffice.Member.head, .leader].map { try test.id($0).rawValue }
        let endings = await withTaskGroup(of: Ending.self, returning: [Ending].self) { group in
            for person in people {
                group.addTask {
                    await Ending {
                        try await test.give(
                            "changeRoles", on: RecordID(.person, person), ["roles": ["teacher"]], as: .office)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(endings.filter { $0 == .done }.count == 1, "\(endings)")
    }

    @Test("a command is decided by the roles held now, not by those of the page")
    func rolesNow() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let record = RecordID(.account, "account-0001")
        try await test.give("apply", on: record, try test.application(), as: .applicant, expected: 0)
        try await test.give(
            "changeRoles", on: RecordID(.person, try test.id(.leader).rawValue), ["roles": ["teacher"]], as: .office)
        let refused = try await refusal { try await test.give("approve", on: record, as: .leader) }
        #expect(refused == .notAuthorised(reason: "You may not decide on applications for accounts.", whoMay: [.slt]))
    }
}
