package import Policy

extension Person {
    package static func forms(at desk: Desk) -> [CommandForm<Person>] {
        let name = Field("name", "Full name", .line(max: 100), missing: "Enter the person's full name")
        let email = Field(
            "email", "E-mail address", .email, hint: "Their own at the school. They sign in with it.",
            missing: "Enter the person's e-mail address")
        let roles = Field(
            "roles", "Roles", .choices(Role.allCases.map { Choice($0.rawValue, $0.label) }),
            hint: "Choose all that apply. What someone may see and do follows from these.",
            missing: "Choose at least one role")
        return [
            CommandForm(
                Form(
                    "join", title: "Add a person", intro: "They are asked to read the policy and confirm it.",
                    button: "Add this person",
                    fields: [
                        name, email, roles,
                        Field(
                            "on", "First day", .date, hint: "For example, 1 9 2026",
                            missing: "Enter the person's first day"),
                    ])
            ) { answers throws(Refusal) in
                // The office gives every new person an identifier of its own before the command is made.
                .join(
                    answers.person("id"),
                    Particulars(
                        name: answers.text("name"), email: answers.text("email"),
                        roles: answers.choices("roles", Role.self)),
                    on: try answers.day("on"))
            },
            CommandForm(
                Form(
                    "changeRoles", title: "Change roles", intro: "The change holds from the next page they open.",
                    button: "Change the roles", fields: [roles])
            ) { answers in .changeRoles(answers.choices("roles", Role.self)) },
            CommandForm(
                Form(
                    "correct", title: "Correct the name or e-mail address", button: "Save the correction",
                    fields: [name, email])
            ) { answers in .correct(name: answers.text("name"), email: answers.text("email")) },
            CommandForm(
                Form(
                    "leave", title: "Record that this person has left",
                    intro:
                        "Their sign-in ends at once. Accounts that they ran go to the administrator to be handed over, and "
                        + "passwords that they have seen are to be changed.",
                    button: "Record the leaver", warning: "This cannot be undone. Somebody who returns is added anew.",
                    fields: [
                        Field(
                            "on", "Last day", .date, hint: "For example, 18 12 2026",
                            missing: "Enter the person's last day")
                    ])
            ) { answers throws(Refusal) in .leave(on: try answers.day("on")) },
        ]
    }

    package func prefill(_ command: String) -> Input {
        switch command {
        case "changeRoles": Input(["roles": particulars.roles.map(\.rawValue)])
        case "correct": Input(["name": [particulars.name], "email": [particulars.email]])
        default: Input()
        }
    }
}
