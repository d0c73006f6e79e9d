extension Pack {
    /// The fact to ask for next, of those that the person may know: the one expected to leave the fewest answers.
    ///
    /// Nil when the question is settled, and when nothing is left to ask that matters.
    /// - Parameter notKnown: facts that were asked for already and are not known.
    package func nextQuestion(
        after consideration: Consideration, notKnown: Set<String>
    ) throws(EvaluationError) -> Fact? {
        guard let best = consideration.next, notKnown.contains(best.id) else { return consideration.next }
        let diagram = try Diagram(compiled, try vocabulary.request(consideration.facts), answer: answer)
        var chosen: (fact: Fact, left: Int)?
        for place in diagram.facts.sorted() where !notKnown.contains(vocabulary.facts[place].id) {
            let fact = vocabulary.facts[place]
            let left = fact.values.indices.reduce(0) { $0 + diagram.answers(when: place, is: $1) }
            // left / values < held.left / held values, without fractions
            if let held = chosen, left * held.fact.values.count >= held.left * fact.values.count { continue }
            chosen = (fact, left)
        }
        return chosen?.fact
    }
}
