import Testing

@testable import Policy
@testable import Records

@Suite("Long lives of accounts")
struct RandomLifeTests {
    private func someone(_ random: inout Seeded) -> Cast { Cast.allCases.randomElement(using: &random) ?? .lead }

    private func some(_ most: Int, _ random: inout Seeded) -> [PersonID] {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in someone(&random).id }
    }

    private func command(_ state: Account?, _ random: inout Seeded) -> Account.Command {
        switch Order.allCases.randomElement(using: &random) ?? .apply {
        case .apply: .apply(.sample, .sample, lead: someone(&random).id, operators: some(3, &random))
        case .revise: .revise(.sample, .sample, lead: someone(&random).id, operators: some(3, &random))
        case .open:
            .open(
                .sample, posters: some(3, &random), administrators: some(2, &random),
                sealedSecret: "s\(random.next() % 100)")
        case .setPeople: .setPeople(posters: some(3, &random), administrators: some(2, &random))
        case .review:
            .review(
                Dictionary(
                    uniqueKeysWithValues: (state?.openAccount?.people ?? []).map {
                        ($0, Bool.random(using: &random) ? .keep : .remove)
                    }), note: "")
        case .handOver: .handOver(to: someone(&random).id, note: "")
        case .noteLeaver: .noteLeaver(someone(&random).id)
        case let other: other.command
        }
    }

    @Test("whatever is commanded by whomever, an account stays whole and its history gives it again", arguments: 1...40)
    func life(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let pack = try Pack.named(Pack.embeddedIDs[seed % Pack.embeddedIDs.count])
        var state: Account?
        var history: [Account.Event] = []
        var left: Set<PersonID> = []
        var now = Moment.now
        for _ in 0..<400 {
            now = now.adding(seconds: 60)
            let command = command(state, &random)
            var desk = try Desk.of(
                someone(&random), roles: Bool.random(using: &random) ? Set(Role.allCases) : nil, pack: pack, now: now)
            if case .noteLeaver = command { desk.isReaction = true }
            for person in left { desk.people[person]?.isActive = false }
            guard let events = try? Account.decide(state, command, at: desk) else { continue }
            if case .noteLeaver(let person) = command { left.insert(person) }
            for event in events { state = Account.evolve(state, event) }
            history += events
            #expect(history.reduce(Account?.none) { Account.evolve($0, $1) } == state)
            if let state { expectWhole(state, left) }
        }
        #expect(!history.isEmpty)
    }

    private func expectWhole(_ account: Account, _ left: Set<PersonID>) {
        let summary = account.summary
        #expect(summary.duties.allSatisfy { !$0.assignees.isEmpty })
        #expect(Set(summary.duties.map(\.key)).count == summary.duties.count)
        #expect(summary.status == account.status.rawValue)
        switch account.phase {
        case .applied(let application), .returned(let application, _, _, _), .approved(let application, _):
            #expect(application.operators.contains(application.lead))
            #expect(Set(application.operators + [application.applicant]).isDisjoint(with: left))
            #expect(application.version >= 1)
        case .open(let open):
            #expect(Set(open.people).isDisjoint(with: left))
            #expect(open.custody.seenBy.contains(open.custody.storedBy))
            #expect(open.lead != nil || open.handoverDue != nil)
            #expect(!open.administrators.isEmpty || open.handoverDue != nil)
            #expect(open.custody.rotationDue != nil || open.custody.seenBy.allSatisfy { !left.contains($0) })
            #expect(open.approval.by != open.application.applicant)
            #expect(open.approval.version == open.application.version)
        case .closed(let closed): #expect(closed.openedOn <= closed.closedOn)
        case .rejected, .withdrawn, .unofficial: break
        }
    }

    @Test("an event that comes before any other gives an empty record rather than an end of the program")
    func orphanEvents() {
        #expect(Account.evolve(nil, .revealed(reason: "", by: .office, at: Moment.now)).status == .unofficialSettled)
        #expect(Person.evolve(nil, .left(on: Moment.today)).roles.isEmpty)
        #expect(School.evolve(nil, .hostsSet(hosts: [])).name.isEmpty)
        #expect(Declaration.evolve(nil, .closed(at: Moment.now)).isClosed)
        #expect(Training.evolve(nil, .closed(at: Moment.now)).isClosed)
        #expect(Judgement.evolve(nil, .acknowledged(by: .office, at: Moment.now)).status == .withdrawn)
        #expect(Post.evolve(nil, .unscheduled(by: .office, at: Moment.now)).status == .discarded)
        #expect(KeptAnswer.evolve(nil, .noteWritten(note: "", by: .office, at: Moment.now)).question.isEmpty)
    }
}
