import Testing

@testable import Policy
@testable import Records

@Suite("Questions and departures")
struct JudgementTests {
    private func decide(
        _ state: Judgement?, _ order: JudgementOrder, at desk: Desk
    ) throws(Refusal) -> Judgement? {
        try Judgement.decide(state, order.command, at: desk).reduce(state) { Judgement.evolve($0, $1) }
    }

    @Test(
        "a command is carried out at its stages and refused at every other, by whoever may give it",
        arguments: JudgementStage.allCases, JudgementOrder.allCases)
    func pair(stage: JudgementStage, order: JudgementOrder) throws {
        let pack = try Pack.named("grange")
        let state = try stage.state(under: pack)
        let desk = try Desk.of(order.giver, pack: pack, isReaction: order == .noteLeaver)
        let refusal = refusal { () throws(Refusal) in try Judgement.decide(state, order.command, at: desk) }
        if stage.allowed.contains(order) {
            #expect(refusal == nil)
        } else if stage == .none {
            #expect(refusal == .notFound)
        } else {
            guard case .wrongState = refusal else {
                Issue.record("\(order) at \(stage): \(String(describing: refusal))")
                return
            }
        }
    }

    @Test(
        "what follows a command is the stage that it is for",
        arguments: [
            (JudgementStage.none, JudgementOrder.ask, Judgement.Status.waiting), (.none, .tellDone, .waiting),
            (.question, .askMore, .returned), (.question, .answer, .permitted), (.question, .withdraw, .withdrawn),
            (.planned, .withdraw, .withdrawn), (.returned, .explain, .waiting), (.returned, .answer, .permitted),
            (.answered, .acknowledge, .permitted), (.returned, .noteLeaver, .waiting),
            (.question, .noteLeaver, .waiting), (.question, .recordAdvice, .waiting),
        ])
    func following(from: JudgementStage, order: JudgementOrder, to: Judgement.Status) throws {
        let pack = try Pack.named("grange")
        let desk = try Desk.of(order.giver, pack: pack, isReaction: order == .noteLeaver)
        #expect(try decide(try from.state(under: pack), order, at: desk)?.status == to)
    }

    @Test("each answer that can be given is what then stands", arguments: Reply.Outcome.allCases)
    func outcomes(outcome: Reply.Outcome) throws {
        let pack = try Pack.named("grange")
        let state = try JudgementStage.done.state(under: pack)
        let events = try Judgement.decide(state, .answer(outcome, text: "So"), at: .of(.head, pack: pack))
        let judgement = events.reduce(state) { Judgement.evolve($0, $1) }
        #expect(judgement?.status.rawValue == outcome.rawValue)
        #expect(judgement?.summary.duties.map(\.assignees) == [[.person(Cast.applicant.id)]])
    }

