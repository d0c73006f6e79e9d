import Testing

@testable import Policy
@testable import Records

@Suite("Running an open account")
struct AccountRunningTests {
    /// An account of the lead and the applicant, administered by the head, its password stored by the office.
    private struct Life {
        let pack: Pack
        var account: Account?

        init(_ change: (inout Process) -> Void = { _ in }) throws {
            pack = try Pack.named("oakdene").with(change)
            account = try Stage.open.state(under: pack)
        }

        var open: OpenAccount? { account?.openAccount }

        mutating func give(_ command: Account.Command, by who: Cast = .office, isReaction: Bool = false) throws {
            for event in try Account.decide(account, command, at: .of(who, pack: pack, isReaction: isReaction)) {
                account = Account.evolve(account, event)
            }
        }

        func refused(_ command: Account.Command, by who: Cast = .office) throws -> Refusal? {
            let desk = try Desk.of(who, pack: pack)
            return refusal { () throws(Refusal) in try Account.decide(account, command, at: desk) }
        }

        mutating func leave(_ who: Cast) throws { try give(.noteLeaver(who.id), isReaction: true) }
    }

    @Test(
        "the password must be changed when somebody who has seen it leaves, whether or not they run the account",
        arguments: [
            (Cast.office, true), (.head, true), (.leader, false), (.lead, false),
        ])
    func leaverKnew(who: Cast, isDemanded: Bool) throws {
        var life = try Life { $0.credentialRotationWithin = Setting(.working(2)) }
        try life.give(.reveal(reason: "To sign in."), by: .head)
        try life.leave(who)
        #expect((life.open?.custody.rotationDue != nil) == isDemanded)
        if isDemanded {
            #expect(life.open?.custody.rotationDue?.due.londonDay == Moment.today.adding(days: 4))
            #expect(
                life.account?.summary.duties.contains { $0.key == "rotate" && $0.assignees == [.role(.administrator)] }
                    == true)
        }
    }

    @Test("the password must be changed when somebody who has seen it loses access", arguments: [true, false])
    func removedKnew(byReview: Bool) throws {
        var life = try Life()
        try life.give(.setPeople(posters: [Cast.lead.id], administrators: [Cast.head.id, Cast.leader.id]))
        try life.give(.reveal(reason: "To sign in."), by: .leader)
        #expect(life.open?.custody.rotationDue == nil)
        if byReview {
            try life.give(.review([Cast.lead.id: .keep, Cast.head.id: .keep, Cast.leader.id: .remove], note: ""))
        } else {
            try life.give(.setPeople(posters: [Cast.lead.id], administrators: [Cast.head.id]))
        }
        #expect(life.open?.custody.rotationDue?.reason == "Somebody who has seen the password no longer has access.")
    }

    @Test("somebody who loses access without having seen the password asks for no change of it")
    func removedDidNotKnow() throws {
        var life = try Life()
        try life.give(.setPeople(posters: [Cast.lead.id], administrators: [Cast.head.id]))
        #expect(life.open?.custody.rotationDue == nil)
    }

    @Test("a new password ends the demand, and only whoever stored it is known to know it")
    func rotation() throws {
        var life = try Life()
        try life.give(.reveal(reason: "To sign in."), by: .head)
        #expect(life.open?.custody.seenBy == [Cast.office.id, Cast.head.id])
        try life.leave(.head)
        try life.give(.changePassword(sealedSecret: "new", reason: "A leaver knew it."))
        #expect(life.open?.custody.rotationDue == nil)
        #expect(life.open?.custody.seenBy == [Cast.office.id])
        #expect(life.open?.custody.sealedSecret == "new")
    }

    @Test("a second look by the same person counts once among those who know it")
    func twice() throws {
        var life = try Life()
        for _ in 0..<2 { try life.give(.reveal(reason: "To sign in."), by: .head) }
        #expect(life.open?.custody.seenBy == [Cast.office.id, Cast.head.id])
    }

    @Test("a demand keeps its first due time when another person leaves")
    func firstDemand() throws {
        var life = try Life()
        try life.give(.reveal(reason: "To sign in."), by: .head)
        try life.leave(.office)
        let first = life.open?.custody.rotationDue
        let later = try Desk.of(.leader, pack: life.pack, now: Moment.now.adding(seconds: 86_400 * 7), isReaction: true)
        for event in try Account.decide(life.account, .noteLeaver(Cast.head.id), at: later) {
            life.account = Account.evolve(life.account, event)
        }
        #expect(first != nil)
        #expect(life.open?.custody.rotationDue == first)
    }

    @Test(
        "a leaver takes their access with them, and the account is to be handed over when it loses its lead or last administrator",
        arguments: [
            (Cast.lead, "Its lead has left the school.", "handOver"),
            (.head, "Its only administrator has left the school.", "setPeople"),
            (.applicant, nil, nil),
        ] as [(Cast, String?, String?)])
    func handoverDemanded(who: Cast, reason: String?, action: String?) throws {
        var life = try Life { $0.handoverWithin = Setting(.working(1)) }
        try life.leave(who)
        #expect(life.open?.people.contains(who.id) == false)
        #expect(life.open?.handoverDue?.reason == reason)
        #expect(life.account?.summary.duties.first { $0.key == "handOver" }?.action == action)
        if reason != nil { #expect(life.open?.handoverDue?.due.londonDay == Moment.today.adding(days: 3)) }
    }

    @Test("a handover gives the account a lead who may post, and settles the demand")
    func handover() throws {
        var life = try Life()
        try life.leave(.lead)
        try life.give(.handOver(to: Cast.governor.id, note: ""))
        #expect(life.open?.lead == Cast.governor.id)
        #expect(life.open?.posters.contains(Cast.governor.id) == true)
        #expect(life.open?.handoverDue == nil)
    }

    @Test("an account without an administrator stays to be handed over until it has one again")
    func handoverNeedsAdministrator() throws {
        var life = try Life()
        try life.leave(.head)
        try life.give(.handOver(to: Cast.governor.id, note: ""))
        #expect(life.open?.handoverDue != nil)
        try life.give(.setPeople(posters: [Cast.applicant.id], administrators: [Cast.leader.id]))
        #expect(life.open?.handoverDue == nil)
    }

    @Test(
        "an account is handed only to somebody else who is here and ready",
        arguments: [
            (Cast.lead, "Lead leads this account already. Choose somebody else"), (.gone, "Gone has left the school"),
            (
                .newcomer,
                "Newcomer has not yet confirmed that they have read the policy and been trained, or their training has run out"
            ),
        ])
    func handoverTo(who: Cast, message: String) throws {
        #expect(try Life().refused(.handOver(to: who.id, note: "")) == .incomplete([FieldProblem("to", message)]))
    }

    @Test("its lead hands an account over without any role")
    func leadHandsOver() throws {
        #expect(try Life().refused(.handOver(to: Cast.applicant.id, note: ""), by: .lead) == nil)
    }

    @Test("a review answers for each person with access, and names those left out")
    func reviewUnanswered() throws {
        let refusal = try Life().refused(.review([Cast.head.id: .keep], note: ""))
        #expect(
            refusal
                == .incomplete([
                    FieldProblem("access.p-applicant", "Choose whether Applicant keeps access"),
                    FieldProblem("access.p-lead", "Choose whether Lead keeps access"),
                ]))
    }

    @Test("a review never takes the last administrator away")
    func reviewLastAdministrator() throws {
        let message = "An account needs at least one administrator. Name another first, or close the account"
        let all: [PersonID: Account.Command.Verdict] = [
            Cast.lead.id: .keep, Cast.applicant.id: .keep, Cast.head.id: .remove,
        ]
        #expect(try Life().refused(.review(all, note: "")) == .incomplete([FieldProblem("access.p-head", message)]))
        var life = try Life()
        try life.leave(.head)
        let rest: [PersonID: Account.Command.Verdict] = [Cast.lead.id: .keep, Cast.applicant.id: .keep]
        #expect(try life.refused(.review(rest, note: "")) == .incomplete([FieldProblem("", message)]))
    }

    @Test("a review takes access away, asks for a handover when the lead goes, and sets the next", arguments: [3, 12])
    func review(months: Int) throws {
        var life = try Life { $0.accessReviewEvery = Setting(Months(months)) }
        try life.give(
            .review([Cast.lead.id: .remove, Cast.applicant.id: .keep, Cast.head.id: .keep], note: "Lead moved on."))
        #expect(life.open?.people == [Cast.applicant.id, Cast.head.id])
        #expect(life.open?.lastReview?.removed == [Cast.lead.id])
        #expect(life.open?.lastReview?.kept == [Cast.applicant.id, Cast.head.id])
        #expect(life.open?.handoverDue?.reason == "Its lead no longer has access.")
        #expect(life.open?.reviewDue.londonDay == Moment.today.adding(months: months))
    }

    @Test("setting the same people again does nothing, in whatever order they are named")
    func samePeople() throws {
        let life = try Life()
        let command = Account.Command.setPeople(
            posters: [Cast.lead.id, Cast.applicant.id], administrators: [Cast.head.id])
        #expect(try Account.decide(life.account, command, at: .of(.office, pack: life.pack)).isEmpty)
    }

    @Test("people are set only from those who may, are ready and are not too many")
    func setPeople() throws {
        let life = try Life { $0.administratorsAtMost = Setting(1) }
        let refusal = try life.refused(
            .setPeople(posters: [Cast.newcomer.id], administrators: [Cast.head.id, Cast.leader.id]))
        #expect(refusal?.fields == ["posters", "administrators"])
    }

    @Test(
        "an account is closed on a day between its opening and today",
        arguments: [
            (1, "Date it was closed must be today or earlier"),
            (-1, "Date it was closed must not be before 20 November 2026, when it was opened"), (0, nil),
        ] as [(Int, String?)])
    func closing(offset: Int, message: String?) throws {
        let refusal = try Life().refused(.close(on: Moment.today.adding(days: offset), reason: "Done."))
        #expect(refusal == message.map { .incomplete([FieldProblem("on", $0)]) })
    }

    @Test("a closed account keeps no password and asks nothing of anybody")
    func closed() throws {
        let account = try #require(try Stage.closed.state(under: .named("oakdene")))
        #expect(account.summary.duties.isEmpty)
        #expect(account.openAccount == nil)
        guard case .closed(let was) = account.phase else {
            Issue.record("not closed")
            return
        }
        #expect(was.posters == [Cast.applicant.id, Cast.lead.id])
        #expect(was.administrators == [Cast.head.id])
    }

    @Test("an account that is not official keeps each thing done about it, until it is settled")
    func unofficial() throws {
        let pack = try Pack.named("oakdene")
        var state = try Stage.unofficial.state(under: pack)
        for (done, settled) in [("Wrote to its owner.", false), ("It is gone.", true)] {
            #expect(state?.summary.duties.map(\.key) == ["act"])
            for event in try Account.decide(
                state, .actOnUnofficial(done: done, isSettled: settled), at: .of(.leader, pack: pack))
            {
                state = Account.evolve(state, event)
            }
        }
        guard case .unofficial(let account) = state?.phase else {
            Issue.record("not unofficial")
            return
        }
        #expect(account.actions.map(\.done) == ["Wrote to its owner.", "It is gone."])
        #expect(state?.summary.duties.isEmpty == true)
        #expect(state?.status == .unofficialSettled)
    }
}
