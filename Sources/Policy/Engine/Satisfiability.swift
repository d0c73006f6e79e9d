/// Whether conditions can hold at all: exact, because facts have finitely many values.
enum Satisfiability {
    /// No rule that a person could follow takes so many; past them a rule is held to be one that can hold.
    private static let stepsAtMost = 5_000

    /// Whether some values of the facts meet all conditions and none of the exceptions.
    static func canHold(_ conditions: [Condition], unless exceptions: [[Condition]], in vocabulary: Vocabulary) -> Bool
    {
        var allowed: [String: Set<String>] = [:]
        for condition in conditions {
            allowed[condition.fact] = (allowed[condition.fact] ?? Set(condition.values)).intersection(condition.values)
        }
        guard allowed.values.allSatisfy({ !$0.isEmpty }) else { return false }
        var steps = 0
        return escapes(exceptions[...], allowed, vocabulary, &steps)
    }

    /// Each exception must fail by one of its facts: try each in turn.
    private static func escapes(
        _ exceptions: ArraySlice<[Condition]>, _ allowed: [String: Set<String>], _ vocabulary: Vocabulary,
        _ steps: inout Int
    ) -> Bool {
        steps += 1
        guard steps <= stepsAtMost, let exception = exceptions.first else { return true }
        for condition in exception {
            let every = Set(vocabulary.fact(condition.fact)?.values.map(\.id) ?? [])
            let left = (allowed[condition.fact] ?? every).subtracting(condition.values)
            guard !left.isEmpty else { continue }
            var narrowed = allowed
            narrowed[condition.fact] = left
            if escapes(exceptions.dropFirst(), narrowed, vocabulary, &steps) { return true }
        }
        return false
    }
}
