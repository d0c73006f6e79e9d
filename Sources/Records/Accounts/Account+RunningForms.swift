package import Policy

extension Account {
    static func openingForm(at desk: Desk) -> CommandForm<Account> {
        let process = desk.pack.process
        let administrators = process.administratorsAtMost.value
        var fields = [
            Field(
                "address", "Web address of the account", .webAddress, hint: "As it stands in a browser, from https://",
                missing: "Enter the web address of the account"),
            Field(
                "on", "Date it was opened", .date, hint: "For example, 27 9 2026",
                missing: "Enter the date the account was opened"),
            Field(
                "masterAccess", "Does the school hold master access, and control who else has access?", .yesNo,
                missing: "Say whether the school holds master access", section: "Is it an official platform?"),
            Field(
                "editorialOversight", "Does leadership have editorial oversight of what is posted?", .yesNo,
                missing: "Say whether leadership has editorial oversight"),
            Field(
                "fewAdministrators", "Are there as few administrators as the work needs?", .yesNo,
                missing: "Say whether there are as few administrators as needed"),
            Field(
                "privacyNotice", "Is the platform listed in the school's privacy notice?", .yesNo,
                missing: "Say whether the platform is in the privacy notice", section: "Privacy and pupils"),
            Field(
                "privacySetting", "Privacy setting", .line(max: 200),
                hint: "As it is set on the platform, such as: public, comments held for approval.",
                missing: "Enter the privacy setting of the account"),
            Field(
                "withPupils", "Will it be used with pupils?", .yesNo,
                missing: "Say whether the account will be used with pupils"),
            Field(
                "youngestAge", "Age of the youngest pupil", .integer(3...19), hint: "Only if it is used with pupils.",
                required: false,
                missing: "Enter the age of the youngest pupil"),
        ]
        fields += [
            Field(
                "parentsTold", "Have their parents been told?", .yesNo, hint: "Only if it is used with pupils.",
                required: false,
                missing: "Say whether parents have been told"),
            Field("posters", "Who may post", .people, missing: "Choose who may post on the account", section: "Access"),
            Field(
                "administrators", "Who administers it on the platform", .people,
                hint: "As few as are needed, \(administrators) at most.",
                missing: "Choose who administers the account"),
            Field(
                "password", "Sign-in details and password", .secret,
                hint: "Sealed when you save. Each time somebody looks is on the record.",
                missing: "Enter the account's sign-in details and password"),
        ]
        return CommandForm(
            Form(
                "open", title: "Record that the account is open",
                intro: "Open it on the platform first, with the school's e-mail address, then fill this in.",
                button: "Record the account", fields: fields)
        ) { answers throws(Refusal) in
            .open(
                try opening(answers), posters: answers.people("posters"),
                administrators: answers.people("administrators"), sealedSecret: answers.text("password"))
        }
    }

    private static func opening(_ answers: Answers) throws(Refusal) -> Opening {
        var use: PupilUse?
        if answers.isYes("withPupils") {
            guard let age = answers.integer("youngestAge") else {
                throw .incomplete([FieldProblem("youngestAge", "Enter the age of the youngest pupil it is used with")])
            }
            use = PupilUse(youngestAge: age, parentsWereTold: answers.isYes("parentsTold"))
        }
        return Opening(
            address: answers.text("address"), on: try answers.day("on"),
            test: OfficialPlatformTest(
                schoolHoldsMasterAccess: answers.isYes("masterAccess"),
                leadershipHasEditorialOversight: answers.isYes("editorialOversight"),
                hasAsFewAdministratorsAsNeeded: answers.isYes("fewAdministrators")),
            isInPrivacyNotice: answers.isYes("privacyNotice"), privacySetting: answers.text("privacySetting"),
            pupilUse: use)
    }

