package import Policy

extension Account {
    package static func forms(at desk: Desk) -> [CommandForm<Account>] {
        applicationForms(at: desk) + decisionForms + [openingForm(at: desk)] + runningForms(at: desk)
            + connectionForms + unofficialForms(at: desk)
    }

    package static func available(_ state: Account?, at desk: Desk) -> [String] {
        let process = desk.pack.process
        guard let state else {
            return (desk.has(anyOf: process.applicantsMayBe.value) ? ["apply"] : [])
                + (desk.has(anyOf: reporters) ? ["reportUnofficial"] : [])
        }
        let isOpener = desk.has(anyOf: process.accountCreators.value)
        switch state.phase {
        case .applied(let application):
            if application.applicant == desk.person { return ["withdraw"] }
            return desk.has(anyOf: desk.approvers(of: application)) ? ["approve", "sendBack", "reject"] : []
        case .returned(let application, _, _, _):
            return application.applicant == desk.person ? ["revise", "withdraw"] : []
        case .approved(let application, _):
            return (isOpener ? ["open"] : []) + (application.applicant == desk.person ? ["withdraw"] : [])
        case .open(let account):
            var names: [String] = []
            if desk.has(anyOf: process.accessReviewers.value + [.slt]) { names.append("review") }
            if isOpener || desk.has(anyOf: [.slt]) { names.append("setPeople") }
            if isOpener || desk.has(anyOf: [.slt]) || account.lead == desk.person { names.append("handOver") }
            if isOpener || account.administrators.contains(desk.person) {
                names += ["reveal", "changePassword", "connect"] + (account.link == nil ? [] : ["disconnect"])
            }
            if isOpener || desk.has(anyOf: [.slt]) { names.append("close") }
            return names
        case .unofficial(let account):
            return !account.isSettled && desk.has(anyOf: [.slt, .administrator]) ? ["actOnUnofficial"] : []
        case .rejected, .withdrawn, .closed: return []
        }
    }

    static func identity(_ answers: Answers, at desk: Desk) throws(Refusal) -> AccountIdentity {
        let platform = answers.text("platform")
        guard platform == "other" else {
            return AccountIdentity(
                platform: platform, platformName: desk.platforms[platform]?.name ?? platform, name: answers.text("name")
            )
        }
        guard !answers.text("otherPlatform").isEmpty else {
            throw .incomplete([FieldProblem("otherPlatform", "Enter the name of the platform")])
        }
        return AccountIdentity(
            platform: platform, platformName: answers.text("otherPlatform"), name: answers.text("name"))
    }

    static func platformFields(at desk: Desk, name label: String, _ hint: String) -> [Field] {
        let platforms = desk.platforms.offered.map { Choice($0.id, $0.name) } + [Choice("other", "Another platform")]
        return [
            Field("platform", "Platform", .choice(platforms), missing: "Choose the platform"),
            Field(
                "otherPlatform", "Name of the other platform", .line(max: 60),
                hint: "Only if it is not in the list above.", required: false,
                missing: "Enter the name of the platform"),
            Field("name", label, .line(max: 80), hint: hint, missing: "Enter the account's name"),
        ]
    }

