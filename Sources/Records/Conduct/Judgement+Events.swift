package import Policy

extension Judgement {
    package enum Command: Sendable, Equatable {
        case ask(situation: String, Asked?)
        case tell(situation: String, Departure, Asked?)
        case askMore(question: String)
        case explain(text: String)
        case answer(Reply.Outcome, text: String)
        case acknowledge
        case withdraw(reason: String)
        case recordAdvice(from: String, said: String)
        case askForChange(says: String)
        case settleChange(done: String)
        /// The teller has left the school: given by the office alone.
        case noteLeaver(PersonID)
    }

    package enum Event: RecordEvent {
        case told(matter: Matter, recipients: [Role], due: Instant, by: PersonID, at: Instant)
        case moreAsked(question: String, by: PersonID, at: Instant)
        case explained(text: String, due: Instant, by: PersonID, at: Instant)
        case answered(reply: Reply)
        case acknowledged(by: PersonID, at: Instant)
        case withdrawn(reason: String, by: PersonID, at: Instant)
        case adviceRecorded(advice: Advice)
        case changeAsked(says: String, by: PersonID, at: Instant)
        case changeSettled(done: String, by: PersonID, at: Instant)
        /// It no longer waits for somebody who has left, but for those who answer it.
        case leaverNoted(person: PersonID, due: Instant, at: Instant)

        package var name: String {
            switch self {
            case .told: "told"
            case .moreAsked: "moreAsked"
            case .explained: "explained"
            case .answered: "answered"
            case .acknowledged: "acknowledged"
            case .withdrawn: "withdrawn"
            case .adviceRecorded: "adviceRecorded"
            case .changeAsked: "changeAsked"
            case .changeSettled: "changeSettled"
            case .leaverNoted: "leaverNoted"
            }
        }
    }
}
