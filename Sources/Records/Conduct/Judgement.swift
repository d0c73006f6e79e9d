package import Policy

/// A judgement where the policy does not decide: a question put to the headteacher, or a departure from the policy that
/// is told to those whom it names. It keeps what the policy said, what was meant or done and why, and what was answered.
package struct Judgement: Record {
    package static let kind = Kind.judgement

    package var matter: Matter
    package var teller: PersonID
    package var toldAt: Instant
    /// Any one of these answers; never the teller, whichever roles they hold.
    package var recipients: [Role]
    package var phase: Phase
    /// What has been said between the two, oldest first.
    package var exchange: [Exchange]
    package var advice: [Advice]
    package var change: PolicyChange?

    package enum Phase: Sendable, Equatable, Codable {
        case waiting(since: Instant, due: Instant)
        /// More was asked of the teller.
        case returned(question: String, by: PersonID, at: Instant)
        case answered(Reply, readAt: Instant?)
        case withdrawn(reason: String, at: Instant)
    }
}

/// What a judgement is about.
package struct Matter: Sendable, Equatable, Codable {
    package enum Origin: Sendable, Equatable, Codable {
        case question
        case departure(Departure)
    }

    package var origin: Origin
    /// In the teller's words.
    package var situation: String
    /// What was to be done, in the words that the vocabulary had then; empty where Ask was not asked.
    package var question: String
    /// What the policy said; nil where Ask was not asked.
    package var answer: GivenAnswer?

    package init(origin: Origin, situation: String, question: String = "", answer: GivenAnswer? = nil) {
        self.origin = origin
        self.situation = situation
        self.question = question
        self.answer = answer
    }

    package var departure: Departure? {
        if case .departure(let departure) = origin { departure } else { nil }
    }
}

/// Acting outside the policy or against it, on one's own judgement.
package struct Departure: Sendable, Equatable, Codable {
    package enum Stage: String, Sendable, CaseIterable, Codable {
        case planned, done
    }

    package var stage: Stage
    /// The day on which it is to be done, or was.
    package var on: Day
    package var reasons: String

    package init(stage: Stage, on: Day, reasons: String) {
        self.stage = stage
        self.on = on
        self.reasons = reasons
    }
}

/// More that was asked, and what the teller said to it.
package struct Exchange: Sendable, Equatable, Codable {
    package var question: String
    package var askedBy: PersonID
    package var askedAt: Instant
    /// Empty where the teller left the school before they said anything.
    package var reply: String
    package var repliedAt: Instant
}

/// What came of it.
package struct Reply: Sendable, Equatable, Codable {
    package enum Outcome: String, Sendable, CaseIterable, Codable {
        case permitted, refused, noted

        package var label: String {
            switch self {
            case .permitted: "Permitted"
            case .refused: "Refused"
            case .noted: "Noted"
            }
        }
    }

    package var outcome: Outcome
    package var text: String
    package var by: PersonID
    package var at: Instant

    package init(outcome: Outcome, text: String, by: PersonID, at: Instant) {
        self.outcome = outcome
        self.text = text
        self.by = by
        self.at = at
    }
}

/// Advice that was sought from somebody, inside or outside the school.
package struct Advice: Sendable, Equatable, Codable {
    /// Who gave it: "HR adviser at the local authority".
    package var from: String
    package var said: String
    package var recordedBy: PersonID
    package var recordedAt: Instant

    package init(from: String, said: String, recordedBy: PersonID, recordedAt: Instant) {
        self.from = from
        self.said = said
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
    }
}

/// The policy should say something else: for those who edit it.
package struct PolicyChange: Sendable, Equatable, Codable {
    package var says: String
    package var by: PersonID
    package var at: Instant
    /// What came of it; nil while it is open.
    package var settled: Settlement?

    package struct Settlement: Sendable, Equatable, Codable {
        package var done: String
        package var by: PersonID
        package var at: Instant

        package init(done: String, by: PersonID, at: Instant) {
            self.done = done
            self.by = by
            self.at = at
        }
    }

    package init(says: String, by: PersonID, at: Instant, settled: Settlement? = nil) {
        self.says = says
        self.by = by
        self.at = at
        self.settled = settled
    }
}
