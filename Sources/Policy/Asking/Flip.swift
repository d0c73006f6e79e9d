/// A smallest change of facts that would give a settled question another verdict.
package struct Flip: Sendable, Equatable {
    /// The facts that would be otherwise, or that would be said at all, in the vocabulary's order.
    package let changes: [Change]
    package let verdict: Verdict
    /// The whole question, with the changes made.
    package let facts: Facts

    /// Identifiers of a fact and of the value that it would have.
    package struct Change: Sendable, Equatable {
        package var fact: String
        package var value: String
    }

    /// "If their age were 18 or over: the policy does not say".
    package func sentence(in vocabulary: Vocabulary) -> String {
        let suppositions = changes.compactMap { change in
            vocabulary.fact(change.fact).flatMap { fact in fact.value(change.value).map(fact.supposing) }
        }
        return "If \(suppositions.joined(separator: " and ")): \(verdict.label.asLaterWords)"
    }
}

extension Fact {
    /// "the other person were a former pupil of this school"; a fact that is a plain yes or no goes by its question.
    func supposing(_ value: FactValue) -> String {
        let isYesOrNo = values.contains { $0.label == "Yes" || $0.label.hasPrefix("Yes,") }
        guard !isYesOrNo else { return "the answer to “\(question)” were “\(value.label)”" }
        return "\(label.asLaterWords) were \(value.label.asLaterWords)"
    }
}

extension String {
    /// As it stands inside a sentence: without its first capital, unless it is a name.
    var asLaterWords: String {
        let words = split(separator: " ", maxSplits: 2)
        let isName = words.count > 1 && words[1].first?.isUppercase == true
        return isName ? self : prefix(1).lowercased() + dropFirst()
    }
}
