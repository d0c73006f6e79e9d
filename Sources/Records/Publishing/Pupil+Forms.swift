package import Policy

extension Pupil {
    package static func forms(at desk: Desk) -> [CommandForm<Pupil>] { consentForms(at: desk) + rollForms }

    private static func consentForms(at desk: Desk) -> [CommandForm<Pupil>] {
        let platforms = desk.platforms.offered.map { Choice($0.id, $0.name) }
        return [
            CommandForm(
                Form(
                    "recordConsent", title: "Record what a parent answered",
                    intro: "Leave a question without an answer where the parent gave none.", button: "Record it",
                    fields: ImagePurpose.allCases.map { purpose in
                        Field(
                            fieldName(purpose), purpose.label, .choice([Choice("yes", "Yes"), Choice("no", "No")]),
                            required: false, missing: "Choose yes or no")
                    } + [
                        Field(
                            "platforms", "Only on these platforms", .choices(platforms),
                            hint: "For social media. Leave all of them empty where the parent named none.",
                            required: false, missing: "Choose the platforms")
                    ] + saidFields + [
                        Field(
                            "until", "Counts until", .date, hint: "Leave empty where the parent set no end.",
                            required: false, missing: "Enter the last day on which it counts")
                    ])
            ) { answers throws(Refusal) in
                .recordConsent(
                    answers.consents, try answers.said(),
                    until: answers.text("until").isEmpty ? nil : try answers.day("until"),
                    platforms: answers.all("platforms"))
            },
            CommandForm(
                Form(
                    "withdraw", title: "Record that consent is withdrawn",
                    intro: "What was published with the child is found, and those who run the accounts take it down.",
                    button: "Record it",
                    fields: [
                        Field(
                            "purposes", "What is withdrawn",
                            .choices(ImagePurpose.allCases.map { Choice($0.rawValue, $0.label) }),
                            missing: "Choose what is withdrawn")
                    ] + saidFields)
            ) { answers throws(Refusal) in
                .withdraw(answers.choices("purposes", ImagePurpose.self), try answers.said())
            },
            CommandForm(
                Form(
                    "protect", title: "Never name or show this child",
                    intro:
                        "Whatever consent says, nothing with this child can be published from now on. Do not write down "
                        + "why: Hornbook has no place for it, and nobody is shown that the child is on this list but "
                        + "those who keep consents.",
                    button: "Never name or show this child",
                    warning: "What was published with the child is to be taken down.")
            ) { _ in .protect },
            CommandForm(
                Form(
                    "unprotect", title: "Take this child off the list of those who are never shown",
                    intro: "From then on it is what parents answered that counts.",
                    button: "Take the child off the list")
            ) { _ in .unprotect },
        ]
    }

    private static let saidFields = [
        Field(
            "giver", "Who said it", .line(max: 100), hint: "The name of the parent or carer.",
            missing: "Enter the name of the parent or carer"),
        Field(
            "relation", "What they are to the child",
            .choice(ConsentGiver.Relation.offered.map { Choice($0.rawValue, $0.label.capitalisedFirst) }),
            missing: "Choose what they are to the child"),
        Field(
            "means", "How it came to the school",
            .choice(ConsentMeans.recorded.map { Choice($0.rawValue, $0.label.capitalisedFirst) }),
            missing: "Choose how it came to the school"),
        Field("on", "On which day", .date, missing: "Enter the day on which they said it"),
    ]

    /// The name of the field that asks about a purpose.
    package static func fieldName(_ purpose: ImagePurpose) -> String { "consent-\(purpose.rawValue)" }

    private static let particularsFields = [
        Field("first", "First name", .line(max: 60), missing: "Enter the pupil's first name"),
        Field("last", "Last name", .line(max: 60), missing: "Enter the pupil's last name"),
        Field(
            "nicknames", "Other first names that they go by", .line(max: 120), hint: "Separated by commas.",
            required: false, missing: "Enter the other names"),
        Field("class", "Class", .line(max: 40), required: false, missing: "Enter the class"),
        Field(
            "year", "Year", .choice((0...6).map { Choice("\($0)", yearLabel($0)) }), required: false,
            missing: "Choose the year"),
    ]

