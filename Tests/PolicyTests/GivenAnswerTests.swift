import Testing

@testable import Policy

@Suite("Answers that can be given again")
struct GivenAnswerTests {
    private static let packs = Result { try Pack.embeddedIDs.compactMap { try Pack.embedded($0) } }

    /// A question on some action of the pack, with some of its facts known.
    private func question(_ pack: Pack, _ random: inout SystemRandomNumberGenerator) -> Facts {
        let action = pack.vocabulary.actions.randomElement(using: &random)?.id ?? ""
        var facts = Facts(["action": action, "who": "teacher"])
        for fact in pack.factsAtStake(in: action) where facts[fact.id] == nil && Bool.random(using: &random) {
            facts[fact.id] = fact.values.randomElement(using: &random)?.id
        }
        return facts
    }

    @Test("it says what consideration says, and the same again")
    func again() throws {
        var random = SystemRandomNumberGenerator()
        for pack in try Self.packs.get() {
            for _ in 0..<200 {
                let facts = question(pack, &random)
                let consideration = try pack.consider(facts)
                let answer = try GivenAnswer(facts, of: pack, editionHash: "")
                #expect(answer.verdicts == consideration.verdicts, "\(pack.id) \(facts)")
                #expect(answer.verdict == consideration.settled)
                #expect(try answer.again(under: pack) == answer)
                #expect(answer.unknown.keys.allSatisfy { facts[$0] == nil })
            }
        }
    }

    @Test("weighing fewer values of the unknown facts is weighing every completion of them")
    func limited() throws {
        var random = SystemRandomNumberGenerator()
        for pack in try Self.packs.get() {
            for _ in 0..<60 {
                var facts = question(pack, &random)
                let open = pack.factsAtStake(in: facts["action"]).filter { facts[$0.id] == nil }.shuffled(
                    using: &random)
                for fact in open.dropFirst(2) { facts[fact.id] = fact.values.randomElement(using: &random)?.id }
                var left: [String: [String]] = [:]
                for fact in open.prefix(2) {
                    let values = fact.values.map(\.id)
                    let some = values.filter { _ in Bool.random(using: &random) }
                    left[fact.id] = some.isEmpty ? values : some
                }
                var expected: Set<Verdict> = []
                var completions = [facts]
                for (fact, values) in left {
                    completions = completions.flatMap { known in values.map { known.adding(fact, $0) } }
                }
                for completion in completions { expected.formUnion(try pack.consider(completion).verdicts) }
                #expect(
                    Set(try pack.limited(to: left).consider(facts).verdicts) == expected, "\(pack.id) \(facts) \(left)")
            }
        }
    }

    @Test("the next question is the best one that may be known, matters, and is nobody's who does not know it")
    func nextQuestion() throws {
        var random = SystemRandomNumberGenerator()
        for pack in try Self.packs.get() {
            for _ in 0..<200 {
                let facts = question(pack, &random)
                let consideration = try pack.consider(facts)
                #expect(try pack.nextQuestion(after: consideration, notKnown: []) == consideration.next)
                var notKnown: Set<String> = []
                while let next = try pack.nextQuestion(after: consideration, notKnown: notKnown) {
                    #expect(notKnown.insert(next.id).inserted && facts[next.id] == nil)
                    #expect(pack.factsAtStake(in: facts["action"]).contains(next))
                }
                #expect((consideration.next == nil) == notKnown.isEmpty)
            }
        }
    }
}