    static func runningForms(at desk: Desk) -> [CommandForm<Account>] {
        let reason = Field(
            "reason", "Reason", .line(max: 300), hint: "It stands on the record with your name.",
            missing: "Enter the reason")
        return [
            CommandForm(
                Form(
                    "review", title: "Review who has access",
                    intro:
                        "Decide for each person. The next review falls due in \(Span.months(desk.pack.process.accessReviewEvery.value).text).",
                    button: "Record the review",
                    fields: [
                        Field(
                            "access", "Access", .eachPerson([Choice("keep", "Keep"), Choice("remove", "Remove")]),
                            missing: "Choose whether this person keeps access"),
                        Field(
                            "note", "Note for the record", .paragraph(max: 1000), required: false,
                            missing: "Enter a note"),
                    ])
            ) { answers in .review(answers.each("access", Command.Verdict.self), note: answers.text("note")) },
            CommandForm(
                Form(
                    "setPeople", title: "Change who posts and who administers", button: "Save the changes",
                    fields: [
                        Field("posters", "Who may post", .people, missing: "Choose who may post on the account"),
                        Field(
                            "administrators", "Who administers it on the platform", .people,
                            hint: "As few as are needed, \(desk.pack.process.administratorsAtMost.value) at most.",
                            missing: "Choose who administers the account"),
                    ])
            ) { answers in
                .setPeople(posters: answers.people("posters"), administrators: answers.people("administrators"))
            },
            CommandForm(
                Form(
                    "handOver", title: "Hand the account over", intro: "The new lead may post from now on.",
                    button: "Hand it over",
                    fields: [
                        Field("to", "Who takes it over", .person, missing: "Choose who takes the account over"),
                        Field(
                            "note", "Note for the record", .paragraph(max: 1000), required: false,
                            missing: "Enter a note"),
                    ])
            ) { answers in .handOver(to: answers.person("to"), note: answers.text("note")) },
            CommandForm(
                Form(
                    "reveal", title: "Show the password",
                    intro:
                        "Your name, the time and your reason are recorded. When you no longer have access, it must be changed.",
                    button: "Show the password once", fields: [reason])
            ) { answers in .reveal(reason: answers.text("reason")) },
            CommandForm(
                Form(
                    "changePassword", title: "Record a new password", intro: "Change it on the platform first.",
                    button: "Seal the new password",
                    fields: [
                        Field(
                            "password", "New sign-in details and password", .secret,
                            hint: "Sealed when you save. The old one is no longer shown.",
                            missing: "Enter the new sign-in details and password"),
                        reason,
                    ])
            ) { answers in .changePassword(sealedSecret: answers.text("password"), reason: answers.text("reason")) },
            CommandForm(
                Form(
                    "close", title: "Close the account", intro: "Close it on the platform first.",
                    button: "Record that it is closed",
                    warning: "This cannot be undone. The password is no longer kept.",
                    fields: [
                        Field(
                            "on", "Date it was closed", .date, hint: "For example, 27 9 2026",
                            missing: "Enter the date the account was closed"),
                        Field("reason", "Reason", .paragraph(max: 500), missing: "Enter why the account was closed"),
                    ])
            ) { answers throws(Refusal) in .close(on: try answers.day("on"), reason: answers.text("reason")) },
        ]
    }

    static func unofficialForms(at desk: Desk) -> [CommandForm<Account>] {
        [
            CommandForm(
                Form(
                    "reportUnofficial", title: "Report an account that is not ours",
                    intro:
                        "An account that bears the school's name but that the school does not run. Senior leaders are asked to act.",
                    button: "Report this account",
                    fields: platformFields(at: desk, name: "Account name", "As it stands on the platform") + [
                        Field(
                            "address", "Web address", .webAddress, hint: "If you have it.", required: false,
                            missing: "Enter the web address"),
                        Field(
                            "description", "What you saw", .paragraph(max: 2000), hint: "Do not name pupils.",
                            missing: "Enter what you saw"),
                    ])
            ) { answers throws(Refusal) in
                .reportUnofficial(
                    try identity(answers, at: desk), address: answers.text("address"),
                    description: answers.text("description"))
            },
            CommandForm(
                Form(
                    "actOnUnofficial", title: "Record what was done", button: "Record it",
                    fields: [
                        Field("done", "What was done about it", .paragraph(max: 2000), missing: "Enter what was done"),
                        Field(
                            "settled", "Is the matter settled?", .yesNo, missing: "Say whether the matter is settled"),
                    ])
            ) { answers in .actOnUnofficial(done: answers.text("done"), isSettled: answers.isYes("settled")) },
        ]
    }
}
