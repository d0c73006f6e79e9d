package import Policy

/// How one kind of check of posts is done, as a form.
package struct CheckForm: Sendable {
    package let kind: CheckKind
    package let pack: Pack

    package init(_ kind: CheckKind, in pack: Pack) {
        self.kind = kind
        self.pack = pack
    }

    /// What the pack lays down; nil where it is silent.
    package var laidDown: CheckSetting? {
        let setting = pack.check(kind)
        return setting.isDefault ? nil : setting
    }

    package var form: Form {
        Form(
            "check", title: kind.label,
            intro: laidDown == nil
                ? "The policy in this draft says nothing of it, so Hornbook’s own way holds: \(pack.check(kind).severity.label)."
                : "",
            button: "Save in the draft",
            fields: [
                Field(
                    "source", "Who says so",
                    .choice([
                        Choice("policy", "The policy lays it down, as follows"),
                        Choice("default", "The policy is silent: Hornbook’s own way holds"),
                    ]), missing: "Say whether the policy lays it down"),
                Field(
                    "severity", "What comes of it when it is found",
                    .choice(offered.map { Choice($0.rawValue, CheckForm.sentence($0.label)) }), required: false,
                    missing: "Choose what comes of it"),
                Field(
                    "clause", "Clauses that say so",
                    .choices(pack.clauses.map { Choice($0.id, "\($0.id), \($0.place)", hint: $0.says) }),
                    required: false, missing: "Choose clauses"),
            ])
    }

    /// Severities that the pack may have for it, with the settings that it has.
    private var offered: [Severity] { Severity.allCases.filter { kind.fault($0, in: pack) == nil } }
    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    package var prefill: Input {
        guard let laidDown else { return Input(["source": ["default"]]) }
        return Input(["source": ["policy"], "severity": [laidDown.severity.rawValue], "clause": laidDown.clauses])
    }

    /// The check as it was filled in; nil for none, so that Hornbook's own severity holds.
    ///
    /// - Throws: ``Refusal/incomplete(_:)`` with every field at fault.
    package func filledIn(_ input: Input) throws(Refusal) -> CheckSetting? {
        let form = form
        let answers = try form.answers(to: input, people: FormPeople())
        guard answers.text("source") == "policy" else { return nil }
        guard let severity = (answers.values["severity"]?.first).flatMap(Severity.init(rawValue:)) else {
            throw .incomplete([FieldProblem("severity", form.field("severity")?.missing ?? "")])
        }
        return CheckSetting(severity: severity, clauses: answers.values["clause"] ?? [])
    }
}
