@testable import Policy

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// A made-up vocabulary with rules in it, for comparing evaluators.
struct SmallPolicy {
    var pack: Pack
    /// Facts that vary; `who` and `action` are held at one value.
    static let held = ["who": "teacher", "action": "one"]

    init(seed: UInt64, facts factCount: Int = 4, rules ruleCount: Int = 8, valuesAtMost: Int = 3) {
        var random = Seeded(state: seed)
        let facts = (0..<factCount).map { number in
            let count = Int.random(in: 2...valuesAtMost, using: &random)
            return Fact(
                id: "f\(number)", label: "F\(number)", question: "F\(number)?",
                values: (0..<count).map { FactValue(id: "v\($0)", label: "V\($0)") })
        }
        let action = Vocabulary.Action(id: "one", label: "One", topic: "t", words: [], facts: facts.map(\.id))
        let vocabulary = Vocabulary(topics: [.init(id: "t", label: "T")], actions: [action], facts: facts)
        func conditions(_ most: Int, least: Int) -> [Condition] {
            facts.shuffled(using: &random).prefix(Int.random(in: least...most, using: &random)).map { fact in
                let count = Int.random(in: 1..<max(2, fact.values.count), using: &random)
                return Condition(fact: fact.id, values: fact.values.shuffled(using: &random).prefix(count).map(\.id))
            }
        }
        let rules = (0..<ruleCount).map { number in
            let effect = RuleEffect.allCases.randomElement(using: &random) ?? .permitted
            let exceptions = (0..<Int.random(in: 0...2, using: &random)).map { _ in conditions(2, least: 1) }
            let approval: [Role] = effect == .needsApproval ? [Bool.random(using: &random) ? .slt : .headteacher] : []
            let duty = Obligation(kind: .tell, to: [.slt], within: nil, says: "Say so \(number % 2).")
            return Rule(
                id: "r\(number)", says: "Rule \(number).", clauses: ["c"], when: conditions(3, least: 0),
                unless: exceptions,
                effect: effect, approval: approval, obligations: number % 3 == 0 ? [duty] : [], line: number)
        }
        pack = Pack.of(rules, vocabulary)
    }

    /// Every way of giving the unknown facts values.
    func completions(of facts: Facts) -> [Facts] {
        pack.vocabulary.facts.reduce([facts]) { partial, fact in
            guard facts[fact.id] == nil else { return partial }
            return partial.flatMap { known in fact.values.map { known.adding(fact.id, $0.id) } }
        }
    }

    /// Rules that match, read off one by one without any bits.
    func matching(_ facts: Facts) -> [Rule] {
        func holds(_ conditions: [Condition]) -> Bool {
            conditions.allSatisfy { condition in facts[condition.fact].map(condition.values.contains) ?? false }
        }
        return pack.rules.filter { holds($0.when) && !$0.unless.contains(where: holds) }
    }

    /// The answer worked out from the rules' effects alone.
    func answer(_ facts: Facts) -> Answer { PlainReading.answer(of: matching(facts), otherwise: nil) }
}

extension Pack {
    static func of(_ rules: [Rule], _ vocabulary: Vocabulary, otherwise: Otherwise? = nil) -> Pack {
        Pack(
            id: "small", edition: "small-1",
            school: SchoolFacts(name: "Small", phase: "primary", authority: "None", trust: nil, ages: 4...11),
            policy: PolicyFacts(
                title: "Small", version: nil, issued: nil, lastReviewed: nil, nextReview: nil, ratified: nil,
                notes: []),
            process: Process(), checks: CheckSetting.defaults(), rules: rules, otherwise: otherwise, clauses: [],
            links: [], foundDefects: [],
            compiled: CompiledPolicy(rules: rules, vocabulary: vocabulary), vocabulary: vocabulary, source: "")
    }
}

extension Ruling {
    var answer: Answer { Answer(verdict: verdict, approvals: approvals, obligations: obligations) }
}
