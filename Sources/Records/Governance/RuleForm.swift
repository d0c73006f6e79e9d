package import Policy

/// One rule as a form: what was filled in, and which facts it can speak of.
///
/// Names of the fields: `id`, `says`, `clause`, `who`, `action`, `verdict`, `approval`; `when.FACT`; `unless.N.FACT` and
/// `unless.N.who`; `then.N.kind`, `then.N.to`, `then.N.within`, `then.N.says`. A fact that may be anything has the one
/// value ``any``. `shown` names the actions whose facts the form showed.
package struct RuleForm: Sendable {
    /// Ticked where it does not matter which value a fact has.
    package static let any = "any"
    package static let mostGroups = 12

    package var input: Input
    package let pack: Pack
    /// The rule that is being changed; nil for a new one.
    package let rule: Rule?

    package var vocabulary: Vocabulary { pack.vocabulary }

    /// A form filled in as the rule stands, or empty for a new one.
    package init(_ rule: Rule?, in pack: Pack, action: [String] = []) {
        self.pack = pack
        self.rule = rule
        input = rule.map { Self.prefill($0) } ?? Input(["action": action, "shown": action])
    }

    /// A form as it was sent.
    package init(_ input: Input, changing rule: Rule?, in pack: Pack) {
        self.input = input
        self.pack = pack
        self.rule = rule
    }

    /// The actions chosen, in the vocabulary's order.
    package var actions: [Vocabulary.Action] {
        let chosen = Set(input.all("action"))
        return vocabulary.actions.filter { chosen.contains($0.id) }
    }

    /// The facts that every chosen action asks: a rule on one that an action does not ask would hang.
    package var facts: [Fact] {
        let actions = actions
        guard !actions.isEmpty else { return [] }
        return vocabulary.facts.filter { fact in actions.allSatisfy { $0.facts.contains(fact.id) } }
    }

    /// The facts of an exception: who asks is among them.
    package var exceptionFacts: [Fact] { (vocabulary.fact("who").map { [$0] } ?? []) + facts }

    /// How many exceptions the form shows.
    package var exceptions: Int { groups("unless") }
    /// How many duties the form shows.
    package var duties: Int { groups("then") }

    private func groups(_ name: String) -> Int {
        let numbers = input.values.keys.compactMap { key -> Int? in
            let parts = key.split(separator: ".")
            guard parts.count == 3, parts[0] == name else { return nil }
            // The number is the sender's: one past the largest there is cannot be counted.
            return Int(parts[1]).map { min($0, Self.mostGroups) }
        }
        let asked = Int(input["\(name).count"]) ?? 0
        return min(max(0, asked, (numbers.max() ?? -1) + 1), Self.mostGroups)
    }

    /// The form with one more exception or duty.
    package func adding(_ name: String) -> RuleForm {
        var copy = self
        copy.input.values["\(name).count"] = ["\(groups(name) + 1)"]
        return copy
    }

    /// Whether any value will do, as far as the form has been filled in: also for a fact that it has not shown yet.
    package func isAny(_ name: String) -> Bool {
        guard let chosen = input.values[name], !chosen.isEmpty else { return !wasShown(name) }
        return chosen.contains(Self.any)
    }

    /// Whether the form as it was sent showed the field: then an empty answer is one that was left out.
    private func wasShown(_ name: String) -> Bool {
        guard let shown = input.values["fields"] else { return false }
        return shown.contains(name)
    }

    private static func prefill(_ rule: Rule) -> Input {
        var values: [String: [String]] = [
            "id": [rule.id], "says": [rule.says], "clause": rule.clauses, "verdict": [rule.effect.rawValue],
            "approval": rule.approval.map(\.rawValue), "who": [any],
        ]
        for condition in rule.when {
            let isOwn = condition.fact == "who" || condition.fact == "action"
            values[isOwn ? condition.fact : "when.\(condition.fact)"] = condition.values
        }
        values["shown"] = values["action"]
        for (index, group) in rule.unless.enumerated() {
            for condition in group { values["unless.\(index).\(condition.fact)"] = condition.values }
        }
        for (index, duty) in rule.obligations.enumerated() {
            values["then.\(index).kind"] = [duty.kind.rawValue]
            values["then.\(index).to"] = duty.to.map(\.rawValue)
            values["then.\(index).within"] = [duty.within?.text ?? ""]
            values["then.\(index).says"] = [duty.says]
        }
        return Input(values)
    }
}
