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
}
