/// One fact that, were it otherwise, would give another verdict.
package struct Alternative: Sendable, Equatable {
    /// Identifiers of the fact and of the value that it would have.
    package var fact: String
    package var value: String
    package var verdict: Verdict
}

extension Pack {
    /// What would change a settled answer: every known fact but the action, with each value that alone turns the
    /// verdict into another settled one. Nothing for a question that is not settled.
    /// - Throws: for a fact or a value that the vocabulary does not have.
    package func alternatives(to facts: Facts) throws(EvaluationError) -> [Alternative] {
        guard let verdict = try consider(facts).settled else { return [] }
        var found: [Alternative] = []
        for fact in vocabulary.facts where fact.id != "action" && facts[fact.id] != nil {
            for value in fact.values where value.id != facts[fact.id] {
                guard let other = try consider(facts.adding(fact.id, value.id)).settled, other != verdict else {
                    continue
                }
                found.append(Alternative(fact: fact.id, value: value.id, verdict: other))
            }
        }
        return found
    }
}
