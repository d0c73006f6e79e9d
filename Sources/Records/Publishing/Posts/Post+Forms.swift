package import Policy

extension Post {
    package static func available(_ state: Post?, at desk: Desk) -> [String] {
        guard let post = state else { return ["start"] }
        let isWriter = post.isWriter(desk)
        let isMinder = post.isMinder(desk)
        let isHelper = isMinder || desk.has(anyOf: Desk.keepers)
        let status = post.status
        var names: [String] = []
        if let submission = post.submission, status == .submitted, !submission.hands.contains(desk.person),
            desk.has(anyOf: submission.approvers)
        {
            // Whoever had a hand in a picture may still say what is wrong with the post.
            if !post.pictureHands(of: submission, at: desk).contains(desk.person) { names.append("approve") }
            names += ["sendBack", "refuse"]
        }
        if isWriter, editable.contains(status) { names.append("save") }
        if isWriter, [.draft, .returned, .approved, .held].contains(status) { names.append("submit") }
        if isMinder, [.approved, .scheduled, .held].contains(status) { names.append("schedule") }
        if isMinder, [.scheduled, .held].contains(status) { names.append("unschedule") }
        if isHelper {
            let states = post.copies.map(\.state)
            if states.contains(where: \.takesAddress) { names.append("recordAddress") }
            if states.contains(where: \.isFailed) { names.append("tryAgain") }
            if states.contains(where: \.canGoByHand) { names.append("putUpByHand") }
            if states.contains(where: \.canBeAbandoned) { names.append("abandon") }
            if states.contains(where: \.isGoing) { names.append("recordRemoved") }
        }
        if post.copies.contains(where: \.state.isUp), isMinder || desk.has(anyOf: withdrawers) {
            names.append("takeDown")
        }
        if isMinder, [.published, .corrected].contains(status) { names.append("correct") }
        if post.canBeWithdrawn, isMinder || desk.has(anyOf: withdrawers) { names.append("withdraw") }
        if isMinder, editable.contains(status) { names.append("discard") }
        return names
    }

    package static func forms(at desk: Desk) -> [CommandForm<Post>] {
        writingForms + approvingForms + publishingForms + copyForms
    }

    private static let writingForms: [CommandForm<Post>] = [
        CommandForm(
            Form("start", title: "Write a post", button: "Save the draft", fields: contentFields)
        ) { answers throws(Refusal) in .start(try answers.content(), wantedAt: try answers.moment()) },
        CommandForm(
            Form("save", title: "Change the post", button: "Save", fields: contentFields)
        ) { answers throws(Refusal) in .save(try answers.content(), wantedAt: try answers.moment()) },
        CommandForm(
            Form(
                "submit", title: "Send it for approval",
                intro: "Whoever approves sees exactly these words and pictures. Any change after that starts it again.",
                button: "Send for approval",
                fields: [
                    Field(
                        "confirmations", "Why each warning may stand", .paragraph(max: 8000),
                        hint: "One a line: the key of the finding, a colon, and a word why.", required: false,
                        missing: "Enter why each warning may stand")
                ])
        ) { answers throws(Refusal) in .submit(confirmations: try answers.confirmations("confirmations")) },
    ]

    private static let contentFields = [
        Field("words", "Words", .paragraph(max: 10_000), required: false, missing: "Enter the words"),
        Field(
            "accounts", "Accounts", .paragraph(max: 2000), hint: "The key of an account’s record, one a line.",
            missing: "Choose at least one account"),
        Field(
            "ownWords", "Words of its own for an account", .paragraph(max: 30_000),
            hint: "A line with the account’s key in square brackets, then its words.", required: false,
            missing: "Enter the words"),
        Field(
            "pictures", "Pictures", .paragraph(max: 1000), hint: "The key of a picture’s record, one a line, in order.",
            required: false, missing: "Choose a picture"),
        Field(
            "speaker", "Who is speaking", .line(max: 120),
            hint: "Stands as the last line, such as “Miss Hughes, Oak Class”.", required: false,
            missing: "Enter who is speaking"),
        Field(
            "source", "Where it comes from, if it is not the school’s own", .line(max: 300),
            hint: "For a picture, music or a text of somebody else’s: whose it is, and its licence.", required: false,
            missing: "Enter where it comes from"),
        Field(
            "on", "Day on which it is to be published", .date, hint: "Leave it empty to decide once it is approved.",
            required: false, missing: "Enter the day"),
        Field(
            "time", "Time of that day", .line(max: 5), hint: "Such as 15:30.", required: false,
            missing: "Enter the time"),
    ]

