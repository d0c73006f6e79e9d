import Testing

@testable import Policy

/// Rules made to be hard: each on other facts, so that nothing of one question helps with the next.
@Suite("A policy made to be hard is given up, not worked at for ever")
struct HostilePackTests {
    static let pack = tangle(facts: 24, rules: 70, conditions: 3)
    static let facts = Facts(SmallPolicy.held)

    @Test("an answer with nothing known gets an error")
    func consider() {
        #expect(throws: EvaluationError.tooManyPossibilities) { try Self.pack.consider(Self.facts) }
    }

    @Test("what would change an answer gets an error")
    func flips() throws {
        let known = Self.pack.vocabulary.facts.dropFirst(2).reduce(Self.facts) { $0.adding($1.id, "v0") }
        #expect(try Self.pack.consider(known).ruling != nil)
        #expect(throws: EvaluationError.tooManyPossibilities) { try Self.pack.flips(of: known) }
    }

    @Test("analysis says which action it did not finish, and makes nothing up about it")
    func analyse() {
        let findings = Self.pack.analyse()
        #expect(
            findings == [Finding(kind: .unfinished, topic: "t", actions: ["one"], rules: [], witness: nil, cases: [])])
        #expect(
            findings.map { $0.text(in: Self.pack.vocabulary) } == [
                "One: the rules are too tangled to be analysed. Split them, or name fewer facts in each."
            ])
    }

    @Test("a comparison says on which action it was given up")
    func compare() {
        let other = Pack.of(Array(Self.pack.rules.dropFirst()), Self.pack.vocabulary)
        #expect(throws: EvaluationError.tooTangled(action: "one")) { try Pack.compare(Self.pack, other) }
    }

    @Test("exceptions that would take for ever to be weighed are taken to leave the rule something")
    func exceptions() {
        let facts = Self.pack.vocabulary.facts.dropFirst(2)
        var random = Seeded(state: 3)
        let exceptions = (0..<200).map { _ in
            facts.shuffled(using: &random).prefix(6).map { fact in
                Condition(fact: fact.id, values: [fact.values[Int.random(in: 0...1, using: &random)].id])
            }
        }
        #expect(Satisfiability.canHold([], unless: exceptions, in: Self.pack.vocabulary))
    }

    @Test("rules that are many and alike are given up as well: each pair of them would be a conflict")
    func alike() {
        let vocabulary = Self.pack.vocabulary
        let rules = (0..<1200).map { number in
            Rule(
                id: "r\(number)", says: "Rule \(number).", clauses: ["c"],
                when: [Condition(fact: "f0", values: ["v0"])], effect: number % 2 == 0 ? .prohibited : .permitted)
        }
        let findings = Pack.of(rules, vocabulary).analyse()
        #expect(findings.map(\.kind) == [.unfinished])
    }

    private static func tangle(facts count: Int, rules: Int, conditions: Int) -> Pack {
        var random = Seeded(state: 5)
        let facts = (0..<count).map { number in
            Fact(
                id: "f\(number)", label: "F\(number)", question: "F\(number)?",
                values: (0..<3).map { FactValue(id: "v\($0)", label: "V\($0)") })
        }
        let action = Vocabulary.Action(id: "one", label: "One", topic: "t", words: [], facts: facts.map(\.id))
        let vocabulary = Vocabulary(topics: [.init(id: "t", label: "T")], actions: [action], facts: facts)
        return Pack.of(
            (0..<rules).map { number in
                Rule(
                    id: "r\(number)", says: "Rule \(number).", clauses: ["c"],
                    when: facts.shuffled(using: &random).prefix(conditions).map {
                        Condition(fact: $0.id, values: ["v\(Int.random(in: 0...2, using: &random))"])
                    },
                    effect: [.prohibited, .needsApproval, .required, .permitted][number % 4],
                    approval: number % 4 == 1 ? [Role.allCases[number % Role.allCases.count]] : [],
                    obligations: [Obligation(kind: .tell, to: [.slt], within: nil, says: "Say so \(number).")])
            }, vocabulary)
    }
}
