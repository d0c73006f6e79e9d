import Testing

@testable import Policy
@testable import Records

@Suite("Applying for an account")
struct AccountApplyingTests {
    private func apply(
        lead: Cast = .lead, operators: [Cast] = [.applicant, .governor], purpose: BusinessCase = .sample,
        on identity: AccountIdentity = .sample, emailDomains: [String] = ["school.example"], under pack: Pack
    ) throws -> Refusal? {
        let desk = try Desk.of(.applicant, pack: pack, emailDomains: emailDomains)
        return refusal { () throws(Refusal) in
            try Account.decide(nil, .apply(identity, purpose, lead: lead.id, operators: operators.map(\.id)), at: desk)
        }
    }

    @Test(
        "fewer people than the pack asks for are refused, the lead counted once",
        arguments: [
            (1, [Cast](), true), (2, [], false), (2, [.lead], false), (2, [.applicant], true), (3, [.applicant], false),
            (3, [.applicant, .governor], true),
        ])
    func minimum(atLeast: Int, others: [Cast], isEnough: Bool) throws {
        let pack = try Pack.named("oakdene").with { $0.operatorsAtLeast = Setting(atLeast) }
        let problem = FieldProblem(
            "operators", "Name at least \(atLeast) people to run the account, the lead among them")
        #expect(try apply(operators: others, under: pack) == (isEnough ? nil : .incomplete([problem])))
    }

    @Test("the decision is due when the pack says, and names its deciders")
    func due() throws {
        let pack = try Pack.named("oakdene").with { $0.accountDecisionWithin = Setting(.working(3)) }
        let desk = try Desk.of(.applicant, pack: pack)
        let events = try Account.decide(nil, Order.apply.command, at: desk)
        guard case .applied(_, let application) = events.first else {
            Issue.record("not applied")
            return
        }
        #expect(application.decisionDue.londonDay == Moment.today.adding(days: 5))
        #expect(application.deciders == [.slt])
        #expect(application.operators == Order.operators.sorted())
        #expect(application.version == 1)
    }

    @Test("each put again counts one version more, and an approval names the one that it approves")
    func versions() throws {
        let pack = try Pack.named("oakdene")
        var state = try Stage.returned.state(under: pack)
        for event in try Account.decide(state, Order.revise.command, at: .of(.applicant, pack: pack)) {
            state = Account.evolve(state, event)
        }
        #expect(state?.application?.version == 2)
        let events = try Account.decide(state, Order.approve.command, at: .of(.head, pack: pack))
        guard case .approved(let approval) = events.first else {
            Issue.record("not approved")
            return
        }
        #expect(approval.version == 2)
        #expect(Set(approval.readiness.keys) == Set(Order.operators.map(\.rawValue)))
    }

    @Test("somebody who has left runs nothing, and the message says in which field")
    func gone() throws {
        let pack = try Pack.named("oakdene")
        let message = "Gone has left the school. Choose somebody else"
        #expect(try apply(lead: .gone, under: pack) == .incomplete([FieldProblem("lead", message)]))
        #expect(try apply(operators: [.gone], under: pack) == .incomplete([FieldProblem("operators", message)]))
    }

