package import Policy

extension School {
    package static func forms(at desk: Desk) -> [CommandForm<School>] {
        [
            CommandForm(
                Form(
                    "setCalendar", title: "School terms and INSET days",
                    intro:
                        "Deadlines that count school days are computed from these. Due times already given do not change.",
                    button: "Save the calendar",
                    fields: [
                        Field(
                            "terms", "Terms", .paragraph(max: 2000),
                            hint: "One a line, its name, first and last day: Autumn 1 2026-09-02 to 2026-10-23",
                            missing: "Enter the first and last day of each term, one term a line"),
                        Field(
                            "insetDays", "INSET days", .paragraph(max: 1000),
                            hint: "One date a line, such as 2026-09-01",
                            required: false, missing: "Enter one date a line"),
                    ])
            ) { answers throws(Refusal) in
                .setCalendar(
                    terms: try lines(of: answers, "terms", "a term such as Autumn 1 2026-09-02 to 2026-10-23") { line in
                        let words = line.split(separator: " ").map(String.init)
                        guard words.count > 3, words[words.count - 2] == "to",
                            let first = Day(iso: words[words.count - 3]),
                            let last = words.last.flatMap({ Day(iso: $0) })
                        else { return nil }
                        return Term(name: words.dropLast(3).joined(separator: " "), first: first, last: last)
                    },
                    insetDays: try lines(of: answers, "insetDays", "a date such as 2026-09-01") { Day(iso: $0) })
            },
            CommandForm(
                Form(
                    "setEmailDomains", title: "The school's e-mail domains", button: "Save the domains",
                    fields: [
                        Field(
                            "emailDomains", "E-mail domains", .paragraph(max: 500),
                            hint:
                                "One a line, such as office.example. An account's e-mail address must be at one of them.",
                            required: false, missing: "Enter one domain a line")
                    ])
            ) { answers throws(Refusal) in
                .setEmailDomains(
                    try lines(of: answers, "emailDomains", "a domain such as school.example") { line in
                        line.contains(".") && !line.contains { $0.isWhitespace || $0 == "/" || $0 == "@" } ? line : nil
                    })
            },
        ] + blackoutForms
    }

    /// Reads a field line by line; a bad line is named by its number, and nothing is kept.
    private static func lines<Value>(
        of answers: Answers, _ name: String, _ wanted: String, _ read: (String) -> Value?
    ) throws(Refusal) -> [Value] {
        var values: [Value] = []
        for (index, line) in answers.text(name).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let text = String(line).trimmed
            if text.isEmpty { continue }
            guard let value = read(text) else {
                throw .incomplete([FieldProblem(name, "Line \(index + 1) is not \(wanted)")])
            }
            values.append(value)
        }
        return values
    }

    package func prefill(_ command: String) -> Input {
        switch command {
        case "setCalendar":
            Input([
                "terms": [terms.map { "\($0.name) \($0.first.iso) to \($0.last.iso)" }.joined(separator: "\n")],
                "insetDays": [insetDays.map(\.iso).joined(separator: "\n")],
            ])
        case "setEmailDomains": Input(["emailDomains": [emailDomains.joined(separator: "\n")]])
        case "removeBlackout" where blackouts.count == 1:
            Input(["first": [blackouts[0].first.iso], "last": [blackouts[0].last.iso]])
        default: Input()
        }
    }
}
