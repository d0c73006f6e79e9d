import HTML
import Office
import Policy
import Records

/// A draft's whole text: checked on demand and as it is typed, saved when it is a pack, or kept unfinished.
enum DraftTextPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, _) = try await DraftSave.open(visit, caller)
        let edition = save.draft.edition
        return .page(page(save, text: edition.text, errors: save.draft.errors, hidden: save.hidden()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, _) = try await DraftSave.open(visit, caller)
        let text = visit.form["text"]
        guard visit.form["step"] != "check" else {
            let errors = visit.office.check(text, in: visit.school)
            let page = page(save, text: text, errors: errors, hidden: save.hiddenAgain, isChecked: true)
            return errors.isEmpty ? .page(page) : .wrong(page)
        }
        var input = visit.form
        input.values["unfinished"] = [visit.form["step"] == "keep" ? "yes" : "no"]
        do {
            let outcome = try await visit.office.submit(
                Submission(
                    record: save.draft.detail.record, command: "saveDraft", input: input,
                    expected: Int64(visit.form["revision"]) ?? 0, cause: String(visit.form["once"].prefix(64))),
                as: caller)
            let notice: Notice =
                outcome.wasDoneBefore ? .before : outcome.changedNothing ? .unchanged : .savedInDraft
            return .redirect(save.url("?done=\(notice.rawValue)"))
        } catch {
            return try await again(error, save, text)
        }
    }

    /// The text as it was sent, with what is wrong; after somebody else's save, with how it differs from theirs.
    private static func again(_ error: any Error, _ save: DraftSave, _ text: String) async throws -> Reply {
        guard let error = error as? OfficeError, case .refused(let refusal) = error else { throw error }
        let errors = save.visit.office.check(text, in: save.visit.school)
        switch refusal {
        case .incomplete(let problems):
            // What is wrong with the text is told line by line beside it.
            let others = errors.isEmpty ? problems : problems.filter { $0.field != "text" }
            return .wrong(page(save, text: text, errors: errors, hidden: save.hiddenAgain, problems: others))
        case .superseded:
            let fresh = DraftSave(
                visit: save.visit, caller: save.caller,
                draft: try await save.visit.office.draft(save.draft.key, as: save.caller))
            let problem = FieldProblem(
                "",
                "Somebody saved this draft while you were writing. Your text is below, with how it differs from theirs: take over what you want to keep of theirs, then save again"
            )
            return .overtaken(
                page(
                    fresh, text: text, errors: errors, hidden: fresh.hidden(),
                    changes: LineChanges(from: fresh.draft.edition.text, to: text), problems: [problem]))
        case .notAuthorised, .wrongState, .notFound: throw refusal
        }
    }

    private struct Checked: Encodable {
        struct Fault: Encodable {
            var line: Int
            var column: Int
            var message: String
        }
        var errors: [Fault]
        var total: Int
    }

    /// What is wrong with a text, for scripts that check it while it is typed.
    @Sendable static func check(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        _ = try await DraftSave.open(visit, caller)
        let errors = visit.office.check(visit.form["text"], in: visit.school)
        return try .encoded(
            Checked(
                errors: errors.prefix(SourceErrors.most).map {
                    Checked.Fault(line: $0.line, column: $0.column, message: $0.advice)
                }, total: errors.count))
    }

    private static func page(
        _ save: DraftSave, text: String, errors: [PackError], hidden: [HiddenField], isChecked: Bool = false,
        changes: LineChanges? = nil, problems: [FieldProblem] = []
    ) -> PageShell {
        let visit = save.visit
        let fault = FieldProblem(
            "text",
            errors.count == 1 ? "One thing is wrong with the text" : "\(errors.count) things are wrong with the text")
        let all = problems + (errors.isEmpty ? [] : [fault])
        return visit.page(
            "The policy as YAML", crumbs: DraftPage.crumbs(visit, save.draft), hasProblems: !all.isEmpty
        ) {
            ErrorSummary(all.map { ErrorSummary.Item($0.message, field: $0.field.isEmpty ? nil : $0.field) })
            PageHeading(
                "The policy as YAML",
                lead: "Everything that the policy asks stands in this text. The edition in force is not touched.")
            if let changes { differences(changes) }
            HTML.form(.class("form form-wide"), .action(save.url("/text")), .method(.post), .novalidate()) {
                for field in hidden { field }
                SourceArea(
                    FieldTexts(name: "text", label: "The pack", problems: errors.isEmpty ? [] : [fault.message]),
                    value: text, check: save.url("/check"))
                div(.class("source-check"), .id("source-check"), .aria(.live, "polite")) {
                    if !errors.isEmpty {
                        SourceErrors(errors, in: text, field: "text")
                    } else if isChecked {
                        p { "Nothing is wrong with the text." }
                    }
                }
                TextInput(
                    FieldTexts(
                        name: "note", label: "What you changed", isOptional: true,
                        problems: problems.filter { $0.field == "note" }.map(\.message)),
                    value: visit.form["note"], size: .line(max: 200))
                div(.class("buttons")) {
                    button(.class("button"), .type(.submit), .name("step"), .value("save")) { "Save the draft" }
                    button(.class("button button-quiet"), .type(.submit), .name("step"), .value("check")) { "Check" }
                    if !errors.isEmpty {
                        button(.class("button button-quiet"), .type(.submit), .name("step"), .value("keep")) {
                            "Keep it unfinished"
                        }
                    }
                    Link("Cancel", save.url(""))
                }
            }
        }
    }

    @MarkupBuilder private static func differences(_ changes: LineChanges) -> Markup {
        h2 { "How your text differs from the draft as it now stands" }
        if changes.lines.isEmpty {
            p { "It does not differ." }
        } else {
            ul(.class("line-changes"), .role(.list)) {
                for line in changes.lines.prefix(200) {
                    li(.class(line.isAdded ? "line-mine" : "line-theirs")) {
                        span { line.isAdded ? "Yours, line \(line.number): " : "Theirs, line \(line.number): " }
                        code { line.text }
                    }
                }
            }
            if changes.lines.count > 200 { p { "And \(changes.lines.count - 200) lines more." } }
        }
    }
}