    private static func applicationForms(at desk: Desk) -> [CommandForm<Account>] {
        let process = desk.pack.process
        let email = process.schoolEmail.value
        let fields =
            platformFields(at: desk, name: "Proposed account name", "As people will see it, such as @oakclass")
            + [
                Field(
                    "email", "School e-mail address for the account", .email,
                    hint: email == .exceptProfessionalNetworks
                        ? "The account is tied to it. A professional network may do without."
                        : "The account is tied to it, not to a person's own.",
                    required: email == .always,
                    missing: "Enter the school e-mail address that the account will be tied to"),
                Field(
                    "aim", "What the account is for", .paragraph(max: 1000), missing: "Enter what the account is for",
                    section: "Business case"),
                Field(
                    "audience", "Who it is meant to reach", .paragraph(max: 500),
                    missing: "Enter who the account is meant to reach"),
                Field(
                    "promotion", "How people will hear of it", .paragraph(max: 500),
                    missing: "Enter how people will hear of the account"),
                Field(
                    "openness", "Who can see it",
                    .choice([
                        Choice("open", "Open", hint: "Anybody can see what is posted."),
                        Choice("closed", "Closed", hint: "Only people whom the school lets in can see it."),
                    ]), missing: "Choose whether the account is open or closed"),
                Field(
                    "lead", "Who will lead it", .person, missing: "Choose who will lead the account",
                    section: "Who will run it"),
                Field(
                    "operators", "Who else will run it", .people,
                    hint: "The policy asks for at least \(process.operatorsAtLeast.value) people in all. Each must "
                        + process.operatorsNeed.value.map(\.wanted).joined(separator: " and ")
                        + " before it can be approved.",
                    required: process.operatorsAtLeast.value > 1, missing: "Choose who else will run the account"),
            ]
        return [
            CommandForm(
                Form(
                    "apply", title: "Apply for an account",
                    intro: "Nobody opens an account in the school's name without approval. "
                        + "You will see the decision here.",
                    button: "Send the application", fields: fields)
            ) { answers throws(Refusal) in
                let purpose = try businessCase(answers)
                return .apply(
                    try identity(answers, at: desk), purpose, lead: answers.person("lead"),
                    operators: answers.people("operators"))
            },
            CommandForm(
                Form("revise", title: "Put the application right", button: "Send the application again", fields: fields)
            ) { answers throws(Refusal) in
                let purpose = try businessCase(answers)
                return .revise(
                    try identity(answers, at: desk), purpose, lead: answers.person("lead"),
                    operators: answers.people("operators"))
            },
            CommandForm(
                Form(
                    "withdraw", title: "Withdraw the application", button: "Withdraw it",
                    warning: "This cannot be undone. You can apply again.",
                    fields: [
                        Field(
                            "reason", "Reason", .paragraph(max: 500),
                            missing: "Enter why you are withdrawing the application")
                    ])
            ) { answers in .withdraw(reason: answers.text("reason")) },
        ]
    }

    private static func businessCase(_ answers: Answers) throws(Refusal) -> BusinessCase {
        BusinessCase(
            aim: answers.text("aim"), audience: answers.text("audience"), promotion: answers.text("promotion"),
            openness: try answers.choice("openness", BusinessCase.Openness.self),
            email: answers.text("email").lowercased())
    }

    private static var decisionForms: [CommandForm<Account>] {
        [
            CommandForm(
                Form(
                    "approve", title: "Approve the application",
                    intro: "You approve exactly what is shown. The administrator is then asked to open the account.",
                    button: "Approve",
                    fields: [
                        Field(
                            "note", "Note for the record", .paragraph(max: 1000), required: false,
                            missing: "Enter a note")
                    ])
            ) { answers in .approve(note: answers.text("note")) },
            CommandForm(
                Form(
                    "sendBack", title: "Send the application back", intro: "The applicant is asked to put it right.",
                    button: "Send it back",
                    fields: [
                        Field(
                            "reason", "What must be put right", .paragraph(max: 1000),
                            missing: "Enter what the applicant must put right")
                    ])
            ) { answers in .sendBack(reason: answers.text("reason")) },
            CommandForm(
                Form(
                    "reject", title: "Reject the application", button: "Reject",
                    warning: "This cannot be undone. The applicant can apply again.",
                    fields: [
                        Field(
                            "reason", "Reason", .paragraph(max: 1000), hint: "The applicant is told.",
                            missing: "Enter the reason for rejecting it")
                    ])
            ) { answers in .reject(reason: answers.text("reason")) },
        ]
    }

    package func prefill(_ command: String) -> Input {
        switch (command, phase) {
        case ("revise", .returned(let application, _, _, _)):
            return Input([
                "platform": [identity.platform],
                "otherPlatform": identity.platform == "other" ? [identity.platformName] : [],
                "name": [identity.name], "email": [application.purpose.email], "aim": [application.purpose.aim],
                "audience": [application.purpose.audience], "promotion": [application.purpose.promotion],
                "openness": [application.purpose.openness.rawValue], "lead": [application.lead.rawValue],
                "operators": application.operators.filter { $0 != application.lead }.map(\.rawValue),
            ])
        case ("open", .approved(let application, _)): return Input(["posters": application.operators.map(\.rawValue)])
        case ("setPeople", .open(let account)):
            return Input([
                "posters": account.posters.map(\.rawValue), "administrators": account.administrators.map(\.rawValue),
            ])
        case ("connect", .open(let account)): return account.link?.connection.prefill ?? Input()
        default: return Input()
        }
    }
}

extension OperatorNeed {
    /// What a person must do, after "each must".
    package var wanted: String {
        switch self {
        case .declaration: "have confirmed the policy"
        case .training: "have been trained"
        }
    }
}
