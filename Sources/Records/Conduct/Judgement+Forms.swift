package import Policy

extension Judgement {
    package static func available(_ state: Judgement?, at desk: Desk) -> [String] {
        guard let state else { return ["ask"] + (desk.pack.departures.areForeseen ? ["tell"] : []) }
        let isTeller = state.teller == desk.person
        let isAnswerer = !isTeller && desk.has(anyOf: state.recipients)
        let more = isAnswerer ? ["recordAdvice"] + (state.asksForChange ? [] : ["askForChange"]) : []
        let settling = state.asksForChange && desk.has(anyOf: Desk.keepers) ? ["settleChange"] : []
        let withdrawing = isTeller && state.canBeWithdrawn ? ["withdraw"] : []
        switch state.phase {
        case .waiting: return (isAnswerer ? ["answer", "askMore"] : []) + more + withdrawing + settling
        case .returned:
            return (isAnswerer ? ["answer"] : []) + more + (isTeller ? ["explain"] : []) + withdrawing + settling
        case .answered(_, let readAt): return (isTeller && readAt == nil ? ["acknowledge"] : []) + more + settling
        case .withdrawn: return settling
        }
    }

    package static func forms(at desk: Desk) -> [CommandForm<Judgement>] {
        tellingForms(at: desk) + answeringForms + changeForms
    }

    /// Said wherever the words of a form could tell who a child is.
    private static let nameNobody =
        "Do not name a pupil, nor say anything that tells who a pupil is. A concern about a child goes to the "
        + "safeguarding lead, not here."

    private static func tellingForms(at desk: Desk) -> [CommandForm<Judgement>] {
        let vocabulary = desk.pack.vocabulary
        let carried = Field(
            "facts", "What was asked", .carried(max: 2000), hint: "who=teacher action=follow with=?", required: false,
            missing: "Ask first")
        return [
            CommandForm(
                Form(
                    "ask", title: "Ask the headteacher",
                    intro: "The headteacher is told today and answers here. What the policy said goes with it.",
                    button: "Ask the headteacher",
                    fields: [
                        carried,
                        Field(
                            "situation", "What do you want to know?", .paragraph(max: 1500), hint: nameNobody,
                            missing: "Enter what you want to know"),
                    ])
            ) { answers throws(Refusal) in
                .ask(situation: answers.text("situation"), try answers.asked("facts", in: vocabulary))
            },
            CommandForm(
                Form(
                    "tell", title: "Tell of a departure from the policy",
                    intro:
                        "For what you mean to do, or have done, outside the policy or against it, on your own "
                        + "judgement. It goes to: \(desk.pack.departures.toldTo.map(\.label).joined(separator: ", ")).",
                    button: "Tell them",
                    fields: [
                        carried,
                        Field(
                            "situation", "What is the situation?", .paragraph(max: 1500), hint: nameNobody,
                            missing: "Enter what the situation is"),
                        Field(
                            "stage", "Is it done?",
                            .choice([
                                Choice("planned", "Not yet: I mean to do it"), Choice("done", "Yes: I have done it"),
                            ]), missing: "Choose whether it is planned or done"),
                        Field(
                            "on", "When", .date, hint: "The day on which you did it, or mean to.",
                            missing: "Enter the day on which you did it, or mean to"),
                        Field(
                            "reasons", "Your reasons", .paragraph(max: 1500),
                            hint: "Why the policy does not serve here. \(nameNobody)", missing: "Enter your reasons"),
                    ])
            ) { answers throws(Refusal) in
                .tell(
                    situation: answers.text("situation"),
                    Departure(
                        stage: try answers.choice("stage", Departure.Stage.self), on: try answers.day("on"),
                        reasons: answers.text("reasons")), try answers.asked("facts", in: vocabulary))
            },
            CommandForm(
                Form(
                    "explain", title: "Say more", button: "Send",
                    fields: [
                        Field(
                            "text", "What you say to it", .paragraph(max: 1500), hint: nameNobody,
                            missing: "Enter what you say to it")
                    ])
            ) { answers in .explain(text: answers.text("text")) },
            CommandForm(
                Form(
                    "acknowledge", title: "Say that you have read the answer", button: "Record it",
                    fields: [
                        Field(
                            "read", "I have read the answer that I was given", .confirm,
                            missing: "Tick the box once you have read the answer")
                    ])
            ) { _ in .acknowledge },
            CommandForm(
                Form(
                    "withdraw", title: "Withdraw it", button: "Withdraw it",
                    warning: "It stays on record as withdrawn, and is not answered.",
                    fields: [Field("reason", "Reason", .paragraph(max: 500), missing: "Enter why you withdraw it")])
            ) { answers in .withdraw(reason: answers.text("reason")) },
        ]
    }

    private static let answeringForms: [CommandForm<Judgement>] = [
        CommandForm(
            Form(
                "answer", title: "Answer it",
                intro: "The person who told or asked sees your answer, and it stays on record.",
                button: "Send the answer",
                fields: [
                    Field(
                        "outcome", "Your answer",
                        .choice([
                            Choice("permitted", "I permit it", hint: "It may be done, or was rightly done."),
                            Choice("refused", "I do not permit it", hint: "It must not be done, or not again."),
                            Choice("noted", "I have noted it", hint: "Nothing more is to be decided."),
                        ]), missing: "Choose your answer"),
                    Field("text", "What you say to it", .paragraph(max: 1500), missing: "Enter what you say to it"),
                ])
        ) { answers throws(Refusal) in
            .answer(try answers.choice("outcome", Reply.Outcome.self), text: answers.text("text"))
        },
        CommandForm(
            Form(
                "askMore", title: "Ask for more", intro: "It comes back to you once they have answered.",
                button: "Ask them",
                fields: [
                    Field(
                        "question", "What you need to know", .paragraph(max: 1000),
                        missing: "Enter what you need to know")
                ])
        ) { answers in .askMore(question: answers.text("question")) },
        CommandForm(
            Form(
                "recordAdvice", title: "Record advice", intro: "Advice that you sought before you decided, or after.",
                button: "Record it",
                fields: [
                    Field(
                        "from", "Whom you asked", .line(max: 120),
                        hint: "Such as the HR adviser, or the local authority.",
                        missing: "Enter whom you asked"),
                    Field("said", "What they said", .paragraph(max: 1500), missing: "Enter what they said"),
                ])
        ) { answers in .recordAdvice(from: answers.text("from"), said: answers.text("said")) },
    ]

    private static let changeForms: [CommandForm<Judgement>] = [
        CommandForm(
            Form(
                "askForChange", title: "Say that the policy needs changing",
                intro: "Those who edit the policy then see this whole record, and find it on the Policy page.",
                button: "Ask for the change",
                fields: [
                    Field(
                        "says", "What the policy should say", .paragraph(max: 1000),
                        missing: "Enter what the policy should say")
                ])
        ) { answers in .askForChange(says: answers.text("says")) },
        CommandForm(
            Form(
                "settleChange", title: "Settle what is asked of the policy", button: "Settle it",
                fields: [
                    Field(
                        "done", "What came of it", .paragraph(max: 1000),
                        hint: "Such as the edition in which it stands, or why it is left as it is.",
                        missing: "Enter what came of it")
                ])
        ) { answers in .settleChange(done: answers.text("done")) },
    ]
}
