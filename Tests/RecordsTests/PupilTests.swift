import Testing

@testable import Policy
@testable import Records

@Suite("A pupil and image consent")
struct PupilTests {
    private static let id = PupilID("c-ada")
    private static let particulars = Pupil.Particulars(first: "Ada", last: "Lark", className: "Oak", year: 2)
    private static let said = Pupil.Said(
        giver: ConsentGiver(name: "Jo Lark", relation: .parent), means: .paper, on: Moment.today)
    private static let consentKeepers: Set<Role> = [.administrator, .headteacher, .dsl, .dpo]

    private func pack(_ change: (inout Process) -> Void = { _ in }) throws -> Pack {
        try Pack.synthetic().with { process in
            process.imageUses = Setting(
                ImageUses(Dictionary(uniqueKeysWithValues: ImagePurpose.allCases.map { ($0, .consent) })))
            change(&process)
        }
    }

    private func after(_ commands: [Pupil.Command], pack: Pack? = nil, now: Instant = Moment.now) throws -> Pupil {
        var state: Pupil?
        let pack = try pack ?? self.pack()
        for command in [.join(Self.id, Self.particulars, on: Moment.today.adding(days: -30))] + commands {
            var desk = try Desk.of(.office, pack: pack, now: now)
            if case .answer = command { desk.person = .family }
            if case .withdrawByLink = command { desk.person = .family }
            for event in try Pupil.decide(state, command, at: desk) { state = Pupil.evolve(state, event) }
        }
        return try #require(state)
    }

    private static let commands: [(Pupil.Command, Set<Role>)] = [
        (.correct(Pupil.Particulars(first: "Ada", last: "Crane")), [.administrator, .headteacher]),
        (.setLeaving(Moment.today.adding(days: 9)), [.administrator, .headteacher]),
        (.leave(on: Moment.today), [.administrator, .headteacher]),
        (.recordConsent([.website: true], said, until: nil, platforms: []), consentKeepers),
        (.withdraw([.website], said), consentKeepers),
        (.protect, [.administrator, .headteacher, .dsl]), (.ask, consentKeepers),
        (.answer([.website: true], by: said.giver), []), (.withdrawByLink(by: said.giver), []),
    ]

    @Test("each command is for the roles that it should be for, and for nobody else", arguments: Role.allCases)
    func authority(_ role: Role) throws {
        let held = Role.including([role])
        let pupil = try after([])
        for (command, roles) in Self.commands {
            let desk = try Desk.of(.lead, roles: held, pack: try pack())
            let refusal = refusal { () throws(Refusal) in try Pupil.decide(pupil, command, at: desk) }
            let isRefused = if case .notAuthorised = refusal { true } else { false }
            #expect(isRefused == held.isDisjoint(with: roles), "\(role) \(command)")
        }
    }

    @Test(
        "who records consent and sees who is never shown is the policy’s to say",
        arguments: [
            ([.dpo], [.dpo], [.dpo]), ([.slt], [.slt, .headteacher, .dsl], [.headteacher, .dsl]),
            ([.administrator, .teacher], [.administrator, .teacher], [.administrator]),
        ] as [([Role], Set<Role>, Set<Role>)])
    func keepersByPolicy(_ keepers: [Role], _ recording: Set<Role>, _ protecting: Set<Role>) throws {
        let pack = try pack { $0.consentKeepers = Setting(keepers) }
        let pupil = try after([])
        for role in Role.allCases {
            let desk = try Desk.of(.lead, roles: Role.including([role]), pack: pack)
            for (command, may) in [
                (Pupil.Command.recordConsent([.website: true], Self.said, until: nil, platforms: []), recording),
                (.protect, protecting),
            ] {
                let refused = refusal { () throws(Refusal) in try Pupil.decide(pupil, command, at: desk) }
                #expect((refused == nil) == may.contains(role), "\(role) \(command)")
            }
            let available = Pupil.available(pupil, at: desk)
            #expect(available.contains("recordConsent") == recording.contains(role), "\(role)")
            #expect(available.contains("protect") == protecting.contains(role), "\(role)")
        }
    }

    @Test("a child of whom nobody was asked may be shown nowhere that needs consent")
    func missing() throws {
        let pack = try pack()
        let pupil = try after([])
        let card = pupil.card(under: pack.imageConsent, on: Moment.today)
        for purpose in pack.imageConsent.asked {
            #expect(card.leave(for: purpose, on: nil, day: Moment.today) == .none)
            #expect(pupil.standing(purpose, under: pack.imageConsent, on: Moment.today) == .missing)
        }
    }

    @Test("the latest answer for a purpose is the one that counts, and others stay as they were")
    func latest() throws {
        let terms = try pack().imageConsent
        let pupil = try after([
            .recordConsent([.website: true, .video: true], Self.said, until: nil, platforms: []),
            .withdraw([.video], Self.said),
        ])
        let card = pupil.card(under: terms, on: Moment.today)
        #expect(card.leave(for: .website, on: nil, day: Moment.today).isGiven)
        #expect(card.leave(for: .video, on: nil, day: Moment.today) == .none)
        #expect(pupil.answers.count == 3)
    }

    @Test("leave for some platforms is none for another")
    func platforms() throws {
        let terms = try pack().imageConsent
        let pupil = try after([.recordConsent([.socialMedia: true], Self.said, until: nil, platforms: ["facebook"])])
        let card = pupil.card(under: terms, on: Moment.today)
        #expect(card.leave(for: .socialMedia, on: "facebook", day: Moment.today).isGiven)
        #expect(card.leave(for: .socialMedia, on: "x", day: Moment.today) == .none)
    }