    private static let approvingForms: [CommandForm<Post>] = [
        CommandForm(
            Form(
                "approve", title: "Approve it",
                intro: "Your approval is of exactly these words, pictures and accounts, and ends with any change.",
                button: "Approve",
                fields: [
                    Field("hash", "What you looked at", .carried(max: 64), missing: "Open the post again"),
                    Field(
                        "note", "A word to the author", .paragraph(max: 1000), required: false,
                        missing: "Enter a word to the author"),
                ])
        ) { answers in .approve(hash: answers.text("hash"), note: answers.text("note")) },
        CommandForm(
            Form(
                "sendBack", title: "Send it back", button: "Send it back",
                fields: [
                    Field(
                        "note", "What is to be changed", .paragraph(max: 1500), missing: "Enter what is to be changed"),
                    Field(
                        "comments", "Comments on parts of it", .paragraph(max: 6000),
                        hint: "Words of the post on a line that begins with >, then your comment on them.",
                        required: false, missing: "Enter your comments"),
                ])
        ) { answers throws(Refusal) in
            .sendBack(note: answers.text("note"), comments: try answers.comments("comments"))
        },
        CommandForm(
            Form(
                "refuse", title: "Refuse it", button: "Refuse it", warning: "It cannot be submitted again.",
                fields: [Field("reason", "Why", .paragraph(max: 1500), missing: "Enter why you refuse it")])
        ) { answers in .refuse(reason: answers.text("reason")) },
    ]

    private static let publishingForms: [CommandForm<Post>] = [
        CommandForm(
            Form(
                "schedule", title: "Publish it", intro: "Consent, approval and words are checked again at that time.",
                button: "Publish or schedule",
                fields: [
                    Field(
                        "when", "When",
                        .choice([Choice("now", "Now"), Choice("later", "Later, at a day and time that I choose")]),
                        missing: "Choose when it is to be published"),
                    Field("on", "Day", .date, required: false, missing: "Enter the day"),
                    Field(
                        "time", "Time", .line(max: 5), hint: "Such as 15:30.", required: false,
                        missing: "Enter the time"),
                ])
        ) { answers throws(Refusal) in
            if answers.text("when") == "now" { return .schedule(at: nil) }
            guard let moment = try answers.moment() else {
                throw .incomplete([FieldProblem("on", "Enter the day on which it is to be published")])
            }
            return .schedule(at: moment)
        },
        CommandForm(
            Form(
                "unschedule", title: "Take it off the calendar", button: "Take it off the calendar",
                fields: [Field("sure", "It is not to be published yet", .confirm, missing: "Tick the box to go on")])
        ) { _ in .unschedule },
        CommandForm(
            Form(
                "correct", title: "Correct it",
                intro: "What is published stays until the corrected post is approved and takes its place.",
                button: "Begin a correction",
                fields: [
                    Field("reason", "What is wrong with it", .paragraph(max: 1000), missing: "Enter what is wrong")
                ])
        ) { answers in .correct(reason: answers.text("reason")) },
        CommandForm(
            Form(
                "withdraw", title: "Withdraw it", button: "Withdraw it",
                warning: "It is taken down from every account, and does not go up again.",
                fields: [Field("reason", "Why", .paragraph(max: 1000), missing: "Enter why it is withdrawn")])
        ) { answers in .withdraw(reason: answers.text("reason")) },
        CommandForm(
            Form(
                "discard", title: "Throw it away", button: "Throw it away",
                warning: "It stays on record, and cannot be taken up again. What is published already stays published.",
                fields: [Field("reason", "Why", .paragraph(max: 1000), required: false, missing: "Enter why")])
        ) { answers in .discard(reason: answers.text("reason")) },
    ]

