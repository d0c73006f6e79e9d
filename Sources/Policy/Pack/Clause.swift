/// A clause of the policy, in words of our own.
package struct Clause: Sendable, Equatable {
    /// `oakdene-133`
    package var id: String
    /// Where it stands in the document.
    package var place: String
    package var says: String
    package var modality: Modality
    /// What honours it beside the rules, settings, links and defects that cite it.
    package var claims: ClauseClaims
    /// Line of the file, from 1.
    package var line: Int
}

/// How much a clause binds. The raw values stand in packs for ever.
package enum Modality: String, Sendable, CaseIterable, Codable {
    case must
    case mustNot = "must-not"
    case may, should
    case shouldNot = "should-not"
    case definition, fact

    package var label: String {
        switch self {
        case .must: "Must"
        case .mustNot: "Must not"
        case .may: "May"
        case .should: "Should"
        case .shouldNot: "Should not"
        case .definition: "Definition"
        case .fact: "Fact"
        }
    }

    /// Whether somebody must, must not or may do something, so that more is needed than to show the words.
    package var binds: Bool {
        switch self {
        case .must, .mustNot, .may: true
        case .should, .shouldNot, .definition, .fact: false
        }
    }
}

/// What a clause claims under `honoured_by`.
package struct ClauseClaims: Sendable, Equatable {
    package var workflows: [Workflow] = []
    package var screens: [Screen] = []
    /// Kinds of check that find what the clause is about; none of them is off in the pack.
    package var checks: [CheckKind] = []
    /// Identifiers of the vocabulary's facts.
    package var facts: [String] = []
    /// Names or former names of platforms, as written: `x`, `Twitter`.
    package var platforms: [String] = []
    package var printed: [PrintedField] = []
    package var texts: [ShownText] = []

    package init() {}
}

/// Where a clause is shown as it stands. The raw values stand in packs for ever.
package enum ShownText: String, Sendable, CaseIterable, Codable {
    case policyPage = "policy-page"

    package var label: String {
        switch self {
        case .policyPage: "the policy page"
        }
    }
}

/// A particular of the school or of its document that a pack carries. The raw values stand in packs for ever.
package enum PrintedField: String, Sendable, CaseIterable, Codable {
    case name, phase, authority, trust, ages, title, version, issued
    case lastReviewed = "last-reviewed"
    case nextReview = "next-review"
    case ratified, notes

    package var label: String {
        switch self {
        case .name: "the school’s name"
        case .phase: "its phase"
        case .authority: "its authority"
        case .trust: "its trust"
        case .ages: "its pupils’ ages"
        case .title: "the title"
        case .version: "the version"
        case .issued: "the day of issue"
        case .lastReviewed: "the last review"
        case .nextReview: "the next review"
        case .ratified: "the ratification"
        case .notes: "notes on the copy"
        }
    }

    /// Whether a pack holds it.
    func isGiven(_ school: SchoolFacts, _ policy: PolicyFacts) -> Bool {
        switch self {
        case .name, .phase, .authority, .ages, .title: true
        case .trust: school.trust != nil
        case .version: policy.version != nil
        case .issued: policy.issued != nil
        case .lastReviewed: policy.lastReviewed != nil
        case .nextReview: policy.nextReview != nil
        case .ratified: policy.ratified != nil
        case .notes: !policy.notes.isEmpty
        }
    }
}
