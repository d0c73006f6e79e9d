package import Policy

extension Pack {
    /// Who says that nothing is to be published, and when that ends.
    package var blackoutSetters: [Role] { process.blackoutRequesters.value }
}

extension School {
    func blackoutAdded(
        _ first: Day, _ last: Day, _ reason: Blackout.Reason, _ note: String, at desk: Desk
    ) throws(Refusal) -> Event {
        try desk.require(anyOf: desk.pack.blackoutSetters, to: "set a blackout")
        guard first <= last else {
            throw .incomplete([FieldProblem("last", "The last day must be the first day or later")])
        }
        guard desk.today <= last else {
            throw .incomplete([FieldProblem("last", "The last day must be today or later")])
        }
        guard !blackouts.contains(where: { $0.first == first && $0.last == last }) else {
            throw .incomplete([FieldProblem("first", "There is a blackout on exactly these days already")])
        }
        return .blackoutAdded(
            blackout: Blackout(first: first, last: last, reason: reason, note: note, by: desk.person, at: desk.now))
    }

    static let blackoutForms: [CommandForm<School>] = [
        CommandForm(
            Form(
                "addBlackout", title: "Publish nothing on some days",
                intro: "A post whose time comes on one of these days is held, and goes out on the day after the last.",
                button: "Hold all posts on these days",
                fields: [
                    Field("first", "First day", .date, missing: "Enter the first day"),
                    Field("last", "Last day", .date, missing: "Enter the last day"),
                    Field(
                        "reason", "Why", .choice(Blackout.Reason.allCases.map { Choice($0.rawValue, $0.label) }),
                        missing: "Choose why nothing is to be published"),
                    Field(
                        "note", "More about it", .line(max: 200),
                        hint: "Everybody who publishes sees it. Name nobody.", required: false,
                        missing: "Enter more about it"),
                ])
        ) { answers throws(Refusal) in
            .addBlackout(
                first: try answers.day("first"), last: try answers.day("last"),
                reason: try answers.choice("reason", Blackout.Reason.self), note: answers.text("note"))
        },
        CommandForm(
            Form(
                "removeBlackout", title: "Publish again",
                intro: "What was held on these days goes out, unless something else stands against it.",
                button: "End the blackout",
                fields: [
                    Field("first", "Its first day", .date, missing: "Enter its first day"),
                    Field("last", "Its last day", .date, missing: "Enter its last day"),
                ])
        ) { answers throws(Refusal) in
            .removeBlackout(first: try answers.day("first"), last: try answers.day("last"))
        },
    ]
}
