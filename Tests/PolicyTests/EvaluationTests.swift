import Testing

@testable import Policy

/// The fast evaluators against slow ones that are plainly right.
@Suite("Evaluation")
struct EvaluationTests {
    @Test("columns and rules read one by one match the same rules and give the same verdict", arguments: 0..<36)
    func columnsAgree(_ seed: Int) throws {
        // From a few rules, in one word, to more than five words of a block and several blocks.
        let policy = SmallPolicy(seed: UInt64(seed), facts: 5, rules: [3, 40, 64, 65, 200, 700][seed % 6])
        var scratch = DecisionScratch(for: policy.pack.compiled)
        for facts in policy.completions(of: Facts(SmallPolicy.held)) {
            let verdict = try policy.pack.compiled.decide(policy.pack.vocabulary.request(facts), using: &scratch)
            let matched = policy.pack.compiled.rules(in: scratch).map { policy.pack.rules[$0].id }
            try #require(matched == policy.matching(facts).map(\.id), "\(facts.text(in: policy.pack.vocabulary))")
            try #require(verdict == policy.answer(facts).verdict)
        }
    }

    @Test("with facts unknown, the possible answers are exactly those of the completions", arguments: 0..<90)
    func possibleAnswersAreExact(_ seed: Int) throws {
        // One in ten with more rules than a word has bits.
        let policy = SmallPolicy(seed: UInt64(seed), rules: seed % 10 == 9 ? 70 : 3 + seed % 9)
        for facts in partials(policy) {
            let completions = policy.completions(of: facts)
            let expected = Set(completions.map(policy.answer))
            let consideration = try policy.pack.consider(facts)
            try #require(Set(consideration.possible.map(\.answer)) == expected)
            try #require(consideration.possible.count == expected.count)
            try #require((consideration.settled != nil) == (expected.count == 1))
            try #require((consideration.next == nil) == (expected.count == 1))
        }
    }

    @Test("certain and possible citations are exactly the rules of every and of some completion", arguments: 0..<50)
    func citationsAreExact(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 1_000)
        for facts in partials(policy) {
            let matching = policy.completions(of: facts).map { Set(policy.matching($0).map(\.id)) }
            let some = matching.reduce(Set()) { $0.union($1) }
            let every = matching.reduce(some) { $0.intersection($1) }
            for ruling in try policy.pack.consider(facts).possible {
                func rules(_ names: Set<String>) -> [String] {
                    policy.pack.rules.filter { names.contains($0.id) && $0.effect.verdict == ruling.verdict }.map(\.id)
                }
                try #require(ruling.citations.map(\.rule) == rules(every))
                try #require(ruling.possibleCitations.map(\.rule) == rules(some.subtracting(every)))
            }
        }
    }

    @Test("the example of a ruling leads to it", arguments: 0..<40)
    func examplesLead(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 2_000)
        for facts in partials(policy) {
            for ruling in try policy.pack.consider(facts).possible {
                let known = ruling.example.values.reduce(facts) { $0.adding($1.key, $1.value) }
                try #require(try policy.pack.consider(known).ruling?.answer == ruling.answer)
            }
        }
    }

    @Test(
        "the next question is the one that leaves the fewest answers on average, and one that can matter",
        arguments: 0..<50)
    func asksTheBestQuestion(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 3_000)
        for facts in partials(policy) {
            guard let next = try policy.pack.consider(facts).next else { continue }
            var best: (id: String, left: Double)?
            for fact in policy.pack.vocabulary.facts where facts[fact.id] == nil && matters(fact, facts, policy) {
                let left = fact.values.map { value in
                    Set(policy.completions(of: facts.adding(fact.id, value.id)).map(policy.answer)).count
                }
                let mean = Double(left.reduce(0, +)) / Double(fact.values.count)
                if best.map({ mean < $0.left - 1e-9 }) ?? true { best = (fact.id, mean) }
            }
            try #require(best?.id == next.id)
        }
    }

    @Test("asking what is next settles every question", arguments: 0..<40)
    func askingEnds(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 4_000, facts: 6, rules: 14)
        var random = Seeded(state: UInt64(seed))
        var facts = Facts(SmallPolicy.held)
        while let next = try policy.pack.consider(facts).next {
            try #require(facts[next.id] == nil)
            facts[next.id] = next.values.randomElement(using: &random)?.id
        }
        #expect(try policy.pack.consider(facts).ruling != nil)
    }

    /// Whether some completion changes its answer with this fact alone.
    private func matters(_ fact: Fact, _ facts: Facts, _ policy: SmallPolicy) -> Bool {
        policy.completions(of: facts).contains { whole in
            Set(fact.values.map { policy.answer(whole.adding(fact.id, $0.id)) }).count > 1
        }
    }

    /// Every way of knowing some of the facts and not others.
    private func partials(_ policy: SmallPolicy) -> [Facts] {
        policy.pack.vocabulary.facts.dropFirst(2).reduce([Facts(SmallPolicy.held)]) { partial, fact in
            partial + partial.flatMap { known in fact.values.prefix(2).map { known.adding(fact.id, $0.id) } }
        }
    }
}
