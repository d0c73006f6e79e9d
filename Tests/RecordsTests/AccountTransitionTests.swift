import Testing

@testable import Policy
@testable import Records

@Suite("Every command at every stage of an account")
struct AccountTransitionTests {
    /// Somebody who may give the command, wherever it can be given.
    private func giver(of order: Order) -> Cast {
        switch order {
        case .apply, .revise, .withdraw: .applicant
        case .approve, .sendBack, .reject: .head
        case .open, .changePassword, .reveal, .setPeople, .review, .handOver, .close, .connect: .office
        case .reportUnofficial: .volunteer
        case .actOnUnofficial, .noteLeaver: .leader
        }
    }

    private func expectedRefusal(_ stage: Stage, _ order: Order) -> Refusal {
        switch (stage, order) {
        case (.none, _): .notFound
        case (_, .apply), (_, .reportUnofficial): .wrongState("This account is on record already.")
        case (.settled, .actOnUnofficial): .wrongState("This has been settled already.")
        default: .wrongState("That cannot be done while the account is \(stage.words).")
        }
    }

    @Test(
        "a command is carried out at its stages and refused at every other, by whoever may give it",
        arguments: Stage.allCases, Order.allCases)
    func pair(stage: Stage, order: Order) throws {
        let pack = try Pack.named("oakdene")
        let state = try stage.state(under: pack)
        let desk = try Desk.of(giver(of: order), pack: pack, isReaction: order == .noteLeaver)
        if stage.allowed.contains(order) {
            #expect(throws: Never.self) { try Account.decide(state, order.command, at: desk) }
        } else {
            #expect(throws: expectedRefusal(stage, order)) { try Account.decide(state, order.command, at: desk) }
        }
    }

    @Test(
        "what follows a command is the stage that it is for",
        arguments: [
            (Stage.none, Order.apply, Stage.applied), (.none, .reportUnofficial, .unofficial),
            (.applied, .approve, .approved),
            (.applied, .sendBack, .returned), (.applied, .reject, .rejected), (.applied, .withdraw, .withdrawn),
            (.returned, .revise, .applied),
            (.returned, .withdraw, .withdrawn), (.approved, .open, .open), (.approved, .withdraw, .withdrawn),
            (.open, .changePassword, .open),
            (.open, .reveal, .open), (.open, .setPeople, .open), (.open, .review, .open), (.open, .handOver, .open),
            (.open, .close, .closed), (.open, .connect, .open),
            (.unofficial, .actOnUnofficial, .settled), (.applied, .noteLeaver, .applied),
            (.returned, .noteLeaver, .returned),
            (.approved, .noteLeaver, .returned), (.open, .noteLeaver, .open), (.rejected, .noteLeaver, .rejected),
            (.withdrawn, .noteLeaver, .withdrawn), (.closed, .noteLeaver, .closed),
        ])
    func following(from: Stage, order: Order, to: Stage) throws {
        let pack = try Pack.named("oakdene")
        var state = try from.state(under: pack)
        let desk = try Desk.of(giver(of: order), pack: pack, isReaction: order == .noteLeaver)
        for event in try Account.decide(state, order.command, at: desk) { state = Account.evolve(state, event) }
        #expect(state?.status.label == to.words)
    }

    @Test("nobody but the office itself notes a leaver, whoever they are", arguments: Cast.allCases)
    func leaverByHand(who: Cast) throws {
        let pack = try Pack.named("oakdene")
        let state = try Stage.open.state(under: pack)
        let desk = try Desk.of(who, pack: pack)
        #expect(throws: Refusal.notAuthorised(reason: "Leavers are recorded on the page of the person.", whoMay: [])) {
            try Account.decide(state, Order.noteLeaver.command, at: desk)
        }
    }

    @Test("a leaver whom the account does not name leaves no event")
    func strangerLeaves() throws {
        let pack = try Pack.named("oakdene")
        for stage in Stage.allCases where stage != .none {
            let state = try stage.state(under: pack)
            let desk = try Desk.of(.office, pack: pack, isReaction: true)
            #expect(try Account.decide(state, .noteLeaver(PersonID("p-unknown")), at: desk).isEmpty)
        }
    }

    @Test("noting a leaver a second time does nothing", arguments: Stage.allCases.filter { $0 != .none })
    func leaverTwice(stage: Stage) throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.office, pack: pack, isReaction: true)
        for leaver in Cast.allCases {
            var state = try stage.state(under: pack)
            for event in try Account.decide(state, .noteLeaver(leaver.id), at: desk) {
                state = Account.evolve(state, event)
            }
            #expect(try Account.decide(state, .noteLeaver(leaver.id), at: desk).isEmpty, "\(leaver)")
        }
    }
}
