/// One rule of a pack.
package struct Rule: Sendable, Equatable {
    package var id: String
    /// One sentence in words of our own.
    package var says: String
    /// Identifiers of the clauses that it comes from.
    package var clauses: [String]
    /// What must all hold, `who` and `action` among it. A fact that is not named may be anything.
    package var when: [Condition]
    /// The rule does not apply when every condition of any one of these holds.
    package var unless: [[Condition]]
    package var effect: RuleEffect
    /// For `needsApproval`: any one of these may give it.
    package var approval: [Role]
    package var obligations: [Obligation]
    /// Line of the file, from 1.
    package var line: Int

    package init(
        id: String, says: String, clauses: [String], when: [Condition], unless: [[Condition]] = [], effect: RuleEffect,
        approval: [Role] = [], obligations: [Obligation] = [], line: Int = 1
    ) {
        self.id = id
        self.says = says
        self.clauses = clauses
        self.when = when
        self.unless = unless
        self.effect = effect
        self.approval = approval
        self.obligations = obligations
        self.line = line
    }
}

/// A fact has one of some values.
package struct Condition: Sendable, Hashable {
    package var fact: String
    /// In the vocabulary's order.
    package var values: [String]

    package init(fact: String, values: [String]) {
        self.fact = fact
        self.values = values
    }
}

/// Something that must be done because a rule applies.
package struct Obligation: Sendable, Hashable, Codable {
    /// The raw values stand in packs for ever.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case tell, report, record
        case seekAdvice = "seek-advice"
        case act

        package var label: String {
            switch self {
            case .tell: "Tell"
            case .report: "Report to"
            case .record: "Record"
            case .seekAdvice: "Ask for advice from"
            case .act: "Do"
            }
        }
    }

    package var kind: Kind
    /// Whom to tell or to ask, any one of them; empty when it concerns nobody else.
    package var to: [Role]
    /// Nil when the policy sets no time.
    package var within: Span?
    package var says: String

    package init(kind: Kind, to: [Role], within: Span?, says: String) {
        self.kind = kind
        self.to = to
        self.within = within
        self.says = says
    }
}

extension Obligation {
    /// In one sentence: what must be done, whom it concerns and by when.
    package var text: String {
        let whom = to.isEmpty ? "" : " (\(to.map(\.label).joined(separator: " or ")))"
        return says + whom + (within.map { ", within \($0.text)" } ?? "")
    }
}

/// What a policy says of questions that none of its rules covers.
package struct Otherwise: Sendable, Equatable {
    package var says: String
    package var clauses: [String]
    package var obligations: [Obligation]

    package init(says: String, clauses: [String], obligations: [Obligation] = []) {
        self.says = says
        self.clauses = clauses
        self.obligations = obligations
    }
}
