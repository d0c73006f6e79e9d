package import Policy

extension Takedown {
    /// Where the office puts what a platform said when somebody recorded that a copy is gone: no field of a form, so
    /// that nobody fills it in.
    package static let platformSays = "platform.says"
    package static let isGone = "gone"

    package static func forms(at desk: Desk) -> [CommandForm<Takedown>] {
        [
            CommandForm(
                Form(
                    "openByHand", title: "Ask for this post to be taken down",
                    intro: "Those who run the accounts are told, and each place is followed until the post is gone.",
                    button: "Ask for it",
                    fields: [
                        Field(
                            "askedBy", "Who asks for it", .line(max: 120),
                            hint: "Such as “a parent”. Do not write the name of a child.",
                            missing: "Enter who asks for it"),
                        Field(
                            "says", "What they say", .paragraph(max: 1000),
                            hint: "Do not write the name of a child, nor why a child may not be shown.",
                            missing: "Enter what they say"),
                    ])
            ) { answers in .openByHand(askedBy: answers.text("askedBy"), says: answers.text("says")) },
            CommandForm(
                Form(
                    "markGone", title: "Record that it is gone", button: "Record that it is gone",
                    fields: [
                        Field("account", "Which copy", .carried(max: 60), missing: "Choose a copy on the page before"),
                        Field(
                            "looked", "I have looked, signed out of the account, and the post is no longer there",
                            .confirm, missing: "Look at the place, then tick the box"),
                        Field(
                            "note", "Anything that should be known", .line(max: 300), required: false,
                            missing: "Enter a note"),
                    ])
            ) { answers in
                let (account, note) = (answers.text("account"), answers.text("note"))
                return answers.text(platformSays) == isGone
                    ? .markAskedGone(account: account, note: note) : .markGone(account: account, .byHand, note: note)
            },
            CommandForm(
                Form(
                    "setAside", title: "Decide that the post stays",
                    intro: "Only where nobody’s leave has ended. Tell whoever asked, and why.",
                    button: "Record that it stays",
                    fields: [Field("reason", "Reason", .paragraph(max: 1000), missing: "Enter why the post stays")])
            ) { answers in .setAside(reason: answers.text("reason")) },
        ]
    }
}
