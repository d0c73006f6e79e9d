@testable import Policy

/// A made-up policy on two topics of several actions, whose rules depend on who asks: for holding the analysis against
/// every question that can be asked.
struct AskersPolicy {
    var pack: Pack
    /// Every complete question: an action, who asks, and each fact that the action lists. Other facts are left out.
    var questions: [Facts]

    private static let facts = (0..<3).map { number in
        Fact(
            id: "f\(number)", label: "F\(number)", question: "F\(number)?",
            values: (0..<(number == 1 ? 3 : 2)).map { FactValue(id: "v\($0)", label: "V\($0)") })
    }
    private static let vocabulary = Vocabulary(
        topics: [.init(id: "s", label: "S"), .init(id: "t", label: "T")],
        actions: [
            .init(id: "one", label: "One", topic: "t", facts: ["f0", "f1"]),
            .init(id: "two", label: "Two", topic: "t", facts: ["f0", "f1"]),
            .init(id: "three", label: "Three", topic: "t", facts: ["f1", "f2"]),
            .init(id: "four", label: "Four", topic: "s", facts: ["f2"]),
            .init(id: "five", label: "Five", topic: "s", facts: []),
        ], facts: facts)

    init(seed: UInt64, rules count: Int = 8) {
        var random = Seeded(state: seed)
        let vocabulary = Self.vocabulary
        func some<T>(_ all: [T], atMost most: Int) -> [T] {
            Array(all.shuffled(using: &random).prefix(Int.random(in: 1...most, using: &random)))
        }
        func conditions(_ ids: Set<String>, atMost most: Int) -> [Condition] {
            Self.facts.filter { ids.contains($0.id) && Bool.random(using: &random) }.prefix(most).map { fact in
                Condition(fact: fact.id, values: some(fact.values.map(\.id), atMost: fact.values.count - 1))
            }
        }
        let rules = (0..<count).map { number in
            let actions = some(vocabulary.actions, atMost: 3)
            let shared = actions.dropFirst().reduce(Set(actions[0].facts)) { $0.intersection($1.facts) }
            var when = [Condition(fact: "action", values: actions.map(\.id))]
            if Int.random(in: 0..<3, using: &random) > 0 {
                when.append(Condition(fact: "who", values: some(Role.allCases.map(\.rawValue), atMost: 12)))
            }
            let effect = RuleEffect.allCases.randomElement(using: &random) ?? .permitted
            let unless = conditions(shared, atMost: 1)
            let duty = Obligation(kind: .tell, to: [.slt], within: nil, says: "Say so, in rule \(number).")
            let other = Obligation(kind: .act, to: [], within: nil, says: "Do it.")
            return Rule(
                id: "r\(number)", says: "Rule \(number).", clauses: ["c"], when: when + conditions(shared, atMost: 2),
                unless: unless.isEmpty ? [] : [unless], effect: effect,
                approval: effect == .needsApproval ? some([Role.slt, .headteacher], atMost: 2) : [],
                obligations: number % 3 == 0 ? [duty] : number % 3 == 1 ? [other] : [], line: number)
        }
        pack = Pack.of(rules, vocabulary)
        questions = vocabulary.actions.flatMap { action in
            (["who"] + action.facts).reduce([Facts(["action": action.id])]) { known, id in
                known.flatMap { facts in
                    (vocabulary.fact(id)?.values ?? []).map { facts.adding(id, $0.id) }
                }
            }
        }
    }

    /// Another edition: some rules gone, the first with another effect.
    func other(_ seed: UInt64) -> Pack {
        var random = Seeded(state: seed &* 31)
        var rules = pack.rules.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
        if !rules.isEmpty { rules[0].effect = rules[0].effect == .permitted ? .prohibited : .permitted }
        return Pack.of(rules, pack.vocabulary)
    }
}

extension Pack {
    /// The answer to a question of which every fact that its action lists is known; the others cannot matter.
    func ruling(_ facts: Facts) throws -> Ruling {
        var whole = facts
        for fact in vocabulary.facts where whole[fact.id] == nil { whole[fact.id] = fact.values[0].id }
        return try decide(whole)
    }
}

extension [Condition] {
    /// Whether facts meet every one of the conditions.
    func contains(_ facts: Facts) -> Bool {
        allSatisfy { condition in facts[condition.fact].map(condition.values.contains) ?? false }
    }
}
