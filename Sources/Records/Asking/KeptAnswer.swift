package import Policy

/// An answer of the policy that somebody kept: what was asked, what was answered and all that it takes to answer again.
package struct KeptAnswer: Record {
    package static let kind = Kind.answer

    /// What was asked, in the words that the vocabulary had then.
    package var question: String
    package var answer: GivenAnswer
    package var keptBy: PersonID
    package var keptAt: Instant
    /// What it was about, in the keeper's own words; empty for none.
    package var note: String

    package enum Command: Sendable, Equatable {
        case keep(Asked, editionHash: String, note: String)
        case writeNote(String)
    }

    package enum Event: RecordEvent {
        case kept(question: String, answer: GivenAnswer, note: String, by: PersonID, at: Instant)
        case noteWritten(note: String, by: PersonID, at: Instant)

        package var name: String {
            switch self {
            case .kept: "kept"
            case .noteWritten: "noteWritten"
            }
        }
    }

    package static func decide(_ state: KeptAnswer?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch (state, command) {
        case (nil, .keep(let asked, let hash, let note)):
            guard hash.isEmpty || hash == desk.packHash else {
                throw .wrongState(
                    "The policy has changed since you were given this answer. Ask again, and keep that one.")
            }
            return [
                .kept(
                    question: desk.question(asked), answer: try desk.answer(asked), note: note, by: desk.person,
                    at: desk.now)
            ]
        case (.some(let kept), .writeNote(let note)):
            guard kept.keptBy == desk.person else {
                throw .notAuthorised(reason: "Only whoever kept an answer may write its note.", whoMay: [])
            }
            return kept.note == note ? [] : [.noteWritten(note: note, by: desk.person, at: desk.now)]
        case (.some, .keep): throw .wrongState("This answer has been kept already.")
        case (nil, .writeNote): throw .notFound
        }
    }

    package static func evolve(_ state: KeptAnswer?, _ event: Event) -> KeptAnswer {
        switch event {
        case .kept(let question, let answer, let note, let by, let at):
            return KeptAnswer(question: question, answer: answer, keptBy: by, keptAt: at, note: note)
        case .noteWritten(let note, let by, let at):
            // It always follows `kept`: `decide` refuses any other order.
            var kept = state ?? KeptAnswer(question: "", answer: .unasked, keptBy: by, keptAt: at, note: "")
            kept.note = note
            return kept
        }
    }
}

extension KeptAnswer {
    /// How an answer that what was known did not settle stands in lists, where the others stand by their verdict.
    package static let unsettled = "depends"

    /// It is the keeper's own. The headteacher and the safeguarding lead see it too, and nobody else.
    package var summary: Summary {
        Summary(
            title: question, subtitle: answer.edition, status: answer.verdict?.rawValue ?? Self.unsettled,
            facets: [SummaryFacet("person", keptBy.rawValue), SummaryFacet("edition", answer.edition)],
            searchText: "\(question) \(note)", audience: [.person(keptBy), .role(.headteacher), .role(.dsl)])
    }

    package var people: Set<PersonID> { [keptBy] }

    package static func available(_ state: KeptAnswer?, at desk: Desk) -> [String] {
        guard let state else { return ["keep"] }
        return state.keptBy == desk.person ? ["writeNote"] : []
    }

    package func prefill(_ command: String) -> Input { command == "writeNote" ? Input(["note": [note]]) : Input() }

    package static func forms(at desk: Desk) -> [CommandForm<KeptAnswer>] {
        let vocabulary = desk.pack.vocabulary
        let note = Field(
            "note", "What it was about", .paragraph(max: 300),
            hint: "A few words to know it by. Do not name a child, nor say anything that tells who a child is.",
            required: false, missing: "Enter what it was about")
        return [
            CommandForm(
                Form(
                    "keep", title: "Keep this answer",
                    intro:
                        "It is kept as it stands today, with the edition of the policy that it rests on. You, the "
                        + "headteacher and the safeguarding lead can see it.",
                    button: "Keep this answer",
                    fields: [
                        Field(
                            "facts", "What was asked", .carried(max: 2000), hint: "who=teacher action=follow with=?",
                            missing: "Ask first, then keep the answer"),
                        Field(
                            "edition", "The edition that answered", .carried(max: 64), hint: "The SHA-256 of its text.",
                            required: false, missing: "Enter the SHA-256 of the edition"),
                        note,
                    ])
            ) { answers throws(Refusal) in
                guard let asked = try answers.asked("facts", in: vocabulary) else { throw .notFound }
                return .keep(asked, editionHash: answers.text("edition"), note: answers.text("note"))
            },
            CommandForm(
                Form("writeNote", title: "Say what it was about", button: "Save the note", fields: [note])
            ) { answers in .writeNote(answers.text("note")) },
        ]
    }
}
