import Testing

@testable import Policy

@Suite("Questions about a pack")
struct QuestionSheetTests {
    static let right = """
        pack: small
        questions:
          - ask: May I befriend a pupil?
            facts: who=teacher action=connect with=pupil account=personal
            verdict: prohibited
            duties: [{duty: tell, to: [slt], within: 24 hours}]
            clauses: [s-1]
          - ask: May I befriend a former pupil?
            facts: who=teacher action=connect with=former-pupil
            verdict: needs-approval
            approval: [[headteacher]]
            duties: []
            clauses: [s-2]
          - ask: May I look at a parent's page?
            facts: who=teacher action=look with=parent
            verdict: not-covered
            clauses: []
        """

    static func pack() throws -> Pack {
        try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
    }

    static func sheet(replacing old: String = "", with new: String = "") throws -> QuestionSheet {
        if !old.isEmpty { try #require(right.contains(old)) }
        return try QuestionSheet.load(
            yaml: old.isEmpty ? right : Sample.swapped(right, old, new), file: "q.yaml", about: pack())
    }

    @Test("questions that are right differ in nothing")
    func rightOnes() throws {
        let pack = try Self.pack()
        let questions = try Self.sheet().questions
        #expect(questions.map(\.line) == [3, 8, 14])
        for question in questions { #expect(question.differences(from: pack) == []) }
    }

    static let wrong = [
        (
            "verdict: prohibited", "verdict: permitted",
            "The answer is prohibited by `first`, but permitted was expected."
        ),
        ("[[headteacher]]", "[[slt]]", "The leave is [[headteacher]], but [[slt]] was expected."),
        (
            "[[headteacher]]", "[[headteacher], [slt]]",
            "The leave is [[headteacher]], but [[headteacher], [slt]] was expected."
        ),
        (
            "within: 24 hours", "within: 1 working day",
            "The duty “tell slt within 1 working day” is missing. The answer has: tell slt within 24 hours."
        ),
        (
            "to: [slt]", "to: [dsl]",
            "The duty “tell dsl within 24 hours” is missing. The answer has: tell slt within 24 hours."
        ),
        (
            "[{duty: tell, to: [slt], within: 24 hours}]", "[]",
            "No duties were expected. The answer has: tell slt within 24 hours."
        ),
        ("duties: []", "duties: [{duty: record}]", "The duty “record” is missing. The answer has: none."),
        ("clauses: [s-1]", "clauses: [s-1, s-2]", "The answer does not cite s-2. It cites s-1."),
        ("clauses: []", "clauses: [s-1]", "The answer does not cite s-1. It cites no clause."),
        (
            "with=pupil account=personal", "with=pupil",
            "The facts do not settle it. Next wanted: `account`. Still possible: Not allowed, or The policy does not say."
        ),
    ]

    @Test("a question that is wrong says what differs", arguments: wrong)
    func differs(_ old: String, _ new: String, _ difference: String) throws {
        let pack = try Self.pack()
        let found = try Self.sheet(replacing: old, with: new).questions.flatMap { $0.differences(from: pack) }
        #expect(found == [difference])
    }

    @Test("what a duty leaves out may be anything", arguments: ["[{duty: tell}]", "[{duty: tell, to: slt}]"])
    func looseDuty(_ duties: String) throws {
        let sheet = try Self.sheet(replacing: "[{duty: tell, to: [slt], within: 24 hours}]", with: duties)
        #expect(try sheet.questions[0].differences(from: Self.pack()) == [])
    }

    static let cases = [
        Spoilt("pack: small", "pack: other", 1, 7, "These questions are about `other`, but the pack is `small`."),
        Spoilt(
            "ask: May I befriend a pupil?", "aks: May I befriend a pupil?", 3, 5, "Unknown key `aks` in a question.",
            "ask"),
        Spoilt(
            "who=teacher action=connect with=pupil", "who=teacher action=conect with=pupil", 4, 12,
            "`action` is never `conect`. Did you mean `connect`?"),
        Spoilt(
            "who=teacher action=connect with=pupil", "teacher action=connect", 4, 12,
            "`teacher` is not a fact. Write it as fact=value, such as with=parent."),
        Spoilt("verdict: prohibited", "verdict: prohibted", 5, 14, "Unknown verdict `prohibted`.", "prohibited"),
        Spoilt("duty: tell", "duty: tel", 6, 21, "Unknown duty `tel`.", "tell"),
        Spoilt(
            "clauses: [s-1]", "clauses: [s-11]", 7, 15, "Clause `s-11` is cited but not listed under `clauses`.", "s-1"),
        Spoilt("    approval: [[headteacher]]", "", 8, 5, "Missing key `approval` in a question that needs approval."),
        Spoilt("[[headteacher]]", "[[head]]", 11, 17, "Unknown role `head`."),
        Spoilt(
            "verdict: needs-approval", "verdict: permitted", 11, 15,
            "`approval` belongs only to a question whose verdict is needs-approval."),
    ]

    @Test("a file of questions with one thing wrong is refused with its place", arguments: cases)
    func refused(_ spoilt: Spoilt) throws {
        do {
            _ = try Self.sheet(replacing: spoilt.old, with: spoilt.new)
            Issue.record("it was taken")
        } catch let errors as PackErrors {
            let expected = PackError(
                file: "q.yaml", line: spoilt.line, column: spoilt.column, message: spoilt.message,
                nearest: spoilt.nearest)
            #expect(errors.errors.contains(expected), "\(errors)")
        }
    }
}
