import Testing

@testable import Policy

@Suite("Comparison against every question")
struct ComparisonTests {
    static let seeds = Array(UInt64(1)...30)

    /// Two editions, and what each answers to every question.
    struct Brute {
        var questions: [Facts]
        var told: [Difference]
        var expected: [Facts: Pair] = [:]

        /// What a comparison has to say; duties as a set, only those of one side alone, and only beside equal answers.
        struct Pair: Hashable {
            var first: Side
            var second: Side
        }

        struct Side: Hashable {
            var verdict: Verdict
            var approvals: Set<[Role]>
            var duties: Set<ComparedDuty>

            init(_ answer: ComparedAnswer) {
                verdict = answer.verdict
                approvals = Set(answer.approvals)
                duties = Set(answer.duties)
            }

            init(_ ruling: Ruling) {
                verdict = ruling.verdict
                approvals = Set(ruling.approvals.map { $0.sorted() })
                duties = Set(ruling.obligations.map(ComparedDuty.init))
            }
        }

        init(_ seed: UInt64) throws {
            let policy = AskersPolicy(seed: seed)
            let other = policy.other(seed)
            questions = policy.questions
            told = try Pack.compare(policy.pack, other)
            for question in questions {
                var (first, second) = (Side(try policy.pack.ruling(question)), Side(try other.ruling(question)))
                let shared = first.duties.intersection(second.duties)
                let isSame = first.verdict == second.verdict && first.approvals == second.approvals
                first.duties = isSame ? first.duties.subtracting(shared) : []
                second.duties = isSame ? second.duties.subtracting(shared) : []
                expected[question] = Pair(first: first, second: second)
            }
        }

        func pair(_ difference: Difference) -> Pair {
            Pair(first: Side(difference.first), second: Side(difference.second))
        }

        func isIn(_ question: Facts, _ difference: Difference) -> Bool {
            difference.actions.contains(question["action"] ?? "") && difference.conditions.contains(question)
        }
    }

    @Test(
        "what is told is what differs: nothing more, nothing less, and each question with its own pair",
        arguments: seeds)
    func exact(_ seed: UInt64) throws {
        let brute = try Brute(seed)
        for question in brute.questions {
            let expected = try #require(brute.expected[question])
            let here = brute.told.filter { brute.isIn(question, $0) }
            #expect(here.isEmpty == (expected.first == expected.second))
            #expect(here.allSatisfy { brute.pair($0) == expected })
        }
    }

    @Test("no part could be left out, and none could take in another value of a fact", arguments: seeds)
    func merged(_ seed: UInt64) throws {
        let brute = try Brute(seed)
        for difference in brute.told {
            let others = brute.told.filter { $0 != difference }
            for action in difference.actions {
                let own = brute.questions.filter { $0["action"] == action && difference.conditions.contains($0) }
                #expect(own.contains { question in !others.contains { brute.isIn(question, $0) } })
                for place in difference.conditions.indices {
                    let condition = difference.conditions[place]
                    let fact = try #require(AskersPolicy(seed: seed).pack.vocabulary.fact(condition.fact))
                    for value in fact.values where !condition.values.contains(value.id) {
                        var beside = difference.conditions
                        beside[place].values = [value.id]
                        let added = brute.questions.filter { $0["action"] == action && beside.contains($0) }
                        #expect(added.contains { brute.expected[$0] != brute.pair(difference) })
                    }
                }
            }
        }
    }

    @Test("a witness settles both answers, and no fact of it could be left out", arguments: seeds)
    func witnesses(_ seed: UInt64) throws {
        let brute = try Brute(seed)
        for difference in brute.told {
            func settles(_ witness: Facts) -> Bool {
                brute.questions.filter { question in witness.values.allSatisfy { question[$0.key] == $0.value } }
                    .allSatisfy { brute.expected[$0] == brute.pair(difference) }
            }
            let witness = difference.witness
            #expect(witness["action"] == difference.action && settles(witness))
            for fact in witness.values.keys where fact != "action" {
                var less = witness
                less[fact] = nil
                #expect(!settles(less))
            }
        }
    }

    @Test("the kinds of difference are told apart")
    func kinds() throws {
        let kinds = try Self.seeds.flatMap { try Brute($0).told.map(\.kind) }
        #expect(Set(kinds) == Set(Difference.Kind.allCases))
    }

    @Test("actions with the same difference are told together, and who asks is left out when it is anyone")
    func together() throws {
        let told = try Self.seeds.flatMap { try Brute($0).told }
        #expect(told.contains { $0.actions.count > 1 })
        #expect(
            !told.contains { $0.conditions.contains { $0.fact == "who" && $0.values.count == Role.allCases.count } })
    }

    @Test("a duty to tell the same people is the same duty in other words")
    func duties() throws {
        func pack(_ duties: [Obligation]) -> Pack {
            var rule = Rule(
                id: "r", says: "R.", clauses: ["c"], when: [Condition(fact: "action", values: ["five"])],
                effect: .permitted)
            rule.obligations = duties
            return Pack.of([rule], AskersPolicy(seed: 1).pack.vocabulary)
        }
        let tell = Obligation(kind: .tell, to: [.slt, .headteacher], within: nil, says: "Say so.")
        var reworded = Obligation(kind: .tell, to: [.headteacher, .slt], within: nil, says: "Let them know.")
        #expect(try Pack.compare(pack([tell]), pack([reworded])).isEmpty)
        reworded.within = .hours(24)
        let told = try Pack.compare(pack([tell]), pack([reworded]))
        #expect(told.map(\.kind) == [.duties])
        #expect(
            told.first?.text(in: AskersPolicy(seed: 1).pack.vocabulary, first: "at A", second: "at B")
                == "Anyone, whatever the facts: allowed by both; only at A: tell a senior leader (SLT) or the headteacher; "
                + "only at B: tell a senior leader (SLT) or the headteacher, within 24 hours.")
        let act = Obligation(kind: .act, to: [], within: nil, says: "Do it.")
        #expect(try Pack.compare(pack([act]), pack([])).map(\.kind) == [.duties])
    }
}
