/// An answer: the verdict, what it rests on, and what must be done because of it.
package struct Ruling: Sendable, Equatable {
    package var verdict: Verdict
    /// For `needsApproval`: each entry is one leave that must be given, by any one of its roles.
    package var approvals: [[Role]]
    package var obligations: [Obligation]
    /// Rules that give this verdict, whatever the unknown facts turn out to be, in the pack's order.
    package var citations: [Citation]
    /// Rules that give this verdict only for some values of the unknown facts.
    package var possibleCitations: [Citation]
    /// Advice that rides along, and what is required although leave is needed too.
    package var alongside: [Citation]
    package var possiblyAlongside: [Citation]
    /// What the policy says where no rule speaks; for `notCovered` only.
    package var otherwise: Otherwise?
    /// Fewest-first facts that, beside the known ones, lead to this ruling; empty when nothing more is needed.
    package var example: Facts

    /// Whether two rulings ask the same of a person: verdict, approvals and duties. Citations may differ.
    package func isSameAnswer(as other: Ruling) -> Bool {
        verdict == other.verdict && approvals == other.approvals && obligations == other.obligations
    }
}

/// A rule as an answer cites it.
package struct Citation: Sendable, Hashable, Codable {
    package var rule: String
    package var effect: RuleEffect
    package var says: String
    /// Identifiers of clauses.
    package var clauses: [String]

    package init(rule: String, effect: RuleEffect, says: String, clauses: [String]) {
        self.rule = rule
        self.effect = effect
        self.says = says
        self.clauses = clauses
    }
}
