import Testing

@testable import Policy
@testable import Records

@Suite("Opening an approved account")
struct AccountOpeningTests {
    private func open(
        _ opening: Opening = .sample, posters: [Cast] = [.lead], administrators: [Cast] = [.head],
        platform: String = "facebook",
        under pack: Pack
    ) throws -> Refusal? {
        var state = try Stage.approved.state(under: pack)
        state?.identity.platform = platform
        let desk = try Desk.of(.office, pack: pack)
        let command = Account.Command.open(
            opening, posters: posters.map(\.id), administrators: administrators.map(\.id), sealedSecret: "s")
        return refusal { () throws(Refusal) in try Account.decide(state, command, at: desk) }
    }

    @Test(
        "each of the three tests of an official platform must be passed, where the pack asks for them",
        arguments: [
            (OfficialPlatformTest(false, true, true), "masterAccess", "The school must hold master access."),
            (
                OfficialPlatformTest(true, false, true), "editorialOversight",
                "Leadership must have editorial oversight."
            ),
            (
                OfficialPlatformTest(true, true, false), "fewAdministrators",
                "There must be no more administrators than are needed."
            ),
        ])
    func official(test: OfficialPlatformTest, field: String, message: String) throws {
        let opening = Opening.sample.changing { $0.test = test }
        let pack = try Pack.named("oakdene")
        let problem = FieldProblem(field, "\(message) Put that right first; until then the account is not official")
        #expect(try open(opening, under: pack) == .incomplete([problem]))
        #expect(try open(opening, under: pack.with { $0.officialPlatformTest = Setting(false) }) == nil)
        #expect(!opening.test.isPassed)
    }

    @Test("the platform stands in the privacy notice first, where the pack asks for it")
    func privacyNotice() throws {
        let opening = Opening.sample.changing { $0.isInPrivacyNotice = false }
        let pack = try Pack.named("oakdene")
        let problem = FieldProblem(
            "privacyNotice", "Add the platform to the school's privacy notice first, then answer yes")
        #expect(try open(opening, under: pack) == .incomplete([problem]))
        #expect(try open(opening, under: pack.with { $0.privacyNoticeListing = Setting(false) }) == nil)
    }

