import Testing

@testable import Policy
@testable import Records

@Suite("The school, declarations and training")
struct GovernanceTests {
    private static let pack = AdoptedPack(id: "oakdene", edition: "oakdene-2026.2", source: "…", hash: "00")
    private static let newer = AdoptedPack(id: "oakdene", edition: "oakdene-2027.1", source: "…", hash: "01")

    private var school: School { School(name: "Oak", founded: Moment.now, adopted: Self.pack.inForce) }

    private func desk(_ who: Cast = .office, reacting: Bool = false, _ change: (inout Process) -> Void = { _ in })
        throws -> Desk
    {
        try Desk.of(who, pack: try Pack.named("oakdene").with(change), isReaction: reacting)
    }

    // MARK: School

    static let schoolCommands: [(String, School.Command)] = [
        ("found", .found(name: "Oak", pack: pack)), ("adopt", .adopt(pack: newer)),
        ("setCalendar", .setCalendar(terms: [], insetDays: [])),
        ("setEmailDomains", .setEmailDomains([])), ("setHosts", .setHosts([])),
    ]

    @Test(
        "each command on a school is carried out or refused, before it is founded and after", arguments: schoolCommands,
        [true, false])
    func school(command: (name: String, value: School.Command), isFounded: Bool) throws {
        let expected: Refusal? =
            switch (isFounded, command.name) {
            case (false, "found"), (true, "adopt"), (true, "setCalendar"), (true, "setEmailDomains"),
                (true, "setHosts"):
                nil
            case (true, "found"): .wrongState("This school exists already.")
            default: .notFound
            }
        let reacting = try desk(reacting: true)
        #expect(
            refusal { () throws(Refusal) in try School.decide(isFounded ? school : nil, command.value, at: reacting) }
                == expected)
    }

    @Test("only an installation founds a school, changes its edition or gives it a host name", arguments: Cast.allCases)
    func installation(who: Cast) throws {
        let desk = try Desk.of(who, roles: Set(Role.allCases), pack: .named("oakdene"))
        #expect(throws: Refusal.notAuthorised(reason: "Only an installation can add a school.", whoMay: [])) {
            try School.decide(nil, .found(name: "Oak", pack: Self.pack), at: desk)
        }
        #expect(
            throws: Refusal.notAuthorised(reason: "Only an installation can give a school a host name.", whoMay: [])
        ) {
            try School.decide(school, .setHosts(["policy.school.example"]), at: desk)
        }
        #expect(throws: Refusal.notAuthorised(reason: "Only an installation can change the edition.", whoMay: [])) {
            try School.decide(school, .adopt(pack: Self.newer), at: desk)
        }
    }

    @Test("only a keeper sets the calendar and the e-mail domains", arguments: Role.allCases)
    func keepers(role: Role) throws {
        let desk = try Desk.of(.dpo, roles: [role], pack: .named("oakdene"))
        let expected: Refusal? =
            [.administrator, .headteacher].contains(role)
            ? nil
            : .notAuthorised(
                reason: "You may not change the school's particulars.", whoMay: [.administrator, .headteacher])
        for command in [School.Command.setCalendar(terms: [], insetDays: []), .setEmailDomains([])] {
            #expect(refusal { () throws(Refusal) in try School.decide(school, command, at: desk) } == expected)
        }
    }

    @Test("terms that end before they begin or overlap are refused, and good ones are put in order")
    func terms() throws {
        func term(_ first: Int, _ last: Int) -> Term {
            Term(name: "T", first: Day(number: first), last: Day(number: last))
        }
        let desk = try desk()
        #expect(
            throws: Refusal.incomplete([
                FieldProblem("terms", "The term that begins 11 January 1970 ends before it begins")
            ])
        ) {
            try School.decide(school, .setCalendar(terms: [term(10, 9)], insetDays: []), at: desk)
        }
        #expect(
            throws: Refusal.incomplete([
                FieldProblem("terms", "The terms that begin 11 January 1970 and 21 January 1970 overlap")
            ])
        ) {
            try School.decide(school, .setCalendar(terms: [term(20, 30), term(10, 20)], insetDays: []), at: desk)
        }
        #expect(
            try School.decide(
                school,
                .setCalendar(terms: [term(21, 30), term(10, 20)], insetDays: [Day(number: 5), Day(number: 3)]), at: desk
            )
                == [.calendarSet(terms: [term(10, 20), term(21, 30)], insetDays: [Day(number: 3), Day(number: 5)])])
    }

    @Test("adopting the edition in force again does nothing, and addresses are kept in lower case")
    func repeated() throws {
        #expect(try School.decide(school, .adopt(pack: Self.pack), at: desk(reacting: true)).isEmpty)
        #expect(
            try School.decide(school, .setEmailDomains(["School.Example"]), at: desk()) == [
                .emailDomainsSet(domains: ["school.example"])
            ])
        #expect(
            try School.decide(school, .setHosts(["Policy.School.Example"]), at: desk(reacting: true))
                == [.hostsSet(hosts: ["policy.school.example"])])
    }

    // MARK: Declaration

    private func declaration(_ state: Declaration?, _ command: Declaration.Command, at desk: Desk) throws(Refusal)
        -> Declaration?
    {
        var state = state
        for event in try Declaration.decide(state, command, at: desk) { state = Declaration.evolve(state, event) }
        return state
    }

    @Test("a declaration is asked for with a due time, given by its person, and asked for again under a new edition")
    func declarationLife() throws {
        var state = try declaration(
            nil, .ask(Cast.lead.id), at: desk(reacting: true) { $0.declarationWithin = Setting(.working(2)) })
        #expect(state?.asked?.due.londonDay == Moment.today.adding(days: 4))
        #expect(state?.summary.duties.map(\.assignees) == [[.person(Cast.lead.id)]])
        #expect(try declaration(state, .ask(Cast.lead.id), at: desk(reacting: true)) == state)
        state = try declaration(state, .declare, at: desk(.lead))
        #expect(state?.given.map(\.edition) == ["oakdene-2026.2"])
        #expect(state?.summary.duties.isEmpty == true)
        #expect(throws: Refusal.wrongState("You have confirmed this edition already.")) {
            try declaration(state, .declare, at: desk(.lead))
        }
        let grange = try Desk.of(.office, pack: .named("grange"), isReaction: true)
        #expect(try declaration(state, .ask(Cast.lead.id), at: grange)?.asked?.edition == "grange-2026.2")
        state = try declaration(state, .close, at: desk(reacting: true))
        #expect(throws: Refusal.wrongState("This person has left.")) {
            try declaration(state, .ask(Cast.lead.id), at: grange)
        }
        #expect(throws: Refusal.wrongState("This person has left.")) {
            try declaration(state, .declare, at: desk(.lead))
        }
        #expect(try Declaration.decide(state, .close, at: desk(reacting: true)).isEmpty)
    }

    @Test("nobody declares for another, whoever they are", arguments: Cast.allCases.filter { $0 != .lead })
    func declarationOfAnother(who: Cast) throws {
        let state = try declaration(nil, .ask(Cast.lead.id), at: desk(reacting: true))
        let desk = try Desk.of(who, roles: Set(Role.allCases), pack: .named("oakdene"))
        #expect(
            throws: Refusal.notAuthorised(
                reason: "Only the person named can confirm that they have read the policy.", whoMay: [])
        ) {
            try declaration(state, .declare, at: desk)
        }
        #expect(throws: Refusal.notAuthorised(reason: "A declaration is closed when its person leaves.", whoMay: [])) {
            try declaration(state, .close, at: desk)
        }
    }

    @Test("there is nothing to declare before a declaration is asked for, and nothing to close")
    func declarationMissing() throws {
        #expect(throws: Refusal.notFound) { try declaration(nil, .declare, at: desk(.lead)) }
        #expect(try Declaration.decide(nil, .close, at: desk(reacting: true)).isEmpty)
        #expect(throws: Refusal.notAuthorised(reason: "A declaration is closed when its person leaves.", whoMay: [])) {
            try Declaration.decide(nil, .close, at: desk())
        }
    }

    @Test("where a policy wants it again at an interval, giving it leaves the next as a duty")
    func renewal() throws {
        let repeating = try desk(.lead) { $0.declarationRepeatsEvery = Setting(Months(12)) }
        var state = try declaration(nil, .ask(Cast.lead.id), at: desk(reacting: true))
        state = try declaration(state, .declare, at: repeating)
        #expect(state?.summary.duties.first?.due?.londonDay == Moment.today.adding(months: 12))
        #expect(try declaration(state, .declare, at: repeating)?.given.count == 2)
    }

    // MARK: Training

    private func training(_ state: Training?, _ command: Training.Command, at desk: Desk) throws(Refusal) -> Training? {
        var state = state
        for event in try Training.decide(state, command, at: desk) { state = Training.evolve(state, event) }
        return state
    }

    @Test(
        "training is asked for, recorded by the pack's recorders, and to be renewed when it runs out",
        arguments: AccountAuthorityTests.packs)
    func trainingLife(id: String) throws {
        let pack = id == "synthetic" ? try Pack.synthetic() : try Pack.named(id)
        let recorders = pack.process.trainingRecorders.value
        var state = try training(nil, .ask(Cast.lead.id), at: .of(.office, pack: pack, isReaction: true))
        #expect(state?.summary.duties.map(\.assignees) == [recorders.map(Assignee.role)])
        #expect(state?.summary.duties.map(\.except) == [Cast.lead.id])
        for role in Role.allCases {
            let desk = try Desk.of(.dpo, roles: [role], pack: pack)
            let command = Training.Command.record(Cast.lead.id, title: "Course", on: Moment.today)
            #expect(
                refusal { () throws(Refusal) in try Training.decide(state, command, at: desk) }
                    == (recorders.contains(role)
                        ? nil : .notAuthorised(reason: "You may not record training.", whoMay: recorders)))
        }
        let recorder = try Desk.of(.dpo, roles: Set(recorders), pack: pack)
        state = try training(state, .record(Cast.lead.id, title: "Course", on: Moment.today), at: recorder)
        #expect(state?.until == Moment.today.adding(months: pack.process.trainingValidFor.value.count))
        #expect(state?.summary.duties.map(\.key) == ["renew"])
        #expect(try Training.decide(state, .ask(Cast.lead.id), at: .of(.office, pack: pack, isReaction: true)).isEmpty)
    }

    @Test("nobody records their own training")
    func ownTraining() throws {
        let may: [Role] = [.administrator, .slt, .headteacher]
        let desk = try desk(.office)
        #expect(
            throws: Refusal.notAuthorised(
                reason: "Nobody records their own training. Ask a colleague who may.", whoMay: may)
        ) {
            try training(nil, .record(Cast.office.id, title: "Course", on: Moment.today), at: desk)
        }
    }

    @Test(
        "training counts only while it is neither in the future nor run out",
        arguments: [
            (1, "Date of the training must be today or earlier"),
            (-367, "Training on 18 November 2025 no longer counts: the policy asks for it every 12 months"),
            (-365, nil), (0, nil),
        ] as [(Int, String?)])
    func trainingDay(offset: Int, message: String?) throws {
        let desk = try desk(.office)
        let command = Training.Command.record(Cast.lead.id, title: "Course", on: Moment.today.adding(days: offset))
        #expect(
            refusal { () throws(Refusal) in try Training.decide(nil, command, at: desk) }
                == message.map { .incomplete([FieldProblem("on", $0)]) })
    }

    @Test("a leaver is neither asked nor trained, and only the office closes their training")
    func trainingClosed() throws {
        let asked = try training(nil, .ask(Cast.lead.id), at: desk(reacting: true))
        #expect(throws: Refusal.notAuthorised(reason: "Training is closed when its person leaves.", whoMay: [])) {
            try training(asked, .close, at: desk())
        }
        #expect(try Training.decide(nil, .close, at: desk(reacting: true)).isEmpty)
        let closed = try training(asked, .close, at: desk(reacting: true))
        #expect(closed?.summary.duties.isEmpty == true)
        for command in [Training.Command.ask(Cast.lead.id), .record(Cast.lead.id, title: "C", on: Moment.today)] {
            #expect(throws: Refusal.wrongState("This person has left.")) { try training(closed, command, at: desk()) }
        }
        #expect(throws: Refusal.wrongState("This person has left.")) {
            try training(nil, .record(Cast.gone.id, title: "C", on: Moment.today), at: desk())
        }
        #expect(try Training.decide(closed, .close, at: desk(reacting: true)).isEmpty)
    }
}
