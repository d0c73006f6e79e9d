/// A rule as a pack's file has it: read again in the same vocabulary, the same rule.
package enum RuleText {
    /// The rule's lines, without their ends.
    ///
    /// - Parameter indent: columns before the dash.
    package static func lines(_ rule: Rule, in vocabulary: Vocabulary, indent: Int = 2) -> [String] {
        let inner = indent + 2
        var lines = YAMLText.field("id", rule.id, indent: inner)
        lines += YAMLText.field("says", rule.says, indent: inner)
        lines += YAMLText.list("clause", rule.clauses, indent: inner)
        let who = rule.when.first { $0.fact == "who" }
        lines += who.map { oneOrList("who", $0.values, indent: inner) } ?? ["\(YAMLText.spaces(inner))who: anyone"]
        for condition in rule.when where condition.fact == "action" {
            lines += oneOrList("action", condition.values, indent: inner)
        }
        let given = rule.when.filter { $0.fact != "who" && $0.fact != "action" }
        if !given.isEmpty { lines += map("when", given, vocabulary, indent: inner) }
        lines += exceptions(rule.unless, vocabulary, indent: inner)
        lines += YAMLText.field("verdict", rule.effect.rawValue, indent: inner)
        if rule.effect == .needsApproval {
            lines += YAMLText.list("approval", rule.approval.map(\.rawValue), indent: inner)
        }
        if !rule.obligations.isEmpty {
            lines.append("\(YAMLText.spaces(inner))then:")
            for obligation in rule.obligations { lines += duty(obligation, indent: inner + 2) }
        }
        return dashed(lines, indent)
    }

    private static func duty(_ obligation: Obligation, indent: Int) -> [String] {
        var lines = YAMLText.field("duty", obligation.kind.rawValue, indent: indent + 2)
        if !obligation.to.isEmpty { lines += oneOrList("to", obligation.to.map(\.rawValue), indent: indent + 2) }
        if let within = obligation.within { lines += YAMLText.field("within", within.text, indent: indent + 2) }
        lines += YAMLText.field("says", obligation.says, indent: indent + 2)
        return dashed(lines, indent)
    }

    private static func exceptions(_ groups: [[Condition]], _ vocabulary: Vocabulary, indent: Int) -> [String] {
        guard let only = groups.first else { return [] }
        guard groups.count > 1 else { return map("unless", only, vocabulary, indent: indent) }
        var lines = ["\(YAMLText.spaces(indent))unless:"]
        for group in groups {
            let short = "\(YAMLText.spaces(indent + 2))- \(flow(group, vocabulary))"
            if short.count <= YAMLText.width {
                lines.append(short)
            } else {
                lines += dashed(group.flatMap { condition($0, vocabulary, indent: indent + 4) }, indent + 2)
            }
        }
        return lines
    }

    /// Conditions on one line after their key, or each on a line of its own.
    private static func map(_ key: String, _ conditions: [Condition], _ vocabulary: Vocabulary, indent: Int) -> [String]
    {
        let short = "\(YAMLText.spaces(indent))\(key): \(flow(conditions, vocabulary))"
        if short.count <= YAMLText.width { return [short] }
        return ["\(YAMLText.spaces(indent))\(key):"]
            + conditions.flatMap { condition($0, vocabulary, indent: indent + 2) }
    }

    private static func flow(_ conditions: [Condition], _ vocabulary: Vocabulary) -> String {
        let parts = conditions.map { condition in
            let (isBarred, values) = shorter(condition, vocabulary)
            let items = values.map { YAMLText.scalar($0, inList: true) }
            let text = items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]"
            return "\(condition.fact): \(isBarred ? "{not: \(text)}" : text)"
        }
        return "{\(parts.joined(separator: ", "))}"
    }

    private static func condition(_ condition: Condition, _ vocabulary: Vocabulary, indent: Int) -> [String] {
        let (isBarred, values) = shorter(condition, vocabulary)
        guard isBarred else { return oneOrList(condition.fact, values, indent: indent) }
        return ["\(YAMLText.spaces(indent))\(condition.fact):"] + oneOrList("not", values, indent: indent + 2)
    }

    /// The values, or those that are barred where they are few: `{not: pupil}`. Roles are always named one by one, so
    /// that nobody comes under a rule unseen.
    private static func shorter(_ condition: Condition, _ vocabulary: Vocabulary) -> (isBarred: Bool, values: [String])
    {
        let every = vocabulary.fact(condition.fact)?.values.map(\.id) ?? []
        let barred = every.filter { !condition.values.contains($0) }
        let isBarred =
            condition.fact != "who" && !barred.isEmpty && condition.values.count > 3
            && barred.count < condition.values.count
        return isBarred ? (true, barred) : (false, condition.values)
    }

    private static func oneOrList(_ key: String, _ values: [String], indent: Int) -> [String] {
        values.count == 1
            ? YAMLText.field(key, values[0], indent: indent) : YAMLText.list(key, values, indent: indent)
    }

    /// The first of some lines begins an entry of a list.
    private static func dashed(_ lines: [String], _ indent: Int) -> [String] {
        guard let first = lines.first else { return [] }
        return ["\(YAMLText.spaces(indent))- \(first.dropFirst(indent + 2))"] + lines.dropFirst()
    }
}