    @Test(
        "pupils younger than the platform's age on the day are refused",
        arguments: [
            ("facebook", 12, "Facebook is for people of 13 and over, so it cannot be used with pupils of 12"),
            ("facebook", 13, nil),
            ("linkedin", 15, "LinkedIn is for people of 16 and over, so it cannot be used with pupils of 15"),
            ("class-dojo", 4, nil),
            ("other", 4, nil),
            ("whatsapp", 12, "WhatsApp is for people of 13 and over, so it cannot be used with pupils of 12"),
            ("whatsapp", 13, nil),
        ] as [(String, Int, String?)])
    func age(platform: String, youngest: Int, message: String?) throws {
        let opening = Opening.sample.changing { $0.pupilUse = PupilUse(youngestAge: youngest, parentsWereTold: true) }
        #expect(
            try open(opening, platform: platform, under: .named("oakdene"))
                == message.map { .incomplete([FieldProblem("youngestAge", $0)]) })
    }

    @Test(
        "the age is the one in force on the day the account was opened",
        arguments: [("2024-04-10", 16), ("2024-04-11", 13)])
    func datedAge(day: String, minimum: Int) throws {
        let pack = try Pack.named("oakdene")
        let opened = try #require(Day(iso: day))
        // Approved on that very day, so that its date is no fault of its own.
        let now = Instant(seconds: Int64(opened.number) * 86_400 + 36_000)
        var state = try Stage.applied.state(under: pack)
        var approving = try Desk.of(.head, pack: pack, now: now)
        for (id, card) in approving.people where card.isActive { approving.people[id]?.readiness.trainedUntil = opened }
        for event in try Account.decide(state, Order.approve.command, at: approving) {
            state = Account.evolve(state, event)
        }
        state?.identity.platform = "whatsapp"
        let opening = Opening.sample.changing {
            $0.on = opened
            $0.pupilUse = PupilUse(youngestAge: minimum - 1, parentsWereTold: true)
        }
        let command = Account.Command.open(
            opening, posters: [Cast.lead.id], administrators: [Cast.head.id], sealedSecret: "s")
        var desk = try Desk.of(.office, pack: pack, now: now)
        desk.people = approving.people
        let message =
            "WhatsApp is for people of \(minimum) and over, so it cannot be used with pupils of \(minimum - 1)"
        #expect(throws: Refusal.incomplete([FieldProblem("youngestAge", message)])) {
            try Account.decide(state, command, at: desk)
        }
    }

    @Test("parents are told before an account is used with their children, where the pack asks for it")
    func parents() throws {
        let opening = Opening.sample.changing { $0.pupilUse = PupilUse(youngestAge: 14, parentsWereTold: false) }
        let pack = try Pack.named("st-martins")
        let problem = FieldProblem(
            "parentsTold", "Tell the parents that the account is used with their children, then answer yes")
        #expect(try open(opening, under: pack) == .incomplete([problem]))
        #expect(try open(opening, under: pack.with { $0.tellParentsWhenUsedWithPupils = Setting(false) }) == nil)
    }

    @Test("there are no more administrators than the pack allows", arguments: [1, 2, 3])
    func administrators(most: Int) throws {
        let pack = try Pack.named("oakdene").with { $0.administratorsAtMost = Setting(most) }
        let people: [Cast] = [.head, .leader, .lead, .applicant]
        #expect(try open(administrators: Array(people.prefix(most)), under: pack) == nil)
        let problem = FieldProblem(
            "administrators", "Choose no more than \(most) administrators: as few as the work needs")
        #expect(try open(administrators: Array(people.prefix(most + 1)), under: pack) == .incomplete([problem]))
    }

    @Test(
        "whoever posts or administers is here, may run an account and is ready",
        arguments: [
            (Cast.gone, "Gone has left the school"),
            (
                .newcomer,
                "Newcomer has not yet confirmed that they have read the policy and been trained, or their training has run out"
            ),
            (.volunteer, "Volunteer may not run an account under the policy: their role is not among those it names"),
        ])
    func people(who: Cast, message: String) throws {
        let pack = try Pack.named("grange")
        #expect(try open(posters: [.lead, who], under: pack) == .incomplete([FieldProblem("posters", message)]))
        #expect(try open(administrators: [who], under: pack) == .incomplete([FieldProblem("administrators", message)]))
    }

    @Test(
        "the day is not after today and not before the approval",
        arguments: [
            (1, "Date it was opened must be today or earlier"),
            (-1, "Date it was opened must not be before 20 November 2026, when it was approved"), (0, nil),
        ] as [(Int, String?)])
    func day(offset: Int, message: String?) throws {
        let opening = Opening.sample.changing { $0.on = Moment.today.adding(days: offset) }
        #expect(try open(opening, under: .named("oakdene")) == message.map { .incomplete([FieldProblem("on", $0)]) })
    }

    @Test("every fault is told at once, one a field, in the form's order")
    func everything() throws {
        let opening = Opening.sample.changing {
            $0.on = Moment.today.adding(days: 1)
            $0.test = OfficialPlatformTest(
                schoolHoldsMasterAccess: false, leadershipHasEditorialOversight: false,
                hasAsFewAdministratorsAsNeeded: false)
            $0.isInPrivacyNotice = false
            $0.pupilUse = PupilUse(youngestAge: 5, parentsWereTold: false)
        }
        let refusal = try open(opening, posters: [.newcomer], administrators: [.gone], under: .named("oakdene"))
        #expect(
            refusal?.fields == [
                "on", "masterAccess", "editorialOversight", "fewAdministrators", "privacyNotice", "youngestAge",
                "parentsTold", "posters",
                "administrators",
            ])
    }

    @Test(
        "the first access review falls due at the pack's interval, for the pack's reviewers",
        arguments: AccountAuthorityTests.packs)
    func review(id: String) throws {
        let pack = id == "synthetic" ? try Pack.synthetic() : try Pack.named(id)
        let state = Account.evolve(
            nil,
            .applied(identity: .sample, application: try #require(try Stage.applied.state(under: pack)?.application)))
        let approved = try Account.decide(
            state, Order.approve.command, at: .of(.leader, roles: Set(pack.process.accountApprovers.value), pack: pack))
        let ready = approved.reduce(state) { Account.evolve($0, $1) }
        let opened = try Account.decide(
            ready, Order.open.command, at: .of(.dpo, roles: Set(pack.process.accountCreators.value), pack: pack))
        guard case .opened(_, _, _, _, _, let reviewers, let due, _) = opened.first else {
            Issue.record("not opened")
            return
        }
        #expect(reviewers == pack.process.accessReviewers.value)
        #expect(due.londonDay == Moment.today.adding(months: pack.process.accessReviewEvery.value.count))
    }
}

extension OfficialPlatformTest {
    fileprivate init(_ masterAccess: Bool, _ oversight: Bool, _ fewAdministrators: Bool) {
        self.init(
            schoolHoldsMasterAccess: masterAccess, leadershipHasEditorialOversight: oversight,
            hasAsFewAdministratorsAsNeeded: fewAdministrators)
    }
}
