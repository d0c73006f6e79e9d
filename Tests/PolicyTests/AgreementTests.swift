import Foundation
import Testing

@testable import Policy

/// The engine against the rules read one by one, on every input where there are few and on many at random.
///
/// `HORNBOOK_CHECKS=1000000 swift test --filter Agreement` looks at so many for each pack.
@Suite("Agreement with the rules read one by one")
struct AgreementTests {
    static let checks = ProcessInfo.processInfo.environment["HORNBOOK_CHECKS"].flatMap { Int($0) } ?? 4_000

    @Test("the diagram and the columns agree on every input of a small pack", arguments: 0..<40)
    func everyInput(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 5_000, facts: 2 + seed % 4, rules: [2, 9, 30, 70][seed % 4])
        let (pack, plain) = (policy.pack, PlainReading(policy.pack))
        let diagram = try Diagram(pack.compiled, pack.vocabulary.request(Facts()), answer: pack.answer)
        var scratch = DecisionScratch(for: pack.compiled)
        for facts in policy.completions(of: Facts(SmallPolicy.held)) {
            let request = try pack.vocabulary.request(facts)
            let expected = plain.answer(request)
            try #require(diagram.answer(request) == expected, "\(facts.text(in: pack.vocabulary))")
            try #require(try pack.compiled.decide(request, using: &scratch) == expected.verdict)
            try #require(pack.answer(of: scratch.matching) == expected)
        }
    }

    @Test("the diagram and the columns agree on inputs at random of a school's pack", arguments: Pack.embeddedIDs)
    func randomInputs(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let plain = PlainReading(pack)
        let diagram = try Diagram(pack.compiled, pack.vocabulary.request(Facts()), answer: pack.answer)
        var random = Seeded(state: 2_024)
        var scratch = DecisionScratch(for: pack.compiled)
        for _ in 0..<Self.checks {
            let request = pack.inside(pack.randomRequest(&random), &random)
            let matching = plain.matching(request)
            let expected = PlainReading.answer(of: matching, otherwise: pack.otherwise)
            let told = { "\(pack.vocabulary.facts(of: request).text(in: pack.vocabulary))" }
            try #require(diagram.answer(request) == expected, "\(told())")
            try #require(try pack.compiled.decide(request, using: &scratch) == expected.verdict, "\(told())")
            try #require(pack.compiled.rules(in: scratch).map { pack.rules[$0].id } == matching.map(\.id), "\(told())")
        }
    }

    @Test("many questions decided together are answered as one by one", arguments: 0..<12)
    func batches(_ seed: Int) throws {
        let pack = SmallPolicy(seed: UInt64(seed) + 6_000, facts: 5, rules: [3, 64, 65, 700][seed % 4]).pack
        var random = Seeded(state: UInt64(seed))
        let requests = (0..<200).map { _ in pack.randomRequest(&random) }
        var batch = RequestBatch(shape: pack.vocabulary.shape)
        for request in requests { try batch.append(request) }
        var scratch = DecisionScratch(for: pack.compiled)
        let alone = try requests.map { request in
            (try pack.compiled.decide(request, using: &scratch), pack.compiled.rules(in: scratch))
        }
        var places: [Int] = []
        try pack.compiled.decide(batch, using: &scratch) { place, verdict, scratch in
            places.append(place)
            var rules: [Int] = []
            pack.compiled.forEachRule(in: scratch) { rules.append($0) }
            #expect(verdict == alone[place].0 && rules.sorted() == alone[place].1)
        }
        #expect(places == Array(requests.indices))
    }

    @Test("a rule is lifted exactly when its conditions hold and an exception does too", arguments: 0..<12)
    func lifted(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 7_000, rules: [6, 70][seed % 2])
        var scratch = DecisionScratch(for: policy.pack.compiled)
        for facts in policy.completions(of: Facts(SmallPolicy.held)) {
            _ = try policy.pack.compiled.decide(policy.pack.vocabulary.request(facts), using: &scratch)
            func holds(_ conditions: [Condition]) -> Bool {
                conditions.allSatisfy { facts[$0.fact].map($0.values.contains) ?? false }
            }
            let expected = policy.pack.rules.indices.filter { place in
                let rule = policy.pack.rules[place]
                return holds(rule.when) && rule.unless.contains(where: holds)
            }
            try #require(policy.pack.compiled.liftedRules(in: scratch) == expected)
        }
    }

    @Test("every verdict cites a rule that gives it, or says that nothing covers it", arguments: Pack.embeddedIDs)
    func everyVerdictCites(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        var random = Seeded(state: 77)
        for _ in 0..<(Self.checks / 20) {
            let ruling = try pack.decide(pack.vocabulary.facts(of: pack.inside(pack.randomRequest(&random), &random)))
            try #require(ruling.citations.isEmpty == (ruling.verdict == .notCovered))
            for possible in try pack.consider(pack.randomQuestion(&random)).possible {
                let cited = possible.citations + possible.possibleCitations
                try #require(cited.isEmpty == (possible.verdict == .notCovered))
                try #require(cited.allSatisfy { $0.effect.verdict == possible.verdict })
            }
        }
    }

    @Test("a fact that no rule depends on changes nothing in an answer", arguments: Pack.embeddedIDs)
    func idleFacts(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let heeded = Set(pack.rules.flatMap { $0.when + $0.unless.joined() }.map(\.fact))
        var random = Seeded(state: 99)
        var count = 0
        for _ in 0..<(Self.checks / 20) {
            let facts = pack.randomQuestion(&random)
            let action = try #require(facts["action"].flatMap(pack.vocabulary.action))
            let idle = action.facts.filter { !heeded.contains($0) && facts[$0] == nil }
            guard let fact = idle.randomElement(using: &random).flatMap(pack.vocabulary.fact),
                let value = fact.values.randomElement(using: &random)
            else { continue }
            count += 1
            let (without, with) = (try pack.consider(facts), try pack.consider(facts.adding(fact.id, value.id)))
            try #require(without.possible == with.possible && without.next == with.next)
        }
        #expect(count > 0 || pack.vocabulary.actions.allSatisfy { heeded.isSuperset(of: $0.facts) })
    }

    @Test("a fact added to the vocabulary that no rule depends on changes nothing either", arguments: 0..<30)
    func addedFacts(_ seed: Int) throws {
        let small = SmallPolicy(seed: UInt64(seed) + 8_000).pack
        let idle = Fact(
            id: "idle", label: "Idle", question: "Idle?", values: ["a", "b"].map { FactValue(id: $0, label: $0) })
        let action = Vocabulary.Action(
            id: "one", label: "One", topic: "t", words: [],
            facts: small.vocabulary.facts.dropFirst(2).map(\.id) + ["idle"])
        let wide = Pack.of(
            small.rules,
            Vocabulary(
                topics: small.vocabulary.topics, actions: [action], facts: small.vocabulary.facts.dropFirst(2) + [idle])
        )
        var random = Seeded(state: UInt64(seed))
        for _ in 0..<20 {
            let facts = small.randomQuestion(&random)
            let expected = try small.consider(facts)
            for known in [facts, facts.adding("idle", "a"), facts.adding("idle", "b")] {
                let consideration = try wide.consider(known)
                try #require(consideration.possible == expected.possible && consideration.next == expected.next)
            }
        }
    }
}

