import Testing

@testable import Policy

@Suite("What would change an answer")
struct FlipTests {
    @Test("a value that turns the verdict is named with the verdict that it gives, and others are not")
    func namesWhatTurns() throws {
        let pack = try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
        let facts = try Facts(parsing: "who=teacher action=connect with=pupil account=personal", in: pack.vocabulary)
        let found = try pack.flips(of: facts).map { "\($0.facts.text(in: pack.vocabulary)): \($0.verdict.rawValue)" }
        #expect(
            found == [
                "who=teacher action=connect with=former-pupil account=personal: needs-approval",
                "who=teacher action=connect with=parent account=personal: not-covered",
                "who=teacher action=connect with=pupil account=school: not-covered",
            ])
    }

    @Test("a question that is not settled has none")
    func unsettled() throws {
        let pack = try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
        #expect(try pack.flips(of: Facts(parsing: "who=teacher action=connect", in: pack.vocabulary)) == [])
    }

    @Test(
        "every flip shown changes the verdict, and no smaller change does: as brute force finds it", arguments: 0..<60)
    func agreesWithBruteForce(_ seed: Int) throws {
        let policy = SmallPolicy(seed: UInt64(seed) + 9_000, rules: 3 + seed % 7)
        for facts in everyQuestion(policy) {
            let flips = try policy.pack.flips(of: facts, atMost: .max)
            let found = flips.map { Set($0.changes.map { "\($0.fact)=\($0.value)" }) }
            try #require(found == (try smallestChanges(facts, policy)), "\(facts.text(in: policy.pack.vocabulary))")
            for flip in flips {
                try #require(flip.verdict != settled(facts, policy))
                try #require(flip.verdict == settled(flip.facts, policy))
            }
            try #require(try policy.pack.flips(of: facts) == Array(flips.prefix(3)))
        }
    }

    @Test("who asks and what they want to do is never changed, in any school's policy", arguments: Pack.embeddedIDs)
    func neverWhoOrAction(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        var count = 0
        for who in Role.allCases {
            for action in pack.vocabulary.actions {
                var facts = Facts(["who": who.rawValue, "action": action.id])
                while let next = try pack.consider(facts).next { facts[next.id] = next.values.last?.id }
                for flip in try pack.flips(of: facts) {
                    count += 1
                    #expect(flip.facts["who"] == who.rawValue && flip.facts["action"] == action.id)
                    #expect(flip.changes.allSatisfy { !["who", "action"].contains($0.fact) } && !flip.changes.isEmpty)
                    #expect(try pack.consider(flip.facts).settled == flip.verdict)
                }
            }
        }
        #expect(count > 20)
    }

    @Test(
        "a flip is told as a sentence",
        arguments: [
            (
                "age", "18-or-over", Verdict.notCovered,
                "If their age were 18 or over: the policy does not say"
            ),
            (
                "with", "former-pupil", .prohibited,
                "If the other person were a former pupil of this school: not allowed"
            ),
            ("channel", "class-dojo", .permitted, "If the channel were Class Dojo: allowed"),
            (
                "relation", "family", .needsApproval,
                "If the answer to “Are they a member of your family?” were “Yes, family”: needs approval first"
            ),
        ])
    func sentences(fact: String, value: String, verdict: Verdict, sentence: String) throws {
        let flip = Flip(changes: [.init(fact: fact, value: value)], verdict: verdict, facts: Facts())
        #expect(flip.sentence(in: try Vocabulary.embedded()) == sentence)
    }

    /// Every way of knowing some of the facts and not others.
    private func everyQuestion(_ policy: SmallPolicy) -> [Facts] {
        varying(policy).reduce([Facts(SmallPolicy.held)]) { partial, fact in
            partial + partial.flatMap { known in fact.values.map { known.adding(fact.id, $0.id) } }
        }
    }

    private func varying(_ policy: SmallPolicy) -> [Fact] { Array(policy.pack.vocabulary.facts.dropFirst(2)) }

    /// The verdict, when every completion is answered alike.
    private func settled(_ facts: Facts, _ policy: SmallPolicy) -> Verdict? {
        let answers = Set(policy.completions(of: facts).map(policy.answer))
        return answers.count == 1 ? answers.first?.verdict : nil
    }

    /// Every change of the fewest facts, up to three, with another settled verdict, in order.
    private func smallestChanges(_ facts: Facts, _ policy: SmallPolicy) throws -> [Set<String>] {
        guard let verdict = settled(facts, policy) else { return [] }
        var changes: [[(fact: String, value: String)]] = [[]]
        // Those of a fact go before those without it, and its values are in their order.
        for fact in varying(policy).reversed() {
            let others = fact.values.filter { $0.id != facts[fact.id] }
            changes = others.flatMap { value in changes.map { [(fact.id, value.id)] + $0 } } + changes
        }
        for size in 1...3 {
            let turning = changes.filter { change in
                guard change.count == size else { return false }
                let other = settled(change.reduce(facts) { $0.adding($1.fact, $1.value) }, policy)
                return other != nil && other != verdict
            }
            if !turning.isEmpty { return turning.map { Set($0.map { "\($0.fact)=\($0.value)" }) } }
        }
        return []
    }
}
