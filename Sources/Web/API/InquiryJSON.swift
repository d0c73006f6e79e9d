package import Office
package import Policy

/// An answer, or how far a question has come: what the API and the terminal print.
///
/// It is the answer as it can be kept, with what helps a person on from there.
package struct InquiryJSON: Encodable, Sendable {
    struct Question: Encodable, Sendable {
        var fact: String
        var question: String
        var values: [String]
    }

    struct Change: Encodable, Sendable {
        /// Only the facts that would be otherwise.
        var facts: [String: String]
        var verdict: String
        var says: String
    }

    private enum CodingKeys: CodingKey { case next, changes }

    var answer: GivenAnswer
    var next: Question?
    /// The smallest changes of facts that would give a settled question another verdict; three at most.
    var changes: [Change]

    package init(_ inquiry: Inquiry, in vocabulary: Vocabulary) {
        answer = inquiry.answer
        next = inquiry.next.map { Question(fact: $0.id, question: $0.question, values: $0.values.map(\.id)) }
        changes = inquiry.flips.map { flip in
            Change(
                facts: Dictionary(flip.changes.map { ($0.fact, $0.value) }, uniquingKeysWith: { $1 }),
                verdict: flip.verdict.rawValue, says: flip.sentence(in: vocabulary))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(next, forKey: .next)
        try container.encode(changes, forKey: .changes)
    }
}
