extension Vocabulary {
    /// Conditions in the labels' words, without the action: `A former pupil of this school; Their age: 16 or 17`.
    package func text(_ conditions: [Condition]) -> String {
        let parts = conditions.filter { $0.fact != "action" }.compactMap { condition in
            fact(condition.fact).map { Self.text($0, condition.values) }
        }
        return parts.isEmpty ? "Anyone, whatever the facts" : parts.joined(separator: "; ")
    }

    /// Facts in the labels' words, without the action.
    package func text(_ known: Facts) -> String {
        text(facts.compactMap { fact in known[fact.id].map { Condition(fact: fact.id, values: [$0]) } })
    }

    private static func text(_ fact: Fact, _ values: [String]) -> String {
        let others = fact.values.filter { !values.contains($0.id) }
        let labels = fact.values.filter { values.contains($0.id) }.map(\.label)
        if labels.count > 3, others.count < labels.count {
            return "\(fact.label): any but \(others.map(\.label).joined(separator: " or "))"
        }
        return "\(fact.label): \(labels.joined(separator: " or "))"
    }
}

extension Difference {
    /// In one sentence, each pack by a name.
    package func text(in vocabulary: Vocabulary, first a: String, second b: String) -> String {
        "\(vocabulary.text(conditions)). \(first.text) at \(a); \(second.text) at \(b)."
    }
}

extension Finding {
    /// In one sentence.
    package func text(in vocabulary: Vocabulary) -> String {
        let act = action.flatMap(vocabulary.action)?.label ?? ""
        let place = witness.map { "\(act) (\(vocabulary.text($0)))" } ?? act
        let names = rules.map { "`\($0)`" }
        let rule = names.first ?? ""
        let ban = names.last ?? ""
        return switch kind {
        case .requiredAndProhibited: "\(place): \(rule) requires it and \(ban) prohibits it."
        case .permittedAndProhibited: "\(place): \(rule) permits it and \(ban) prohibits it."
        case .impossible: "\(rule) can never apply."
        case .outranked: "\(rule) is never heard: wherever it applies a stricter rule speaks, as for \(place)."
        case .open: "\(place): the policy does not say."
        case .unfinished: "\(place): the rules are too tangled to be analysed. Split them, or name fewer facts in each."
        }
    }
}
