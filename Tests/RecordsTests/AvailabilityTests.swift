import Testing

@testable import Policy
@testable import Records

@Suite("What is offered is what is allowed")
struct AvailabilityTests {
    /// Compares what is offered with what is decided, for everybody of the cast and each role alone.
    private func compare<R: Record>(
        _ state: R?, under pack: Pack, commands: [(name: String, command: R.Command)],
        skip: (Cast) -> Bool = { _ in false }
    ) throws {
        for who in Cast.allCases where who != .gone && !skip(who) {
            for roles in [who.roles] + Role.allCases.map({ [$0] }) {
                let desk = try Desk.of(who, roles: roles, pack: pack)
                let offered = R.available(state, at: desk)
                #expect(Set(offered).count == offered.count)
                let forms = Set(R.forms(at: desk).map(\.form.name))
                #expect(offered.allSatisfy(forms.contains))
                for (name, command) in commands {
                    let refusal = refusal { () throws(Refusal) in try R.decide(state, command, at: desk) }
                    let isBarred = refusal.map { $0.isOfPersonOrStage || $0 == .notFound } ?? false
                    #expect(
                        offered.contains(name) == !isBarred,
                        "\(R.kind) \(name) for \(who) as \(roles): \(String(describing: refusal))")
                }
            }
        }
    }

    @Test("on accounts, at every stage", arguments: Stage.allCases)
    func accounts(stage: Stage) throws {
        let pack = try Pack.named("oakdene")
        let commands = Order.allCases.filter { $0 != .noteLeaver }.map { (name: $0.rawValue, command: $0.command) }
        try compare(try stage.state(under: pack), under: pack, commands: commands)
    }

    @Test("on accounts of a school with another policy", arguments: [Stage.none, .applied])
    func syntheticAccounts(stage: Stage) throws {
        let pack = try Pack.synthetic()
        let commands = Order.allCases.filter { $0 != .noteLeaver }.map { (name: $0.rawValue, command: $0.command) }
        try compare(try stage.state(under: pack), under: pack, commands: commands)
    }

    @Test("on people", arguments: [true, false], [true, false])
    func people(exists: Bool, hasLeft: Bool) throws {
        let state =
            exists
            ? Person(id: Cast.lead.id, particulars: .sample, joined: Moment.today, left: hasLeft ? Moment.today : nil)
            : nil
        try compare(
            state, under: .named("oakdene"),
            commands: [
                ("join", .join(Cast.lead.id, .sample, on: Moment.today)),
                ("correct", .correct(name: "L", email: "l@school.example")),
                ("changeRoles", .changeRoles([.governor])), ("leave", .leave(on: Moment.today)),
            ])
    }

    @Test("on a school", arguments: [true, false])
    func school(exists: Bool) throws {
        let state = School(name: "Oak", founded: Moment.now, adopted: PackInForce(id: "", edition: "", hash: ""))
        try compare(
            exists ? state : nil, under: .named("oakdene"),
            commands: [
                ("setCalendar", .setCalendar(terms: [], insetDays: [])), ("setEmailDomains", .setEmailDomains([])),
                ("setHosts", .setHosts([])),
            ])
    }

    @Test("on declarations", arguments: [0, 1, 2, 3])
    func declarations(steps: Int) throws {
        let pack = try Pack.named("oakdene")
        let life: [(Cast, Declaration.Command)] = [(.office, .ask(Cast.lead.id)), (.lead, .declare), (.office, .close)]
        var state: Declaration?
        for (who, command) in life.prefix(steps) {
            for event in try Declaration.decide(state, command, at: .of(who, pack: pack, isReaction: who == .office)) {
                state = Declaration.evolve(state, event)
            }
        }
        try compare(state, under: pack, commands: [("declare", .declare)])
    }

    @Test("on training, of anybody but oneself", arguments: [0, 1, 2, 3])
    func training(steps: Int) throws {
        let pack = try Pack.named("oakdene")
        let record = Training.Command.record(Cast.lead.id, title: "Course", on: Moment.today)
        let life: [Training.Command] = [.ask(Cast.lead.id), record, .close]
        var state: Training?
        for command in life.prefix(steps) {
            for event in try Training.decide(state, command, at: .of(.office, pack: pack, isReaction: true)) {
                state = Training.evolve(state, event)
            }
        }
        try compare(state, under: pack, commands: [("record", record)], skip: { $0 == .lead && state == nil })
    }

    @Test(
        "every duty has somebody to do it, who may see the record and is offered what it asks",
        arguments: Stage.allCases, ["oakdene", "grange"])
    func duties(stage: Stage, id: String) throws {
        let pack = try Pack.named(id)
        let state = try stage.state(under: pack)
        let summary = state?.summary
        let seen = Set((summary?.audience ?? []).map(\.token))
        for duty in summary?.duties ?? [] {
            #expect(!duty.assignees.isEmpty)
            for assignee in duty.assignees {
                #expect(seen.contains("everyone") || seen.contains(assignee.token))
                guard let action = duty.action else { continue }
                let desk: Desk =
                    switch assignee {
                    case .role(let role): try .of(.dpo, roles: [role], pack: pack)
                    case .person(let person): try .of(try #require(Cast(rawValue: person.rawValue)), pack: pack)
                    }
                #expect(Account.available(state, at: desk).contains(action), "\(duty.key)")
            }
        }
    }

    @Test("an application is seen by those whom the pack has decide it, whatever their role")
    func audience() throws {
        let pack = try Pack.synthetic()
        let applied = try #require(try Stage.applied.state(under: pack))
        #expect(Set(applied.summary.audience).isSuperset(of: [.role(.governor), .role(.dpo)]))
        #expect(!applied.summary.audience.contains(.everyone))
        let approver = try Desk.of(.leader, roles: [.governor], pack: pack)
        let approved = try Account.decide(applied, Order.approve.command, at: approver).reduce(applied) {
            Account.evolve($0, $1)
        }
        #expect(approved.summary.audience.contains(.role(.clerk)))
        #expect(approved.summary.duties.map(\.assignees) == [[.role(.clerk)]])
    }
}
