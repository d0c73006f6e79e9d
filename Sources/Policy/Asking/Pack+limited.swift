extension Pack {
    /// The same policy in a world where some facts have fewer values: what no value is left for falls away.
    ///
    /// A vocabulary grows over the years. An answer that was given while a fact was unknown weighed the values that it
    /// had then, and is given again by weighing those.
    func limited(to values: [String: [String]]) -> Pack {
        let isWhole = values.allSatisfy { id, left in vocabulary.fact(id).map { $0.values.map(\.id) == left } ?? false }
        guard !isWhole else { return self }
        func limit(_ condition: Condition) -> Condition {
            guard let left = values[condition.fact] else { return condition }
            return Condition(fact: condition.fact, values: condition.values.filter(left.contains))
        }
        var pack = self
        pack.vocabulary = vocabulary.limited(to: values)
        pack.rules = rules.compactMap { rule in
            var limited = rule
            limited.when = rule.when.map(limit)
            limited.unless = rule.unless.map { $0.map(limit) }.filter { group in
                group.allSatisfy { !$0.values.isEmpty }
            }
            return limited.when.allSatisfy { !$0.values.isEmpty } ? limited : nil
        }
        pack.compiled = CompiledPolicy(rules: pack.rules, vocabulary: pack.vocabulary)
        return pack
    }

    /// The facts that a rule on this action turns on, in the vocabulary's order.
    func factsAtStake(in action: String?) -> [Fact] {
        let speaking = rules.filter { rule in
            action == nil || rule.when.allSatisfy { $0.fact != "action" || $0.values.contains(action ?? "") }
        }
        let named = Set(speaking.flatMap { ($0.when + $0.unless.joined()).map(\.fact) })
        return vocabulary.facts.filter { named.contains($0.id) }
    }
}
