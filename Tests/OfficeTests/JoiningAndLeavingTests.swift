import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Joining and leaving")
struct JoiningAndLeavingTests {
    @Test("whoever joins is asked in the same append to read the policy, with a due time")
    func joining() async throws {
        let test = try await TestOffice()
        let record = RecordID(.person, "p-newcomer-1")
        try await test.give(
            "join", on: record,
            ["name": ["New"], "email": ["New@oakdene.example"], "roles": ["teacher"], "on": [test.today]], as: .office,
            expected: 0)
        let events = try await test.office.ledger.recent(test.school, limit: 2).reversed().map { $0 }
        #expect(events.map(\.type) == ["person.joined", "declaration.asked"])
        #expect(Set(events.map(\.stamp.cause)).count == 1)
        let caller = try #require(try await test.office.caller(test.school, PersonID("p-newcomer-1")))
        let duties = try await test.office.today(caller)
        #expect(duties.map(\.action) == ["declare"])
        #expect(duties.first?.due?.londonDay.iso == "2026-12-04")
    }

    @Test("two people cannot have one address, whatever its case")
    func sameAddress() async throws {
        let test = try await TestOffice()
        let refused = try await refusal {
            try await test.give(
                "join", on: RecordID(.person, "p-newcomer-1"),
                ["name": ["New"], "email": ["HEAD@oakdene.example"], "roles": ["teacher"], "on": [test.today]],
                as: .office, expected: 0)
        }
        #expect(refused == .incomplete([FieldProblem("email", "Head has this e-mail address already. Enter another")]))
    }

    @Test("a leaver's accounts are noted, and declaration and training closed, in one append")
    func leaving() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        let before = try await test.store.tree(test.school).size
        try await test.leave(.lead)
        let after = try await test.office.ledger.recent(
            test.school, limit: Int(try await test.store.tree(test.school).size - before))
        #expect(
            after.reversed().map(\.type) == [
                "person.left", "declaration.closed", "training.closed", "account.leaverNoted",
            ])
        #expect(Set(after.map(\.stamp.cause)).count == 1)
        let open = try #require(try await test.state(Account.self, account)?.openAccount)
        #expect(open.lead == nil)
        #expect(try !open.people.contains(test.id(.lead)))
        #expect(open.handoverDue != nil)
    }

    @Test(
        "nothing is a leaver's alone: every duty left is for a role or somebody who is here",
        arguments: TestOffice.Member.allCases)
    func nothingOrphaned(member: TestOffice.Member) async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        _ = try await test.openAccount()
        let waiting = RecordID(.account, "account-0002")
        try await test.give(
            "apply", on: waiting, try test.application(operators: [.applicant, .outsider]), as: .applicant, expected: 0)
        let returned = RecordID(.account, "account-0003")
        try await test.give(
            "apply", on: returned, try test.application(operators: [.outsider]), as: .applicant, expected: 0)
        try await test.give("sendBack", on: returned, ["reason": ["Say more"]], as: .leader)
        if [.head, .office].contains(member) {
            // The only holder of a role that decides or opens cannot leave until somebody else has it.
            _ = try await test.office.addPerson(
                .init(name: "Second", email: "second@oakdene.example", roles: member.roles),
                firstDay: test.clock.now.londonDay, to: test.school)
        }
        try await test.leave(member, by: member == .office ? .head : .office)
        let token = Assignee.person(try test.id(member)).token
        #expect(try await test.store.duties(test.school, assignees: [token], audience: nil, limit: 99).isEmpty)
        for page in ["account-0001", "account-0002", "account-0003"] {
            let account = try #require(try await test.state(Account.self, RecordID(.account, page)))
            #expect(try !account.people.contains(test.id(member)), "\(page)")
        }
    }

    @Test("the password is to be changed when the administrator who stored it leaves, who runs no account")
    func custodianLeaves() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount()
        _ = try await test.office.addPerson(
            .init(name: "Second", email: "second@oakdene.example", roles: [.administrator]),
            firstDay: test.clock.now.londonDay, to: test.school)
        try await test.leave(.office, by: .head)
        #expect(try await test.state(Account.self, account)?.openAccount?.custody.rotationDue != nil)
    }

    @Test("the only administrator cannot leave, and what they are to do first is said")
    func onlyAdministrator() async throws {
        let test = try await TestOffice()
        let message = "Office is the only Administrator and has duties in that role. Give it to somebody else first"
        #expect(
            try await refusal { try await test.leave(.office, by: .head) } == .incomplete([FieldProblem("on", message)])
        )
    }

    @Test("a leaver's password, sessions, tokens and links are forgotten")
    func loginForgotten() async throws {
        let test = try await TestOffice()
        let lead = try test.caller(.lead)
        let link = try await test.office.invite(lead.person, in: test.school)
        _ = try await test.office.setPassword(
            withLink: link, in: test.school, password: "three random words", again: "three random words")
        let session = try await test.office.startSession(lead, device: "a")
        let token = try await test.office.makeToken(lead, label: "b")
        let another = try await test.office.invite(lead.person, in: test.school)
        try await test.leave(.lead)
        #expect(try await test.store.login(test.school, person: lead.person.rawValue) == nil)
        #expect(try await test.office.caller(test.school, .session, secret: session) == nil)
        #expect(try await test.office.caller(test.school, .token, secret: token) == nil)
        #expect(try await test.office.bearer(ofLink: another, in: test.school) == nil)
        for use in Ticket.Use.allCases {
            #expect(
                try await test.store.tickets(
                    test.school, person: lead.person.rawValue, use, now: test.clock.now.seconds
                ).isEmpty)
        }
    }

    @Test("the people who are to run an account are asked for the training that they lack")
    func training() async throws {
        let test = try await TestOffice()
        try await test.give(
            "apply", on: RecordID(.account, "account-0001"), try test.application(), as: .applicant, expected: 0)
        for member in [TestOffice.Member.applicant, .lead] {
            let training = try await test.state(Training.self, RecordID(.training, try test.id(member).rawValue))
            #expect(training?.asked != nil)
        }
        #expect(try await test.state(Training.self, RecordID(.training, try test.id(.outsider).rawValue)) == nil)
    }

    @Test("a new edition asks everybody who is here to confirm it, and no leaver")
    func newEdition() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        try await test.leave(.outsider)
        let setting = try await test.office.setting(test.school)
        let source = setting.pack.source.replacing("edition: \"2026.2\"", with: "edition: \"2027.1\"")
        _ = try await test.office.perform(
            Drawer<School>.intent(
                .adopt(
                    pack: AdoptedPack(
                        id: "oakdene", edition: "oakdene-2027.1", source: source, hash: Digest.hex(of: source)))),
            on: RecordID(.school, School.key),
            in: try SchoolSetting(
                id: setting.id, revision: setting.revision, school: setting.school,
                pack: Pack.load(yaml: source, file: "oakdene.yaml", vocabulary: test.office.vocabulary),
                calendar: setting.calendar),
            as: .office, cause: "new edition", isReaction: true)
        for member in TestOffice.Member.allCases {
            let declaration = try await test.state(
                Declaration.self, RecordID(.declaration, try test.id(member).rawValue))
            #expect(declaration?.asked?.edition == (member == .outsider ? nil : "oakdene-2027.1"))
        }
        #expect(try await test.office.setting(test.school).pack.edition == "oakdene-2027.1")
    }
}