    @Test("only the roles that the pack names may run an account", arguments: AccountAuthorityTests.packs)
    func mayRun(id: String) throws {
        let pack = id == "synthetic" ? try Pack.synthetic() : try Pack.named(id)
        let isNamed = pack.process.operatorsMayBe.value.contains(.volunteer)
        let message = "Volunteer may not run an account under the policy: their role is not among those it names"
        #expect(
            try apply(operators: [.applicant, .volunteer], under: pack)
                == (isNamed ? nil : .incomplete([FieldProblem("operators", message)])))
    }

    @Test(
        "the school's e-mail address follows the pack's rule and the platform",
        arguments: [
            (
                SchoolEmailRule.always, "facebook", "",
                "Enter the school e-mail address that the account will be tied to"
            ),
            (.always, "linkedin", "", "Enter the school e-mail address that the account will be tied to"),
            (.always, "facebook", "me@home.example", "Enter an address of the school's own, ending in @school.example"),
            (.always, "facebook", "me@SCHOOL.example", nil), (.exceptProfessionalNetworks, "linkedin", "", nil),
            (.exceptProfessionalNetworks, "linkedin", "me@home.example", nil),
            (
                .exceptProfessionalNetworks, "facebook", "",
                "Enter the school e-mail address that the account will be tied to"
            ),
            (
                .exceptProfessionalNetworks, "other", "",
                "Enter the school e-mail address that the account will be tied to"
            ),
            (.notRequired, "facebook", "", nil), (.notRequired, "facebook", "me@home.example", nil),
        ] as [(SchoolEmailRule, String, String, String?)])
    func email(rule: SchoolEmailRule, platform: String, address: String, message: String?) throws {
        let pack = try Pack.named("oakdene").with { $0.schoolEmail = Setting(rule) }
        var purpose = BusinessCase.sample
        purpose.email = address
        let identity = AccountIdentity(platform: platform, platformName: platform, name: "@a")
        #expect(
            try apply(purpose: purpose, on: identity, under: pack)
                == message.map { .incomplete([FieldProblem("email", $0)]) })
    }

    @Test("any address will do until the school has said which domains are its own")
    func noDomains() throws {
        var purpose = BusinessCase.sample
        purpose.email = "me@home.example"
        #expect(try apply(purpose: purpose, emailDomains: [], under: .named("oakdene")) == nil)
    }

    @Test("every fault of an application is told at once")
    func several() throws {
        let pack = try Pack.named("grange").with { $0.operatorsAtLeast = Setting(3) }
        var purpose = BusinessCase.sample
        purpose.email = ""
        #expect(
            try apply(lead: .gone, operators: [.volunteer], purpose: purpose, under: pack)?.fields == [
                "operators", "lead", "operators", "email",
            ])
    }

    @Test(
        "an approval waits until every operator is ready, and names each who is not",
        arguments: [
            (
                [OperatorNeed.declaration, .training],
                "Newcomer has not yet confirmed that they have read the policy and been trained, or their training has run out"
            ),
            ([.declaration], "Newcomer has not yet confirmed that they have read the policy"),
            ([.training], "Newcomer has not yet been trained, or their training has run out"), ([], nil),
        ] as [([OperatorNeed], String?)])
    func readiness(needs: [OperatorNeed], message: String?) throws {
        let pack = try Pack.named("oakdene").with { $0.operatorsNeed = Setting(needs) }
        var state: Account?
        let command = Account.Command.apply(.sample, .sample, lead: Cast.lead.id, operators: [Cast.newcomer.id])
        for event in try Account.decide(nil, command, at: .of(.applicant, pack: pack)) {
            state = Account.evolve(state, event)
        }
        let desk = try Desk.of(.head, pack: pack)
        let refusal = refusal { () throws(Refusal) in try Account.decide(state, Order.approve.command, at: desk) }
        #expect(refusal == message.map { .incomplete([FieldProblem("", $0)]) })
    }

    @Test(
        "readiness is of the edition in force and of the day",
        arguments: [
            ("oakdene-2026.2", nil, 0, [OperatorNeed]()), ("oakdene-2025.1", nil, 0, [.declaration]),
            (nil, nil, 0, [.declaration]),
            ("oakdene-2026.2", -1, 0, [.declaration]), ("oakdene-2026.2", 0, 0, []),
            ("oakdene-2026.2", nil, -1, [.training]),
            ("oakdene-2026.2", nil, nil, [.training]), (nil, nil, nil, [.declaration, .training]),
        ] as [(String?, Int?, Int?, [OperatorNeed])])
    func missing(edition: String?, lapsesInDays: Int?, trainedForDays: Int?, missing: [OperatorNeed]) throws {
        let pack = try Pack.named("oakdene")
        let readiness = Readiness(
            declaredEdition: edition,
            declarationLapses: lapsesInDays.map { Moment.now.adding(seconds: Int64($0) * 86_400) },
            trainedUntil: trainedForDays.map { Moment.today.adding(days: $0) })
        #expect(readiness.missing(under: pack, on: Moment.today) == missing)
    }

    @Test("an application that has lost people is not approved until another is named")
    func tooFewLeft() throws {
        let pack = try Pack.named("oakdene").with { $0.operatorsAtLeast = Setting(3) }
        var state = try Stage.applied.state(under: pack)
        let noting = try Desk.of(.office, pack: pack, isReaction: true)
        for event in try Account.decide(state, .noteLeaver(Cast.lead.id), at: noting) {
            state = Account.evolve(state, event)
        }
        let message = "The policy asks for at least 3 people to run an account. Send it back so that another is named"
        #expect(throws: Refusal.incomplete([FieldProblem("", message)])) {
            try Account.decide(state, Order.approve.command, at: .of(.head, pack: pack))
        }
    }

    @Test("an application goes on with who is left, and is withdrawn when nobody is")
    func leavers() throws {
        let pack = try Pack.named("oakdene")
        var state = try Stage.applied.state(under: pack)
        let noting = try Desk.of(.office, pack: pack, isReaction: true)
        func leave(_ who: Cast) throws {
            for event in try Account.decide(state, .noteLeaver(who.id), at: noting) {
                state = Account.evolve(state, event)
            }
        }
        try leave(.lead)
        #expect(state?.application?.lead == Cast.applicant.id)
        #expect(state?.application?.applicant == Cast.applicant.id)
        try leave(.applicant)
        #expect(state?.application?.lead == Cast.governor.id)
        #expect(state?.application?.applicant == Cast.governor.id)
        try leave(.governor)
        #expect(state?.status == .withdrawn)
        guard case .withdrawn(_, let reason, _) = state?.phase else { return }
        #expect(reason == "Everyone named in the application has left.")
    }

    @Test("an approval of somebody who leaves is void, and the application is put again")
    func approvalVoid() throws {
        let pack = try Pack.named("oakdene")
        var state = try Stage.approved.state(under: pack)
        let noting = try Desk.of(.office, pack: pack, isReaction: true)
        for event in try Account.decide(state, .noteLeaver(Cast.governor.id), at: noting) {
            state = Account.evolve(state, event)
        }
        guard case .returned(let application, let reason, let by, _) = state?.phase else {
            Issue.record("not returned")
            return
        }
        #expect(!application.operators.contains(Cast.governor.id))
        #expect(reason == "Somebody named in it left before the account was opened. Name who will run it instead.")
        #expect(by == .office)
        #expect(state?.summary.duties.map(\.assignees) == [[.person(Cast.applicant.id)]])
    }
}