    private static let rollForms: [CommandForm<Pupil>] = [
        CommandForm(
            Form(
                "join", title: "Add a pupil",
                intro:
                    "No more than this is kept of a child. Until a parent has answered, nothing with them is published.",
                button: "Add this pupil",
                fields: particularsFields + [Field("on", "First day", .date, missing: "Enter the pupil's first day")])
        ) { answers throws(Refusal) in
            .join(PupilID(answers.text("id")), answers.particulars, on: try answers.day("on"))
        },
        CommandForm(
            Form(
                "correct", title: "Correct the name, class or year",
                intro: "Where the new year is one in which the policy asks again, consent is to be asked for again.",
                button: "Save the correction", fields: particularsFields)
        ) { answers in .correct(answers.particulars) },
        CommandForm(
            Form(
                "nameParents", title: "Set the names of parents for the checks",
                intro:
                    "The checks of a post find these names. They are used for nothing else, shown to nobody who does not "
                    + "keep the roll, and forgotten when the pupil leaves.",
                button: "Save the names",
                fields: [
                    Field(
                        "parents", "Names of parents and carers", .paragraph(max: 700),
                        hint: "One a line, such as Jo Lark. Leave it empty to forget them.", required: false,
                        missing: "Enter the names")
                ])
        ) { answers in .nameParents(Pupil.names(in: answers.text("parents"), separator: "\n")) },
        CommandForm(
            Form(
                "setLeaving", title: "Set the day on which they will leave", button: "Save the day",
                fields: [
                    Field(
                        "on", "Last day", .date, hint: "Leave empty where they are not leaving after all.",
                        required: false, missing: "Enter the last day")
                ])
        ) { answers throws(Refusal) in .setLeaving(answers.text("on").isEmpty ? nil : try answers.day("on")) },
        CommandForm(
            Form(
                "leave", title: "Record that this pupil has left", button: "Record the leaver",
                warning: "This cannot be undone. A pupil who returns is added anew.",
                fields: [Field("on", "Last day", .date, missing: "Enter the pupil's last day")])
        ) { answers throws(Refusal) in .leave(on: try answers.day("on")) },
    ]

    package func prefill(_ command: String) -> Input {
        switch command {
        case "correct":
            Input([
                "first": [particulars.first], "last": [particulars.last],
                "nicknames": [particulars.nicknames.joined(separator: ", ")], "class": [particulars.className],
                "year": particulars.year.map { ["\($0)"] } ?? [],
            ])
        case "nameParents": Input(["parents": [parents.joined(separator: "\n")]])
        case "setLeaving", "leave": leaving.map { Input(["on": [$0.iso]]) } ?? Input()
        default: Input()
        }
    }
}

extension Answers {
    fileprivate var particulars: Pupil.Particulars {
        Pupil.Particulars(
            first: text("first"), last: text("last"), nicknames: Pupil.names(in: text("nicknames"), separator: ","),
            className: text("class"), year: integer("year"))
    }

    /// The answers to the questions about each purpose, those left open left out.
    package var consents: [ImagePurpose: Bool] {
        var consents: [ImagePurpose: Bool] = [:]
        for purpose in ImagePurpose.allCases {
            let answer = text(Pupil.fieldName(purpose))
            if !answer.isEmpty { consents[purpose] = answer == "yes" }
        }
        return consents
    }

    fileprivate func said() throws(Refusal) -> Pupil.Said {
        Pupil.Said(
            giver: ConsentGiver(
                name: text("giver"), relation: try choice("relation", ConsentGiver.Relation.self)),
            means: try choice("means", ConsentMeans.self), on: try day("on"))
    }
}

extension Pupil {
    /// The names in a cell or a field, trimmed.
    package static func names(in text: String, separator: Character) -> [String] {
        text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension String {
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