extension Diagram {
    /// The answer to a question of which every fact is known.
    fileprivate func answer(_ request: Request) -> Answer {
        var link = root
        while case .node(let place) = link { link = nodes[place].next[Int(request.values[nodes[place].fact]) - 1] }
        guard case .leaf(let place) = link else { return leaves[0] }
        return leaves[place]
    }
}

extension Pack {
    /// Every fact with a value by chance.
    fileprivate func randomRequest(_ random: inout Seeded) -> Request {
        var request = Request(shape: vocabulary.shape)
        for (fact, count) in vocabulary.shape.valueCounts.enumerated() {
            request.set(fact, to: Int.random(in: 1...count, using: &random))
        }
        return request
    }

    /// Half of the time moved to where some rule's conditions hold, and half of those to where an exception does:
    /// by chance alone most questions about most actions are not covered.
    fileprivate func inside(_ request: Request, _ random: inout Seeded) -> Request {
        guard Bool.random(using: &random), let rule = rules.randomElement(using: &random) else { return request }
        var request = request
        let exception = Bool.random(using: &random) ? rule.unless.randomElement(using: &random) ?? [] : []
        for condition in rule.when + exception {
            guard let place = vocabulary.place(of: condition.fact),
                let value = condition.values.randomElement(using: &random),
                let index = vocabulary.facts[place].values.firstIndex(where: { $0.id == value })
            else { continue }
            request.set(place, to: index + 1)
        }
        return request
    }

    /// An action, and some of the facts that it asks, each with a value by chance.
    fileprivate func randomQuestion(_ random: inout Seeded) -> Facts {
        let whole = vocabulary.facts(of: inside(randomRequest(&random), &random))
        let asked = whole["action"].flatMap(vocabulary.action)?.facts ?? []
        return Facts(
            whole.values.filter { fact, _ in
                fact == "action" || ((fact == "who" || asked.contains(fact)) && Bool.random(using: &random))
            })
    }
}
