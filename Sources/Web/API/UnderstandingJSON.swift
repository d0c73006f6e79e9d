package import Policy

/// What plain words may mean: what the API and the terminal print.
package struct UnderstandingJSON: Encodable, Sendable {
    struct Candidate: Encodable, Sendable {
        var action: String
        var label: String
        var facts: [String: String]
        /// Words as they were typed.
        var used: [String]
        var unused: [String]
    }

    /// The likeliest first, five at most; none when nothing was understood.
    var candidates: [Candidate]

    package init(_ understanding: Understanding, in vocabulary: Vocabulary) {
        candidates = understanding.candidates.map {
            Candidate(
                action: $0.action, label: vocabulary.action($0.action)?.label ?? $0.action, facts: $0.facts.values,
                used: $0.used, unused: $0.unused)
        }
    }
}
