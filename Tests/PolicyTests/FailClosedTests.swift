import Testing

@testable import Policy

@Suite("Questions that cannot be answered")
struct FailClosedTests {
    let pack = SmallPolicy(seed: 1).pack

    @Test(
        "a word that the vocabulary does not have is refused, with the nearest",
        arguments: [
            ("wo=teacher", EvaluationError.unknownFact("wo", nearest: "who")),
            ("who=teachr", .unknownValue(fact: "who", value: "teachr", nearest: "teacher")),
            ("f0=entirely-other", .unknownValue(fact: "f0", value: "entirely-other", nearest: nil)),
            ("who", .notAPair("who")), ("who=", .notAPair("who=")), ("=teacher", .notAPair("=teacher")),
            ("f0=v0 f0=v1", .contradiction(fact: "f0", values: ["v0", "v1"])),
        ])
    func refusesUnknownWords(_ text: String, _ error: EvaluationError) {
        #expect(throws: error) { try Facts(parsing: text, in: pack.vocabulary) }
    }

    @Test("facts written as text are read back, and the same fact twice alike is no contradiction")
    func readsFacts() throws {
        let facts = try Facts(parsing: "  f1=v0\twho=teacher f1=v0 ", in: pack.vocabulary)
        #expect(facts == Facts(["who": "teacher", "f1": "v0"]))
        #expect(facts.text(in: pack.vocabulary) == "who=teacher f1=v0")
    }

    @Test("a question with a fact that does not exist gets an error and no answer")
    func considerFailsClosed() {
        #expect(throws: EvaluationError.unknownFact("zz", nearest: nil)) { try pack.consider(Facts(["zz": "v0"])) }
        #expect(throws: EvaluationError.unknownValue(fact: "f0", value: "v9", nearest: "v0")) {
            try pack.consider(Facts(["f0": "v9"]))
        }
    }

    @Test("a decision with a fact missing names it")
    func decideNeedsEveryFact() {
        #expect(throws: EvaluationError.incomplete(["f1", "f2", "f3"])) {
            try pack.decide(Facts(["who": "teacher", "action": "one", "f0": "v0"]))
        }
    }

    @Test("a request laid out for another vocabulary is refused")
    func refusesForeignRequests() throws {
        let other = SmallPolicy(seed: 2, facts: 5).pack
        var scratch = DecisionScratch(for: pack.compiled)
        let facts = Facts(Dictionary(uniqueKeysWithValues: other.vocabulary.facts.map { ($0.id, $0.values[0].id) }))
        let request = try other.vocabulary.request(facts)
        #expect(throws: EvaluationError.foreignRequest) { try pack.compiled.decide(request, using: &scratch) }
    }

    @Test("a value past the last is not set")
    func refusesPlacesThatAreNot() {
        var request = Request(shape: pack.vocabulary.shape)
        #expect(!request.set(0, to: 255) && !request.set(99, to: 1) && !request.set(0, to: -1))
        #expect(request.unknownCount == pack.vocabulary.facts.count)
    }

    @Test("a fact that the action does not ask changes no answer", arguments: Pack.embeddedIDs)
    func heedsOnlyWhatIsAsked(_ school: String) throws {
        let pack = try #require(try Pack.embedded(school))
        for action in pack.vocabulary.actions {
            var facts = Facts(["action": action.id, "who": "teacher"])
            while let next = try pack.consider(facts).next { facts[next.id] = next.values.first?.id }
            let alone = try pack.consider(facts)
            let others = pack.vocabulary.facts.dropFirst(2).filter { !action.facts.contains($0.id) }
            for other in [others.first, others.last].compactMap({ $0 }) {
                var more = facts
                more[other.id] = other.values.last?.id
                let answer = try pack.consider(more)
                #expect(answer.ruling?.verdict == alone.ruling?.verdict)
                #expect(answer.ruling?.citations.map(\.rule) == alone.ruling?.citations.map(\.rule))
            }
        }
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout CompiledPolicy) -> Void
        /// Whether the quick way of deciding sees it as well.
        var isSeenAtOnce = false
    }

    static let damages = [
        Damage(testDescription: "columns that rule nothing out") { policy in
            policy.columns = policy.columns.map { _ in .zero }
        },
        Damage(testDescription: "one bit turned") { $0.columns[1][0] ^= 1 },
        Damage(testDescription: "columns missing", change: { $0.columns.removeLast(3) }, isSeenAtOnce: true),
        Damage(testDescription: "no columns", change: { $0.columns = [] }, isSeenAtOnce: true),
        Damage(testDescription: "a column past the last", change: { $0.lookups[0].base = 1 << 40 }, isSeenAtOnce: true),
        Damage(testDescription: "a column before the first", change: { $0.lookups[0].base = -9 }, isSeenAtOnce: true),
        Damage(testDescription: "a fact left out") { $0.lookups.removeLast() },
    ]

    @Test("a policy whose tables were damaged gives an error and no answer", arguments: damages)
    func refusesDamage(_ damage: Damage) throws {
        var compiled = pack.compiled
        damage.change(&compiled)
        let damaged = Pack(
            id: pack.id, edition: pack.edition, school: pack.school, policy: pack.policy, process: pack.process,
            checks: pack.checks,
            rules: pack.rules, otherwise: nil, clauses: [], links: [], foundDefects: [], compiled: compiled,
            vocabulary: pack.vocabulary, source: "")
        let facts = Facts(
            Dictionary(uniqueKeysWithValues: pack.vocabulary.facts.map { ($0.id, $0.values.last?.id ?? "") }))
        #expect(throws: EvaluationError.damagedPolicy) { try damaged.decide(facts) }
        #expect(throws: EvaluationError.damagedPolicy) { try damaged.consider(Facts()) }
        #expect(throws: EvaluationError.damagedPolicy) { try damaged.flips(of: facts) }
        guard damage.isSeenAtOnce else { return }
        var scratch = DecisionScratch(for: compiled)
        let request = try pack.vocabulary.request(facts)
        #expect(throws: EvaluationError.damagedPolicy) { try compiled.decide(request, using: &scratch) }
    }

    @Test("a batch takes no question that is incomplete or put in another vocabulary")
    func batchesAreWhole() throws {
        var batch = RequestBatch(shape: pack.vocabulary.shape)
        #expect(throws: EvaluationError.incomplete([])) { try batch.append(Request(shape: pack.vocabulary.shape)) }
        #expect(throws: EvaluationError.foreignRequest) { try batch.append(Request(shape: RequestShape(facts: []))) }
        #expect(batch.count == 0)
    }
}