    private static let copyField = Field(
        "copy", "Copy", .carried(max: 70), hint: "The account’s key and the publication’s number, such as oak-1.",
        missing: "Open the post again")

    private static let copyForms: [CommandForm<Post>] = [
        CommandForm(
            Form(
                "recordAddress", title: "Record where it stands", button: "Record it",
                fields: [
                    copyField,
                    Field(
                        "address", "Its address on the platform", .webAddress,
                        missing: "Enter the address at which it stands"),
                ])
        ) { answers in .recordAddress(copy: answers.text("copy"), address: answers.text("address")) },
        CommandForm(
            Form("tryAgain", title: "Try again", button: "Try again", fields: [copyField])
        ) { answers in .tryAgain(copy: answers.text("copy")) },
        CommandForm(
            Form("putUpByHand", title: "Put it up by hand", button: "Put it up by hand", fields: [copyField])
        ) { answers in .putUpByHand(copy: answers.text("copy")) },
        CommandForm(
            Form(
                "abandon", title: "Leave an account out", button: "Leave it out",
                fields: [
                    copyField,
                    Field("reason", "Why", .paragraph(max: 1000), missing: "Enter why it is not published there"),
                ])
        ) { answers in .abandon(copy: answers.text("copy"), reason: answers.text("reason")) },
        CommandForm(
            Form(
                "recordRemoved", title: "Record that it is gone", button: "Record it",
                fields: [
                    copyField,
                    Field(
                        "gone", "I have taken it down, and looked: it is gone", .confirm,
                        missing: "Tick the box once it is gone"),
                ])
        ) { answers in .recordRemoved(copy: answers.text("copy")) },
        CommandForm(
            Form(
                "takeDown", title: "Take it down from one account", button: "Take it down",
                warning: "It stays where else it is published.",
                fields: [
                    copyField,
                    Field("reason", "Why", .paragraph(max: 1000), missing: "Enter why it is taken down there"),
                ])
        ) { answers in .takeDown(copy: answers.text("copy"), reason: answers.text("reason")) },
    ]

    package func prefill(_ command: String) -> Input {
        switch command {
        case "save":
            var values = [
                "words": [content.words], "accounts": [content.accounts.joined(separator: "\n")],
                "ownWords": [
                    content.ownWords.sorted { $0.key < $1.key }.map { "[\($0.key)]\n\($0.value)" }
                        .joined(separator: "\n")
                ],
                "pictures": [content.pictures.map(\.rawValue).joined(separator: "\n")],
                "speaker": [content.speaker], "source": [content.source],
            ]
            if let wantedAt {
                let (day, time) = London.local(wantedAt)
                values["on"] = [day.iso]
                values["time"] = [time.text]
            }
            return Input(values)
        case "approve": return Input(["hash": [submission?.hash ?? ""]])
        case "schedule": return Input(["when": [wantedAt == nil ? "now" : "later"]])
        default: return Input(copies.count == 1 ? ["copy": [copies[0].id]] : [:])
        }
    }
}

extension PostCopy.State {
    fileprivate var isFailed: Bool { if case .failed = self { true } else { false } }
    fileprivate var takesAddress: Bool {
        switch self {
        case .byHand, .failed: true
        case .waiting, .sending, .sent, .abandoned, .recalled, .removing, .removed: false
        }
    }
    fileprivate var canGoByHand: Bool {
        switch self {
        case .waiting, .failed: true
        case .byHand, .sending, .sent, .abandoned, .recalled, .removing, .removed: false
        }
    }
    fileprivate var canBeAbandoned: Bool {
        switch self {
        case .waiting, .byHand, .failed: true
        case .sending, .sent, .abandoned, .recalled, .removing, .removed: false
        }
    }
    fileprivate var isUp: Bool { if case .sent = self { true } else { false } }
    fileprivate var isGoing: Bool { if case .removing = self { true } else { false } }
}
