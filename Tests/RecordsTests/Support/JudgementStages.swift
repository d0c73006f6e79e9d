@testable import Policy
@testable import Records

/// Every stage of a judgement's life, with a state that has come to it by decisions. The teller is the applicant.
enum JudgementStage: String, CaseIterable {
    case none, question, planned, done, returned, answered, read, changeAsked, withdrawn

    private var steps: [(Cast, JudgementOrder)] {
        switch self {
        case .none: []
        case .question: [(.applicant, .ask)]
        case .planned: [(.applicant, .tellPlanned)]
        case .done: [(.applicant, .tellDone)]
        case .returned: [(.applicant, .ask), (.head, .askMore)]
        case .answered: [(.applicant, .tellDone), (.head, .answer)]
        case .read: [(.applicant, .ask), (.head, .answer), (.applicant, .acknowledge)]
        case .changeAsked: [(.applicant, .ask), (.head, .answer), (.head, .askForChange)]
        case .withdrawn: [(.applicant, .ask), (.applicant, .withdraw)]
        }
    }

    func state(under pack: Pack) throws -> Judgement? {
        var state: Judgement?
        for (who, order) in steps {
            for event in try Judgement.decide(state, order.command, at: .of(who, pack: pack)) {
                state = Judgement.evolve(state, event)
            }
        }
        return state
    }

    /// The commands that the right person may give here.
    var allowed: Set<JudgementOrder> {
        let onward: Set<JudgementOrder> = [.recordAdvice, .askForChange, .noteLeaver]
        return switch self {
        case .none: [.ask, .tellPlanned, .tellDone]
        case .question, .planned: onward.union([.askMore, .answer, .withdraw])
        case .done: onward.union([.askMore, .answer])
        case .returned: onward.union([.explain, .answer, .withdraw])
        case .answered: onward.union([.acknowledge])
        case .read: onward
        case .changeAsked: [.recordAdvice, .acknowledge, .settleChange, .noteLeaver]
        case .withdrawn: [.noteLeaver]
        }
    }
}

/// A command of each kind, the same every time.
enum JudgementOrder: String, CaseIterable {
    case ask, tellPlanned, tellDone, askMore, explain, answer, acknowledge, withdraw, recordAdvice, askForChange
    case settleChange, noteLeaver

    var command: Judgement.Command {
        switch self {
        case .ask: .ask(situation: "May I?", Asked(facts: Facts(["who": "teacher", "action": "follow"])))
        case .tellPlanned:
            .tell(
                situation: "The line is down",
                Departure(stage: .planned, on: Moment.today.adding(days: 2), reasons: "Nobody could be reached"),
                Asked(facts: Facts(["who": "teacher", "action": "depart-from-policy"])))
        case .tellDone:
            .tell(
                situation: "The line was down", Departure(stage: .done, on: Moment.today, reasons: "It rained"), nil)
        case .askMore: .askMore(question: "Who saw it?")
        case .explain: .explain(text: "Nobody")
        case .answer: .answer(.permitted, text: "Yes")
        case .acknowledge: .acknowledge
        case .withdraw: .withdraw(reason: "No longer needed")
        case .recordAdvice: .recordAdvice(from: "HR adviser", said: "Write it down")
        case .askForChange: .askForChange(says: "Say more of storms")
        case .settleChange: .settleChange(done: "In the next edition")
        case .noteLeaver: .noteLeaver(Cast.applicant.id)
        }
    }

    /// The form's name, where a person can give it.
    var form: String {
        switch self {
        case .tellPlanned, .tellDone: "tell"
        default: rawValue
        }
    }

    /// Somebody who may give it, wherever it can be given.
    var giver: Cast {
        switch self {
        case .ask, .tellPlanned, .tellDone, .explain, .acknowledge, .withdraw: .applicant
        case .askMore, .answer, .recordAdvice, .askForChange, .noteLeaver: .head
        case .settleChange: .office
        }
    }
}
