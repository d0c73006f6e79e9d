package import Policy

extension Judgement {
    package static func decide(_ state: Judgement?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        guard let judgement = state else { return [try begun(command, at: desk)] }
        switch (judgement.phase, command) {
        case (_, .ask), (_, .tell): throw .wrongState("This is on record already.")
        case (.waiting, .askMore(let question)):
            try desk.requireAnswerer(of: judgement)
            return [.moreAsked(question: question, by: desk.person, at: desk.now)]
        case (.waiting, .answer(let outcome, let text)), (.returned, .answer(let outcome, let text)):
            try desk.requireAnswerer(of: judgement)
            return [.answered(reply: Reply(outcome: outcome, text: text, by: desk.person, at: desk.now))]
        case (.returned, .explain(let text)):
            try desk.requireSelf(judgement.teller, to: "answer what was asked")
            return [.explained(text: text, due: desk.answerDue, by: desk.person, at: desk.now)]
        case (.answered(_, readAt: nil), .acknowledge):
            try desk.requireSelf(judgement.teller, to: "say that they have read the answer")
            return [.acknowledged(by: desk.person, at: desk.now)]
        case (.waiting, .withdraw(let reason)), (.returned, .withdraw(let reason)):
            try desk.requireSelf(judgement.teller, to: "withdraw this")
            guard judgement.canBeWithdrawn else {
                throw .wrongState("What has been done stays on record. It can be answered, not withdrawn.")
            }
            return [.withdrawn(reason: reason, by: desk.person, at: desk.now)]
        case (.waiting, .recordAdvice(let from, let said)), (.returned, .recordAdvice(let from, let said)),
            (.answered, .recordAdvice(let from, let said)):
            try desk.requireAnswerer(of: judgement)
            return [
                .adviceRecorded(
                    advice: Advice(from: from, said: said, recordedBy: desk.person, recordedAt: desk.now))
            ]
        case (.waiting, .askForChange(let says)), (.returned, .askForChange(let says)),
            (.answered, .askForChange(let says)):
            try desk.requireAnswerer(of: judgement)
            guard !judgement.asksForChange else {
                throw .wrongState("It is on record already that the policy should change because of this.")
            }
            return [.changeAsked(says: says, by: desk.person, at: desk.now)]
        case (_, .settleChange(let done)):
            try desk.require(anyOf: Desk.keepers, to: "settle what is asked of the policy")
            guard judgement.asksForChange else { throw .wrongState("Nothing is asked of the policy here.") }
            return [.changeSettled(done: done, by: desk.person, at: desk.now)]
        case (_, .noteLeaver(let person)):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Leavers are recorded on the page of the person.", whoMay: [])
            }
            guard case .returned = judgement.phase, judgement.teller == person else { return [] }
            return [.leaverNoted(person: person, due: desk.answerDue, at: desk.now)]
        case (.waiting, _), (.returned, _), (.answered, _), (.withdrawn, _):
            throw .wrongState("That cannot be done: this is \(judgement.status.label).")
        }
    }

    private static func begun(_ command: Command, at desk: Desk) throws(Refusal) -> Event {
        let matter: Matter
        let recipients: [Role]
        switch command {
        case .ask(let situation, let asked):
            matter = try desk.matter(.question, situation, asked)
            recipients = [.headteacher]
        case .tell(let situation, let departure, let asked):
            guard desk.pack.departures.areForeseen else {
                throw .wrongState(
                    "This school’s policy does not provide for acting outside it. Ask the headteacher first.")
            }
            matter = try desk.matter(.departure(try departure.checked(on: desk.today)), situation, asked)
            recipients = desk.pack.departures.toldTo
        case .askMore, .explain, .answer, .acknowledge, .withdraw, .recordAdvice, .askForChange, .settleChange,
            .noteLeaver:
            throw .notFound
        }
        return .told(
            matter: matter, recipients: desk.answerers(recipients, besides: desk.person), due: desk.answerDue,
            by: desk.person, at: desk.now)
    }

    /// A question, and what is only planned: what has been done cannot be taken back.
    var canBeWithdrawn: Bool { matter.departure?.stage != .done }

    package var asksForChange: Bool { change.map { $0.settled == nil } ?? false }
}

extension Departure {
    fileprivate func checked(on today: Day) throws(Refusal) -> Departure {
        switch stage {
        case .planned where on < today:
            throw .incomplete([FieldProblem("on", "When it is to be done must be today or later")])
        case .done where today < on:
            throw .incomplete([FieldProblem("on", "When it was done must be today or earlier")])
        case .planned, .done: return self
        }
    }
}

extension Desk {
    /// When an answer is due to what is told now.
    fileprivate var answerDue: Instant { due(within: pack.departures.answeredWithin) }

    fileprivate func matter(_ origin: Matter.Origin, _ situation: String, _ asked: Asked?) throws(Refusal) -> Matter {
        guard let asked else { return Matter(origin: origin, situation: situation) }
        return Matter(origin: origin, situation: situation, question: question(asked), answer: try answer(asked))
    }

    /// Those who answer, and never the teller. Where the teller holds the only such role, the governors stand in: the
    /// chair, or any governor where there is no chair.
    fileprivate func answerers(_ roles: [Role], besides teller: PersonID) -> [Role] {
        let own = people[teller]?.roles ?? []
        guard !own.isDisjoint(with: roles) else { return roles }
        let others = roles.contains { (holders[$0] ?? 0) > (own.contains($0) ? 1 : 0) }
        if others { return roles }
        return roles + [(holders[.chair] ?? 0) > (own.contains(.chair) ? 1 : 0) ? .chair : .governor]
    }

    fileprivate func requireAnswerer(of judgement: Judgement) throws(Refusal) {
        guard person != judgement.teller else {
            throw .notAuthorised(reason: "You told this, so somebody else answers it.", whoMay: judgement.recipients)
        }
        try require(anyOf: judgement.recipients, to: "answer this")
    }
}
