/// What one rule says of what it covers. The raw values stand in packs for ever.
package enum RuleEffect: String, Sendable, CaseIterable, Codable {
    case prohibited
    case needsApproval = "needs-approval"
    case required
    case permitted
    case advised
    case advisedAgainst = "advised-against"

    /// The verdict that such a rule gives; nil for advice, which rides along with any verdict.
    package var verdict: Verdict? {
        switch self {
        case .prohibited: .prohibited
        case .needsApproval: .needsApproval
        case .required: .required
        case .permitted: .permitted
        case .advised, .advisedAgainst: nil
        }
    }
}

/// The answer to "may I?". Where rules differ, the earlier case here speaks.
package enum Verdict: String, Sendable, CaseIterable, Codable {
    case prohibited
    case needsApproval = "needs-approval"
    case required
    case permitted
    /// No rule covers it.
    case notCovered = "not-covered"

    package var label: String {
        switch self {
        case .prohibited: "Not allowed"
        case .needsApproval: "Needs approval first"
        case .required: "Required"
        case .permitted: "Allowed"
        case .notCovered: "The policy does not say"
        }
    }

    /// The rules whose duties come with the verdict: its own, what is required although leave is needed too, and
    /// advice. A rule that is outranked raises no duty.
    var carries: Set<RuleEffect> {
        switch self {
        case .prohibited: [.prohibited, .advised, .advisedAgainst]
        case .needsApproval: [.needsApproval, .required, .advised, .advisedAgainst]
        case .required: [.required, .advised, .advisedAgainst]
        case .permitted: [.permitted, .advised, .advisedAgainst]
        case .notCovered: [.advised, .advisedAgainst]
        }
    }

    /// 4 for `prohibited` down to 0 for `notCovered`.
    var rank: Int {
        switch self {
        case .prohibited: 4
        case .needsApproval: 3
        case .required: 2
        case .permitted: 1
        case .notCovered: 0
        }
    }
}
