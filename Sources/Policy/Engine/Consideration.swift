/// What can be said of a question with what is known.
package struct Consideration: Sendable, Equatable {
    /// The question, as far as it is known.
    package let facts: Facts
    /// The pack's edition and the engine's version: with the facts, all that is needed to give the answer again.
    package let edition: String
    package let engine: Int
    /// Every ruling that some completion of the facts leads to, the strictest verdict first. Never empty.
    package let possible: [Ruling]
    /// The fact to ask for next; nil when the question is settled.
    package let next: Fact?

    /// The answer, when every completion of the facts leads to the same verdict, approvals and duties.
    package var ruling: Ruling? { possible.count == 1 ? possible.first : nil }
    package var settled: Verdict? { ruling?.verdict }
    /// The verdicts still possible, strictest first.
    package var verdicts: [Verdict] {
        possible.reduce(into: []) { list, ruling in
            if !list.contains(ruling.verdict) { list.append(ruling.verdict) }
        }
    }
}
