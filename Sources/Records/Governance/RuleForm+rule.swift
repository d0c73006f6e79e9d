package import Policy

extension RuleForm {
    /// The rule that was filled in.
    ///
    /// - Throws: ``Refusal/incomplete(_:)`` with every field at fault.
    package func filledIn() throws(Refusal) -> Rule {
        var problems: [FieldProblem] = []
        let says = sentence(input["says"])
        if says.isEmpty { problems.append(FieldProblem("says", "Enter the rule in one sentence")) }
        if says.count > 500 {
            problems.append(FieldProblem("says", "The sentence must be 500 characters or fewer; it has \(says.count)"))
        }
        let id = rule?.id ?? name(says, &problems)
        let clauses = pack.clauses.map(\.id).filter(input.all("clause").contains)
        if clauses.isEmpty { problems.append(FieldProblem("clause", "Choose the clauses that the rule comes from")) }
        let when = conditions(&problems)
        let unless = (0..<exceptions).compactMap { exception($0, &problems) }
        let effect = RuleEffect(rawValue: input["verdict"])
        if effect == nil { problems.append(FieldProblem("verdict", "Choose what the rule says")) }
        let approval = roles("approval")
        if effect == .needsApproval, approval.isEmpty {
            problems.append(FieldProblem("approval", "Choose who gives the approval"))
        } else if let effect, effect != .needsApproval, !approval.isEmpty {
            problems.append(FieldProblem("approval", "Leave this empty, or choose “Needs approval first” above"))
        }
        let obligations = (0..<duties).compactMap { duty($0, &problems) }
        guard problems.isEmpty, let effect else { throw .incomplete(problems) }
        return Rule(
            id: id, says: says, clauses: clauses, when: when, unless: unless, effect: effect, approval: approval,
            obligations: obligations)
    }

    private func conditions(_ problems: inout [FieldProblem]) -> [Condition] {
        var found: [Condition] = []
        if let fact = vocabulary.fact("who"), let who = condition(fact, "who", &problems) { found.append(who) }
        let actions = actions.map(\.id)
        if actions.isEmpty {
            problems.append(FieldProblem("action", "Choose at least one thing that the rule is about"))
            return found
        }
        if Set(input.all("shown")) != Set(actions) {
            problems.append(
                FieldProblem(
                    "action", "The facts below are now those of the actions you chose. Check them, then save again"))
        }
        found.append(Condition(fact: "action", values: actions))
        for fact in facts {
            if let condition = condition(fact, "when.\(fact.id)", &problems) { found.append(condition) }
        }
        return found
    }

    /// - Returns: nil for an exception that was added and left blank.
    private func exception(_ index: Int, _ problems: inout [FieldProblem]) -> [Condition]? {
        var group: [Condition] = []
        for fact in exceptionFacts {
            if let condition = condition(fact, "unless.\(index).\(fact.id)", &problems) { group.append(condition) }
        }
        return group.isEmpty ? nil : group
    }

    /// - Returns: nil where any value will do.
    private func condition(_ fact: Fact, _ name: String, _ problems: inout [FieldProblem]) -> Condition? {
        let chosen = input.all(name)
        let values = fact.values.map(\.id).filter(chosen.contains)
        switch (isAny(name), values.isEmpty) {
        case (true, true): return nil
        case (true, false):
            problems.append(
                FieldProblem(name, "\(fact.label): choose either “May be anything” or some of the others, not both"))
        case (false, true):
            problems.append(FieldProblem(name, "\(fact.label): choose at least one, or “May be anything”"))
        case (false, false): return values.count == fact.values.count ? nil : Condition(fact: fact.id, values: values)
        }
        return nil
    }

    private func duty(_ index: Int, _ problems: inout [FieldProblem]) -> Obligation? {
        let name = "then.\(index)"
        let (kind, within, says) = (
            input["\(name).kind"], input["\(name).within"].trimmed, sentence(input["\(name).says"])
        )
        let to = roles("\(name).to")
        if kind.isEmpty, within.isEmpty, says.isEmpty, to.isEmpty { return nil }
        let duty = Obligation.Kind(rawValue: kind)
        if duty == nil {
            problems.append(FieldProblem("\(name).kind", "Duty \(index + 1): choose what has to be done"))
        }
        let span = Span(within)
        if span == nil, !within.isEmpty {
            problems.append(
                FieldProblem(
                    "\(name).within", "Duty \(index + 1): enter a time such as 24 hours, 10 working days or 12 months"))
        }
        if says.isEmpty || says.count > 500 {
            problems.append(
                FieldProblem("\(name).says", "Duty \(index + 1): enter it in one sentence of at most 500 characters"))
        }
        return duty.map { Obligation(kind: $0, to: to, within: span, says: says) }
    }

    private func roles(_ name: String) -> [Role] {
        let chosen = input.all(name)
        return Role.allCases.filter { chosen.contains($0.rawValue) }
    }

    /// One line, one space between words, nothing that does not print.
    private func sentence(_ text: String) -> String {
        let plain = text.unicodeScalars.map { scalar -> Character in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
                ? " " : Character(scalar)
        }
        return plain.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
    }

    /// The new rule's name: as it was given, or made of its sentence.
    private func name(_ says: String, _ problems: inout [FieldProblem]) -> String {
        let given = input["id"].trimmed
        if given.isEmpty { return name(madeOf: says) }
        let isName = given.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isName || given.utf8.count > 60 {
            problems.append(
                FieldProblem(
                    "id", "Enter a name of at most 60 lower-case letters, digits and hyphens, or leave it empty"))
        } else if pack.rule(given) != nil {
            problems.append(
                FieldProblem("id", "There is a rule `\(given)` already. Enter another name, or leave it empty"))
        }
        return given
    }

    private func name(madeOf says: String) -> String {
        var name = ""
        let words = says.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
        for word in words {
            let plain = word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard name.utf8.count + plain.utf8.count < 40 else { break }
            if !plain.isEmpty { name += (name.isEmpty ? "" : "-") + plain }
        }
        if name.isEmpty { name = "rule" }
        var unique = name
        var number = 2
        while pack.rule(unique) != nil {
            unique = "\(name)-\(number)"
            number += 1
        }
        return unique
    }
}