    @Test("a yes ends on its last day, after as long as the pack says, and with the last day at the school")
    func ends() throws {
        let day = Moment.today
        let pack = try pack { $0.imageConsentLasts = Setting(Months(12)) }
        let given = Pupil.Command.recordConsent([.website: true], Self.said, until: nil, platforms: [])
        let lasting = try after([given], pack: pack).card(under: pack.imageConsent, on: day)
        #expect(lasting.leave(for: .website, on: nil, day: day) == .given(until: day.adding(months: 12)))
        let until = day.adding(days: 5)
        let short = try after([.recordConsent([.website: true], Self.said, until: until, platforms: [])], pack: pack)
            .card(under: pack.imageConsent, on: day)
        #expect(short.leave(for: .website, on: nil, day: until).isGiven)
        #expect(short.leave(for: .website, on: nil, day: until.adding(days: 1)) == .ended(until))
        let leaving = try after([given, .setLeaving(until)], pack: pack).card(under: pack.imageConsent, on: day)
        #expect(leaving.leave(for: .website, on: nil, day: until.adding(days: 1)) == .ended(until))
    }

    @Test("refused, never asked and protected look the same on the card")
    func alike() throws {
        let pack = try pack()
        let no = Dictionary(uniqueKeysWithValues: ImagePurpose.allCases.map { ($0, false) })
        let yes = Dictionary(uniqueKeysWithValues: ImagePurpose.allCases.map { ($0, true) })
        let refused = try after([.recordConsent(no, Self.said, until: nil, platforms: [])])
        let protected = try after([.recordConsent(yes, Self.said, until: nil, platforms: []), .protect])
        #expect(
            refused.card(under: pack.imageConsent, on: Moment.today)
                == protected.card(under: pack.imageConsent, on: Moment.today))
        #expect(refused.summary == protected.summary)
        #expect(refused.withoutConsent == protected.withoutConsent)
    }

    @Test("taken off the list, what parents answered counts again")
    func unprotected() throws {
        let terms = try pack().imageConsent
        let pupil = try after([
            .recordConsent([.website: true], Self.said, until: nil, platforms: []), .protect, .unprotect,
        ])
        #expect(pupil.card(under: terms, on: Moment.today).leave(for: .website, on: nil, day: Moment.today).isGiven)
    }

    @Test(
        "coming into a year in which the policy asks again, what was given ends in time, and only then",
        arguments: [(2, 3, true), (2, 4, true), (3, 4, false), (3, 2, false), (2, 2, false)])
    func reopened(was: Int, now: Int, ends: Bool) throws {
        let pack = try pack { $0.imageConsentAskedAgain = Setting([SchoolYear(3)].compactMap(\.self)) }
        var particulars = Self.particulars
        particulars.year = was
        var renamed = particulars
        renamed.year = now
        renamed.className = "Elm"
        let pupil = try after(
            [
                .correct(particulars), .recordConsent([.website: true], Self.said, until: nil, platforms: []),
                .correct(renamed),
            ], pack: pack)
        let answer = try #require(pupil.answer(for: .website))
        #expect((answer.until != nil) == ends)
        #expect(answer.counts(on: Moment.today))
    }

    @Test("a parent by link answers, and can take everything back by link")
    func byLink() throws {
        let giver = Self.said.giver
        let pupil = try after([.ask, .answer([.website: true, .press: false], by: giver)])
        #expect(pupil.asking == nil)
        #expect(pupil.answers.allSatisfy { $0.recordedBy == .family && $0.means == .onlineForm })
        let withdrawn = try after([.answer([.website: true], by: giver), .withdrawByLink(by: giver)])
        #expect(withdrawn.endedPurposes == ImagePurpose.allCases)
    }

    @Test("of a child who has left consent is withdrawn still, but neither given nor asked for")
    func left() throws {
        let pupil = try after([.leave(on: Moment.today)])
        let desk = try Desk.of(.office, pack: try pack())
        #expect(throws: Never.self) { try Pupil.decide(pupil, .withdraw([.website], Self.said), at: desk) }
        for command in [Pupil.Command.ask, .recordConsent([.website: true], Self.said, until: nil, platforms: [])] {
            #expect(
                refusal { () throws(Refusal) in try Pupil.decide(pupil, command, at: desk) }
                    == .wrongState("This pupil has left the school."))
        }
    }

    @Test("what was said tomorrow, and what ends before it was said, are refused with the field")
    func dates() throws {
        let pupil = try after([])
        let desk = try Desk.of(.office, pack: try pack())
        var tomorrow = Self.said
        tomorrow.on = Moment.today.adding(days: 1)
        for (command, field) in [
            (Pupil.Command.recordConsent([.website: true], tomorrow, until: nil, platforms: []), "on"),
            (.recordConsent([.website: true], Self.said, until: Moment.today.adding(days: -1), platforms: []), "until"),
            (.leave(on: Moment.today.adding(days: 1)), "on"), (.setLeaving(Moment.today.adding(days: -1)), "on"),
        ] {
            guard
                case .incomplete(let problems) = refusal({ () throws(Refusal) in
                    try Pupil.decide(pupil, command, at: desk)
                })
            else {
                Issue.record("\(command) was taken")
                continue
            }
            #expect(problems.map(\.field) == [field])
        }
    }

    @Test("the names of events tell nobody a refusal from a consent, nor who is on the list")
    func names() {
        let at = Moment.now
        #expect(
            Pupil.Event.publicationSet(isProtected: true, by: .office, at: at).name
                == Pupil.Event.publicationSet(isProtected: false, by: .office, at: at).name)
    }
}
