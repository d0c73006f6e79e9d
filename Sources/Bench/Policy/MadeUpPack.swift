import Policy

/// A pack's file as large as the largest is meant to be, made up from the built-in vocabulary.
enum MadeUpPack {
    static func yaml(seed: UInt64, clauses: Int, rules: Int, in vocabulary: Vocabulary) -> String {
        var random = Seeded(state: seed)
        var lines = [
            "format: 1", "pack: made-up", "edition: \(seed)",
            "school: {name: Made-up Primary School, phase: primary, authority: Nowhere, ages: [4, 11]}",
            "policy: {title: Social media policy}", "rules:",
        ]
        for number in 0..<rules {
            // An action now and then twice in a row, so that rules meet.
            let action = vocabulary.actions[number / 2 % vocabulary.actions.count]
            let facts = action.facts.compactMap(vocabulary.fact).shuffled(using: &random)
            func some(_ fact: Fact, atMost count: Int = 2) -> String {
                let values = fact.values.shuffled(using: &random).prefix(Int.random(in: 1...count, using: &random))
                return "\(fact.id): [\(values.map(\.id).joined(separator: ", "))]"
            }
            let verdict = RuleEffect.allCases[Int.random(in: 0..<RuleEffect.allCases.count, using: &random)]
            let clause = Int.random(in: 0..<clauses, using: &random)
            lines += [
                "  - id: rule-\(number)", "    says: What the rule of that number says, in a sentence of some length.",
                "    clause: [made-up-\(clause)]", "    who: [staff, teacher, slt, headteacher]",
                "    action: \(action.id)",
            ]
            let when = facts.prefix(2).map { some($0) }
            if !when.isEmpty { lines.append("    when: {\(when.joined(separator: ", "))}") }
            if facts.count > 2, facts[2].values.count > 1, number % 3 == 0 {
                lines.append("    unless: {\(some(facts[2], atMost: 1))}")
            }
            lines.append("    verdict: \(verdict.rawValue)")
            if verdict == .needsApproval { lines.append("    approval: [headteacher]") }
            if number % 4 == 0 { lines.append("    then: [{duty: tell, to: [slt], within: 24 hours, says: Say so.}]") }
        }
        lines.append("clauses:")
        for number in 0..<clauses {
            lines += [
                "  - id: made-up-\(number)", "    where: \(number / 10).\(number % 10)",
                "    says: What the clause of that number asks of the people of the school, in a sentence or two.",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
