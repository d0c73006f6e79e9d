import Yams

extension PackReader {
    mutating func rules(_ node: Node?) -> [Rule] {
        var rules: [Rule] = []
        var seen: Set<String> = []
        for entry in data.list(node, of: "`rules`") {
            guard
                let fields = data.fields(
                    entry, of: "a rule", needs: ["id", "says", "clause", "who", "action", "verdict"],
                    may: ["when", "unless", "approval", "then"])
            else { continue }
            let id = data.identifier(fields["id"], of: "`id`") ?? ""
            if let node = fields["id"], !id.isEmpty, !seen.insert(id).inserted {
                data.refuse(node, "There are two rules `\(id)`.")
            }
            if let rule = rule(id, fields) { rules.append(rule) }
        }
        return rules
    }

    /// - Returns: nil when something is wrong with the rule; the errors say what.
    private mutating func rule(_ id: String, _ fields: Fields) -> Rule? {
        let before = data.errors.count
        let says = data.text(fields["says"], of: "`says`") ?? ""
        let clauses = citations(fields["clause"])
        if let node = fields["clause"], clauses.isEmpty && data.errors.count == before {
            data.refuse(node, "A rule must cite at least one clause.")
        }
        var when: [Condition] = []
        if let node = fields["who"], node.scalar?.string != "anyone" {
            when += condition("who", node).map { [$0] } ?? []
        }
        if let node = fields["action"] { when += condition("action", node).map { [$0] } ?? [] }
        let given = fields["when"].map { conditions($0, of: "`when`", barred: ["who", "action"]) } ?? []
        let unless = exceptions(fields["unless"])
        let effect = self.effect(fields["verdict"])
        let approval = roles(fields["approval"], of: "`approval`")
        if let effect { checkApproval(effect, approval, fields) }
        let obligations = self.obligations(fields["then"])
        guard let effect, data.errors.count == before else { return nil }

        let wanted = when + given
        if !Satisfiability.canHold(wanted, unless: unless, in: vocabulary) {
            data.refuse(
                fields["unless"] ?? fields.node, "The rule `\(id)` can never apply: `unless` lifts it in every case.")
        }
        checkAsked(wanted, unless, fields)
        return Rule(
            id: id, says: says, clauses: clauses, when: wanted, unless: unless, effect: effect, approval: approval,
            obligations: obligations, line: fields.node.mark?.line ?? 1)
    }

    private mutating func effect(_ node: Node?) -> RuleEffect? {
        guard let node, let text = data.text(node, of: "`verdict`") else { return nil }
        return choice(text, node, "verdict")
    }

    private mutating func checkApproval(_ effect: RuleEffect, _ approval: [Role], _ fields: Fields) {
        switch (effect, fields["approval"]) {
        case (.needsApproval, nil): data.refuse(fields.node, "Missing key `approval` in a rule that needs approval.")
        case (.needsApproval, let node?):
            if approval.isEmpty { data.refuse(node, "`approval` needs at least one role.") }
        case (_, let node?): data.refuse(node, "`approval` belongs only to a rule whose verdict is needs-approval.")
        case (_, nil): break
        }
    }

    /// A fact that an action does not ask could never be told, and the rule would hang.
    private mutating func checkAsked(_ conditions: [Condition], _ exceptions: [[Condition]], _ fields: Fields) {
        guard let actions = conditions.first(where: { $0.fact == "action" })?.values else { return }
        let facts = Set((conditions + exceptions.joined()).map(\.fact)).subtracting(["who", "action"])
        for action in actions.compactMap({ vocabulary.action($0) }) {
            for fact in facts.sorted() where !action.facts.contains(fact) {
                data.refuse(fields["action"], "The action `\(action.id)` does not ask for the fact `\(fact)`.")
            }
        }
    }

    /// A map, or a list of maps of which any lifts the rule.
    private mutating func exceptions(_ node: Node?) -> [[Condition]] {
        guard let node else { return [] }
        return (node.sequence.map { Array($0) } ?? [node]).map { conditions($0, of: "`unless`", barred: ["action"]) }
    }

    private mutating func conditions(_ node: Node, of what: String, barred: [String]) -> [Condition] {
        guard let mapping = node.mapping else {
            data.refuse(node, "\(what) is \(data.kind(of: node)), but a map of facts was expected.")
            return []
        }
        if mapping.isEmpty { data.refuse(node, "\(what) is empty: name at least one fact, or leave it out.") }
        var conditions: [Condition] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if barred.contains(name) {
                data.refuse(key, "`\(name)` stands in the rule itself, not under \(what).")
            } else if vocabulary.fact(name) == nil {
                data.refuse(key, unknown: "fact", name, known: vocabulary.facts.map(\.id).filter { $0 != "action" })
            } else if let condition = condition(name, value) {
                conditions.append(condition)
            }
        }
        return conditions
    }

    /// `value`, `[values]` or `{not: …}` of a fact that exists.
    private mutating func condition(_ name: String, _ node: Node) -> Condition? {
        guard let fact = vocabulary.fact(name) else { return nil }
        let before = data.errors.count
        var named: [String]
        if node.mapping != nil {
            let fields = data.fields(node, of: "a condition on `\(name)`", needs: ["not"])
            let barred = values(fact, fields?["not"])
            named = fact.values.map(\.id).filter { !barred.contains($0) }
        } else {
            named = values(fact, node)
        }
        guard data.errors.count == before else { return nil }
        named = fact.values.map(\.id).filter { named.contains($0) }
        guard !named.isEmpty else {
            data.refuse(node, "This can never hold: no value of `\(name)` is left.")
            return nil
        }
        return Condition(fact: name, values: named)
    }

    private mutating func values(_ fact: Fact, _ node: Node?) -> [String] {
        let what = fact.id == "who" ? "role" : fact.id == "action" ? "action" : "value of `\(fact.id)`"
        return data.texts(node, of: "`\(fact.id)`").map { id, node in
            if fact.value(id) == nil { data.refuse(node, unknown: what, id, known: fact.values.map(\.id)) }
            return id
        }
    }

    private mutating func obligations(_ node: Node?) -> [Obligation] {
        data.list(node, of: "`then`").compactMap { entry in
            guard let fields = data.fields(entry, of: "a duty", needs: ["duty", "says"], may: ["to", "within"]),
                let node = fields["duty"], let text = data.text(node, of: "`duty`"),
                let kind: Obligation.Kind = choice(text, node, "duty")
            else { return nil }
            return Obligation(
                kind: kind, to: roles(fields["to"], of: "`to`"), within: span(fields["within"], of: "`within`"),
                says: data.text(fields["says"], of: "`says`") ?? "")
        }
    }

    mutating func otherwise(_ node: Node?) -> Otherwise? {
        guard let node, !data.isNull(node),
            let fields = data.fields(node, of: "`otherwise`", needs: ["says", "clause"], may: ["then"])
        else { return nil }
        return Otherwise(
            says: data.text(fields["says"], of: "`says`") ?? "", clauses: citations(fields["clause"]),
            obligations: obligations(fields["then"]))
    }
}
