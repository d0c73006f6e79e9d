package import Policy

extension Edition {
    /// A pack with every clause of a long policy is a third of this.
    package static let mostBytes = 1_000_000

    package static func available(_ state: Edition?, at desk: Desk) -> [String] {
        guard desk.has(anyOf: editors) else { return [] }
        guard let state else { return ["startDraft"] }
        guard !state.isDiscarded else { return [] }
        return ["saveDraft", "describeDraft"] + (state.isReady ? [] : ["readyDraft"]) + ["discardDraft"]
    }

    package static func forms(at desk: Desk) -> [CommandForm<Edition>] {
        [start, save, describe, ready, discard]
    }

    private static let title = Field(
        "title", "Title", .line(max: 100), hint: "What the change is about, such as “Phones in the playground”.",
        missing: "Enter a title")
    private static let reason = Field(
        "reason", "Why the policy changes", .paragraph(max: 2000), missing: "Enter why the policy changes")

    private static var start: CommandForm<Edition> {
        CommandForm(
            Form(
                "startDraft", title: "Begin a draft of the policy",
                intro: "The policy in force stays as it is while you write.", button: "Begin the draft",
                fields: [
                    title, reason,
                    Field(
                        "text", "A policy file to begin with", .document(max: mostBytes),
                        hint: "Leave this empty to begin with the policy in force. Or paste the text of a file (YAML).",
                        required: false,
                        missing: "Enter the pack"),
                ])
        ) { answers throws(Refusal) in
            .start(
                title: answers.text("title"), reason: answers.text("reason"),
                text: answers.text("text").isEmpty ? nil : text(of: answers))
        }
    }

    private static var save: CommandForm<Edition> {
        CommandForm(
            Form(
                "saveDraft", title: "The policy as YAML",
                intro: "Everything that the policy asks stands in this text.", button: "Save the draft",
                fields: [
                    Field(
                        "text", "The pack as YAML", .document(max: mostBytes), missing: "Enter the pack"),
                    Field(
                        "note", "What you changed", .line(max: 200), required: false, missing: "Enter what you changed"),
                    Field(
                        "unfinished", "Keep the text although it is not finished", .yesNo,
                        hint:
                            "A draft may hold a text with mistakes. It cannot be saved as a draft edition before they are mended.",
                        required: false, missing: "Say whether to keep it unfinished"),
                ])
        ) { answers throws(Refusal) in
            .save(
                text(of: answers), note: answers.text("note").isEmpty ? "Text changed" : answers.text("note"),
                isUnfinished: answers.isYes("unfinished"))
        }
    }

    private static var describe: CommandForm<Edition> {
        CommandForm(
            Form(
                "describeDraft", title: "Title of the draft and reason for it", button: "Save", fields: [title, reason])
        ) { answers throws(Refusal) in .describe(title: answers.text("title"), reason: answers.text("reason")) }
    }

    private static var ready: CommandForm<Edition> {
        CommandForm(
            Form(
                "readyDraft", title: "Save as draft edition",
                intro: "The draft is then ready to be put to the governors. The policy in force stays as it is.",
                button: "Save as draft edition",
                fields: [
                    Field(
                        "read", "I have read what changes", .confirm,
                        missing: "Read what changes, then tick the box")
                ])
        ) { _ throws(Refusal) in .ready }
    }

    private static var discard: CommandForm<Edition> {
        CommandForm(
            Form(
                "discardDraft", title: "Discard the draft", button: "Discard the draft",
                warning: "A discarded draft can still be read, but no longer be changed.",
                fields: [
                    Field("reason", "Why it is discarded", .paragraph(max: 1000), missing: "Enter why it is discarded")
                ])
        ) { answers throws(Refusal) in .discard(reason: answers.text("reason")) }
    }

    /// The office puts the hash beside every document that was sent.
    private static func text(of answers: Answers) -> Text {
        Text(yaml: answers.text("text"), hash: answers.text("text.hash"))
    }

    package func prefill(_ command: String) -> Input {
        switch command {
        case "saveDraft": Input(["text": [text]])
        case "describeDraft": Input(["title": [title], "reason": [reason]])
        default: Input()
        }
    }
}
