import Testing

@testable import Policy

@Suite("What would change an answer")
struct AlternativesTests {
    @Test("a value that turns the verdict is named with the verdict that it gives, and others are not")
    func namesWhatTurns() throws {
        let pack = try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
        let facts = try Facts(
            parsing: "who=teacher action=connect with=pupil account=personal", in: pack.vocabulary)
        let found = try pack.alternatives(to: facts).filter { $0.fact != "who" }
        #expect(
            found == [
                Alternative(fact: "with", value: "former-pupil", verdict: .needsApproval),
                Alternative(fact: "with", value: "parent", verdict: .notCovered),
                Alternative(fact: "account", value: "school", verdict: .notCovered),
            ])
    }

    @Test("a question that is not settled has no alternatives")
    func unsettled() throws {
        let pack = try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
        let facts = try Facts(parsing: "who=teacher action=connect", in: pack.vocabulary)
        #expect(try pack.alternatives(to: facts) == [])
    }
}
