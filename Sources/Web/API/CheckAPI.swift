import HTTPTypes
import Office
import Policy
import Proofing
import Records

/// The checks of a draft over JSON: what `hornbook check` does at the terminal, with the school's names and policy.
enum CheckAPI {
    /// What is asked, for the reading and for the schema alike.
    static let form = Form(
        "check", title: "Check a draft",
        intro: "Nothing is kept. `?format=sarif` gives SARIF 2.1.0.", button: "Check it",
        fields: [
            Field(
                "words", "The words of the draft", .document(max: 100_000),
                missing: "Enter the words that are to be checked"),
            Field(
                "voice", "Whose account it is for",
                .choice([Choice("school", "The school’s"), Choice("personal", "Somebody’s own")]), required: false,
                missing: "Choose whose account it is for"),
            Field(
                "source", "Where what is not the school’s own comes from", .line(max: 300), required: false,
                missing: "Enter where it comes from"),
        ])

    @Sendable static func check(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard visit.admits(.pupils) else {
            throw Refusal.notAuthorised(
                reason: "You may not check drafts: the answer tells who is a pupil.", whoMay: Pupil.seers)
        }
        let answers = try form.answers(to: JSONInput.read(visit.json, for: form), people: FormPeople())
        let draft = ProofDraft(
            words: answers.text("words"), voice: ProofDraft.Voice(rawValue: answers.text("voice")) ?? .school,
            source: answers.text("source"))
        let report = DraftReport(try await visit.office.check(draft, in: visit.school), of: draft.words, file: nil)
        switch visit.query["format"] {
        case "", "json": return try .encoded(report.findings)
        case "sarif": return try .encoded(SARIF([report]))
        default:
            return try .encoded(
                APIProblem(
                    error: "There is no such format.", fields: [FieldProblem("format", "This must be json or sarif")]),
                status: .unprocessableContent)
        }
    }
}