    @Test(
        "nobody answers their own, whichever roles they hold",
        arguments: [JudgementStage.question, .returned, .answered])
    func notTheirOwn(stage: JudgementStage) throws {
        let pack = try Pack.named("grange")
        let state = try stage.state(under: pack)
        let desk = try Desk.of(.applicant, roles: Set(Role.allCases), pack: pack)
        for order in [JudgementOrder.answer, .askMore, .recordAdvice, .askForChange]
        where stage.allowed.contains(order) {
            let refusal = refusal { () throws(Refusal) in try Judgement.decide(state, order.command, at: desk) }
            #expect(
                refusal
                    == .notAuthorised(
                        reason: "You told this, so somebody else answers it.", whoMay: [.headteacher]))
        }
        #expect(!Judgement.available(state, at: desk).contains("answer"))
        #expect(
            state?.summary.duties.first { $0.key == "answer" }?.except == (stage == .question ? Cast.applicant.id : nil)
        )
    }

    @Test(
        "the only head's own goes to the chair, to any governor where there is no chair, and to another head if there is one",
        arguments: [
            ([Role.headteacher: 1, .chair: 1], [Role.headteacher, .chair]),
            ([.headteacher: 1], [.headteacher, .governor]),
            ([.headteacher: 2, .chair: 1], [.headteacher]),
        ])
    func headsOwn(holders: [Role: Int], recipients: [Role]) throws {
        let pack = try Pack.named("grange")
        let desk = try Desk.of(.head, pack: pack, holders: holders)
        #expect(try decide(nil, .tellDone, at: desk)?.recipients == recipients)
    }

    @Test(
        "a school whose policy does not provide for it takes questions and no departures", arguments: Pack.embeddedIDs)
    func foreseen(id: String) throws {
        let pack = try Pack.named(id)
        let desk = try Desk.of(.applicant, pack: pack)
        #expect(Judgement.available(nil, at: desk) == (pack.departures.areForeseen ? ["ask", "tell"] : ["ask"]))
        #expect(
            (refusal { () throws(Refusal) in try decide(nil, .tellDone, at: desk) } == nil)
                == pack.departures.areForeseen)
        #expect(try decide(nil, .ask, at: desk)?.recipients == [.headteacher])
    }

    @Test(
        "what is planned is not in the past, and what is done not in the future",
        arguments: [
            (Departure.Stage.planned, -1, "When it is to be done must be today or later"),
            (.done, 1, "When it was done must be today or earlier"),
        ])
    func days(stage: Departure.Stage, days: Int, message: String) throws {
        let departure = Departure(stage: stage, on: Moment.today.adding(days: days), reasons: "So")
        let desk = try Desk.of(.applicant, pack: .named("grange"))
        #expect(throws: Refusal.incomplete([FieldProblem("on", message)])) {
            try Judgement.decide(nil, .tell(situation: "It", departure, nil), at: desk)
        }
    }

    @Test("an answer is due five working days on, and again from when more was said")
    func due() throws {
        let pack = try Pack.named("grange")
        let told = try JudgementStage.returned.state(under: pack)
        let later = Moment.now.adding(seconds: 3 * 24 * 3600)
        let desk = try Desk.of(.applicant, pack: pack, now: later)
        let again = try #require(try decide(told, .explain, at: desk))
        #expect(again.summary.duties.map(\.due) == [desk.due(within: .working(5))])
        #expect(again.exchange.map(\.question) == ["Who saw it?"] && again.exchange.map(\.reply) == ["Nobody"])
        let first = try #require(try JudgementStage.done.state(under: pack))
        #expect(first.summary.duties.map(\.due) == [try Desk.of(.head, pack: pack).due(within: .working(5))])
    }

    @Test("what the policy said goes along, as it stood")
    func carried() throws {
        let pack = try Pack.named("grange")
        let judgement = try #require(try JudgementStage.question.state(under: pack))
        let asked = Asked(facts: Facts(["who": "teacher", "action": "follow"]))
        #expect(judgement.matter.answer == (try GivenAnswer(asked.facts, of: pack, editionHash: "")))
        #expect(judgement.matter.question == pack.vocabulary.action("follow")?.label)
        #expect(judgement.title == "Question: May I?")
        #expect(try JudgementStage.done.state(under: pack)?.title == "Departure: The line was down")
    }

    @Test("it is for the teller and those who answer, and for those who edit once a change is asked for")
    func audience() throws {
        let pack = try Pack.named("grange")
        let before: Set<Audience> = [.person(Cast.applicant.id), .role(.headteacher)]
        #expect(Set(try #require(try JudgementStage.answered.state(under: pack)).summary.audience) == before)
        #expect(
            Set(try #require(try JudgementStage.changeAsked.state(under: pack)).summary.audience)
                == before.union([.role(.administrator)]))
    }

    @Test("a change stands until it is settled, as a duty and as a mark in lists")
    func change() throws {
        let pack = try Pack.named("grange")
        let asked = try #require(try JudgementStage.changeAsked.state(under: pack))
        #expect(asked.summary.facets.contains(SummaryFacet("asks", "change")))
        #expect(asked.summary.duties.contains { $0.key == "change" && $0.assignees.contains(.role(.administrator)) })
        let settled = try #require(try decide(asked, .settleChange, at: .of(.office, pack: pack)))
        #expect(!settled.asksForChange && settled.change?.settled?.done == "In the next edition")
        #expect(!settled.summary.duties.contains { $0.key == "change" })
        #expect(!settled.summary.facets.contains(SummaryFacet("asks", "change")))
    }

    @Test("what is offered is what is allowed", arguments: JudgementStage.allCases, ["grange", "oakdene"])
    func available(stage: JudgementStage, id: String) throws {
        let pack = try Pack.named(id)
        guard stage == .none || pack.departures.areForeseen else { return }
        let state = try stage.state(under: pack)
        for who in Cast.allCases where who != .gone {
            for roles in [who.roles] + Role.allCases.map({ [$0] }) {
                let desk = try Desk.of(who, roles: roles, pack: pack)
                let offered = Judgement.available(state, at: desk)
                #expect(Set(offered).count == offered.count)
                for order in JudgementOrder.allCases where order != .noteLeaver {
                    let refusal = refusal { () throws(Refusal) in
                        try Judgement.decide(state, order.command, at: desk)
                    }
                    #expect(
                        offered.contains(order.form) == (refusal == nil),
                        "\(order) for \(who) as \(roles): \(String(describing: refusal))")
                }
            }
        }
    }

    @Test(
        "every duty has somebody who may see the record and is offered what it asks", arguments: JudgementStage.allCases
    )
    func duties(stage: JudgementStage) throws {
        let pack = try Pack.named("grange")
        let state = try stage.state(under: pack)
        let seen = Set((state?.summary.audience ?? []).map(\.token))
        for duty in state?.summary.duties ?? [] {
            #expect(!duty.assignees.isEmpty)
            for assignee in duty.assignees {
                #expect(seen.contains(assignee.token))
                let desk: Desk =
                    switch assignee {
                    case .role(let role): try .of(.dpo, roles: [role], pack: pack)
                    case .person(let person): try .of(try #require(Cast(rawValue: person.rawValue)), pack: pack)
                    }
                #expect(Judgement.available(state, at: desk).contains(duty.action ?? ""), "\(duty.key)")
            }
        }
    }

    @Test("only the office notes a leaver, and only what waits for them goes on")
    func leaver() throws {
        let pack = try Pack.named("grange")
        let state = try JudgementStage.returned.state(under: pack)
        let person = try Desk.of(.head, pack: pack)
        guard
            case .notAuthorised = refusal({ () throws(Refusal) in
                try Judgement.decide(state, .noteLeaver(Cast.applicant.id), at: person)
            })
        else {
            Issue.record("anybody notes a leaver")
            return
        }
        let desk = try Desk.of(.head, pack: pack, isReaction: true)
        #expect(try Judgement.decide(state, .noteLeaver(Cast.lead.id), at: desk).isEmpty)
        let left = try #require(try decide(state, .noteLeaver, at: desk))
        #expect(left.exchange.map(\.reply) == [""])
        #expect(left.summary.duties.map(\.key) == ["answer"])
    }
}
