package import Policy

/// One process setting as a form, made from the shape of its value.
package struct SettingForm: Sendable {
    package let key: ProcessKey
    package let pack: Pack

    package init(_ key: ProcessKey, in pack: Pack) {
        self.key = key
        self.pack = pack
    }

    package var form: Form {
        Form(
            "setting", title: key.label,
            intro: isSilent
                ? "The policy in this draft says nothing of it, so Hornbook’s own value holds: \(inWords)." : "",
            button: "Save in the draft",
            fields: [
                Field(
                    "source", "Who says so",
                    .choice([
                        Choice("policy", "The policy lays it down, as follows"),
                        Choice("default", "The policy is silent: Hornbook’s own value holds"),
                    ]), missing: "Say whether the policy lays it down")
            ] + values + onDayOff + [
                Field(
                    "clause", "Clauses that say so",
                    .choices(pack.clauses.map { Choice($0.id, "\($0.id), \($0.place)", hint: $0.says) }),
                    required: false, missing: "Choose clauses")
            ])
    }

    private var isSilent: Bool { pack.settingText(key) == nil }
    private var inWords: String { pack.process.listing.first { $0.key == key.rawValue }?.text ?? "" }

    /// Usually one field; where each purpose of pictures has a basis of its own, one for each.
    private var values: [Field] {
        guard case .imageUses = key.shape else { return [value] }
        return ImagePurpose.allCases.map { purpose in
            Field(
                SettingForm.name(purpose), purpose.label,
                .choice(
                    LawfulBasis.allCases.map { Choice($0.rawValue, $0.label) } + [Choice("unused", "No such pictures")]),
                hint: "The lawful basis on which such pictures are used.", required: false,
                missing: "Choose a lawful basis")
        }
    }

    private static func name(_ purpose: ImagePurpose) -> String { "use-\(purpose.rawValue)" }

    private var value: Field {
        func field(_ kind: Field.Kind, hint: String = "", _ missing: String) -> Field {
            Field("value", "What it lays down", kind, hint: hint, required: false, missing: missing)
        }
        return switch key.shape {
        case .rolesOrNobody:
            field(
                .choices(Role.allCases.map { Choice($0.rawValue, $0.label) }), hint: "Choose none for nobody.",
                "Choose roles, or none for nobody")
        case .roles:
            field(.choices(Role.allCases.map { Choice($0.rawValue, $0.label) }), "Choose at least one role")
        case .span:
            field(
                .line(max: 40), hint: "Such as 24 hours, 10 working days, 5 school days or 12 months.",
                "Enter a time, such as 10 working days")
        case .clock:
            field(.line(max: 40), hint: "Such as 24 hours or 2 working days.", "Enter a time, such as 10 working days")
        case .months: field(.line(max: 40), hint: "Such as 12 months.", "Enter a number of months, such as 12 months")
        case .monthsOrNever:
            field(
                .line(max: 40), hint: "Such as 12 months. Leave it empty for no such time.", "Enter a number of months")
        case .count(let range): field(.integer(range), "Enter a number from \(range.lowerBound) to \(range.upperBound)")
        case .yesNo: field(.choice([Choice("true", "Yes"), Choice("false", "No")]), "Choose yes or no")
        case .choice(let values): field(.choice(choices(values)), "Choose one")
        case .choices(let values): field(.choices(choices(values)), "Choose any, or none")
        case .schoolYears:
            field(.choices(choices(SchoolYear.all.map { String($0.number) })), "Choose years, or none")
        case .imageUses: field(.line(max: 200), "Choose a lawful basis for each")
        }
    }

    private var onDayOff: [Field] {
        guard case .clock = key.shape else { return [] }
        return [
            Field(
                "onDayOff", "On weekends and holidays",
                .choice(ResponseClock.OnDayOff.allCases.map { Choice($0.rawValue, sentence($0.label)) }),
                hint: "What days off do to the clock.", required: false, missing: "Choose what days off do to the clock"
            )
        ]
    }

    private func choices(_ values: [String]) -> [Choice] { values.map { Choice($0, sentence(key.label(of: $0))) } }
    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    package var prefill: Input {
        guard let text = pack.settingText(key) else { return Input(["source": ["default"]]) }
        if case .imageUses = key.shape {
            var fields = ["source": ["policy"], "clause": text.clauses]
            for purpose in ImagePurpose.allCases { fields[SettingForm.name(purpose)] = ["unused"] }
            for value in text.values {
                let parts = value.split(separator: ":")
                guard parts.count == 2 else { continue }
                fields["use-\(parts[0])"] = [String(parts[1].drop { $0 == " " })]
            }
            return Input(fields)
        }
        guard case .clock = key.shape else {
            return Input(["source": ["policy"], "value": text.values, "clause": text.clauses])
        }
        return Input([
            "source": ["policy"], "value": Array(text.values.prefix(1)), "onDayOff": Array(text.values.dropFirst()),
            "clause": text.clauses,
        ])
    }

    /// The setting that was filled in; nil for none, so that Hornbook's own value holds.
    ///
    /// - Throws: ``Refusal/incomplete(_:)`` with every field at fault.
    package func filledIn(_ input: Input) throws(Refusal) -> SettingText? {
        let form = form
        let answers = try form.answers(to: input, people: FormPeople())
        guard answers.text("source") == "policy" else { return nil }
        var values = answers.values["value"] ?? []
        func refuse(_ message: String) -> Refusal { .incomplete([FieldProblem("value", message)]) }
        switch key.shape {
        case .span, .clock, .months, .monthsOrNever:
            if let text = values.first {
                guard let span = Span(text) else { throw refuse("Enter a time such as 24 hours or 10 working days") }
                if key.shape == .months || key.shape == .monthsOrNever {
                    guard case .months = span else { throw refuse("Enter a number of months, such as 12 months") }
                }
                values = [span.text] + (answers.values["onDayOff"] ?? [])
            } else if case .monthsOrNever = key.shape {
            } else {
                throw refuse(form.field("value")?.missing ?? "Enter a time, such as 10 working days")
            }
        case .roles, .count, .yesNo, .choice:
            guard !values.isEmpty else { throw refuse(form.field("value")?.missing ?? "Enter a value") }
        case .rolesOrNobody, .choices, .schoolYears: break
        case .imageUses:
            values = ImagePurpose.allCases.compactMap { purpose in
                let basis = answers.values[SettingForm.name(purpose)]?.first ?? "unused"
                return basis == "unused" ? nil : "\(purpose.rawValue): \(basis)"
            }
        }
        return SettingText(values: values, clauses: answers.values["clause"] ?? [])
    }
}
