import Testing

@testable import Policy

@Suite("The questions that staff ask most")
struct StaffQuestionTests {
    @Test("there are twenty, each with every fact that its action asks and no other")
    func complete() throws {
        let questions = try StaffQuestion.embedded()
        let vocabulary = try Vocabulary.embedded()
        #expect(questions.count == 20)
        for question in questions {
            let action = try #require(vocabulary.action(question.facts["action"] ?? ""))
            #expect(Set(question.facts.values.keys) == Set(action.facts).union(["who", "action"]), "\(question.id)")
            #expect(question.asks.hasSuffix("?"))
        }
    }

    @Test("every built-in policy's answer is settled, and cites what it rests on", arguments: Pack.embeddedIDs)
    func answered(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for question in try StaffQuestion.embedded() {
            let answer = try pack.shortAnswer(to: question)
            #expect(answer.verdict != nil, "\(question.id)")
            #expect(answer.clauses.isEmpty == (answer.verdict == .notCovered), "\(question.id)")
            #expect(answer.verdict == .needsApproval || answer.approvals.isEmpty)
        }
    }

    @Test("a question that leaves open what a policy turns on has no verdict there")
    func unsettled() throws {
        let pack = try #require(try Pack.embedded("oakdene"))
        let facts = Facts(["who": "teacher", "action": "apply-for-account"])
        let answer = try pack.shortAnswer(to: StaffQuestion(id: "q", asks: "May I?", facts: facts))
        #expect(answer == ShortAnswer(verdict: nil, approvals: [], citations: []))
    }

    @Test("a row counts the answers that differ")
    func differing() throws {
        let packs = try ["oakdene", "waterville", "oakdene"].map { try #require(try Pack.embedded($0)) }
        let table = try QuestionTable(try StaffQuestion.embedded(), packs: packs)
        let row = try #require(table.rows.first { $0.question.id == "former-pupil-friend-request" })
        #expect(row.answers.map(\.verdict) == [.prohibited, .permitted, .prohibited])
        #expect(row.differing == 2)
    }

    @Test(
        "questions that are wrong are refused with their line",
        arguments: [
            ("  - {id: a, ask: May I?, facts: who=teacher action=fly}", "is never `fly`"),
            ("  - {id: a, ask: May I?, facts: who}", "is not a fact"),
            ("  - {id: a, ask: May I?}", "Missing key `facts`"),
            ("  - {id: a, ask: B?, facts: who=dpo}\n  - {id: a, ask: B?, facts: who=dpo}", "two of the question `a`"),
        ])
    func refused(_ entry: String, _ complaint: String) throws {
        let vocabulary = try Vocabulary.embedded()
        let errors = #expect(throws: PackErrors.self) {
            try StaffQuestion.load(yaml: "questions:\n\(entry)", file: "q.yaml", vocabulary: vocabulary)
        }
        let told = try #require(errors).description
        #expect(told.contains(complaint) && told.contains("q.yaml:"))
    }
}
