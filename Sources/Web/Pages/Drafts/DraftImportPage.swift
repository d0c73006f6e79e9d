import HTML
import Office
import Policy
import Records

/// A pack from a file becomes a draft, or comes back with everything that is wrong with it.
enum DraftImportPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        .page(page(visit, text: "", once: visit.office.newID()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let file = visit.files["file"] ?? ""
        let text = plain(file.trimmed.isEmpty ? visit.form["text"] : file)
        let once = String(visit.form["once"].prefix(64))
        // Bytes that are not UTF-8 were read as this mark.
        guard !text.unicodeScalars.contains("\u{FFFD}") else {
            let problem = FieldProblem("file", "The file is not UTF-8 text. Save it as UTF-8, then choose it again")
            return .wrong(page(visit, text: "", once: once, problems: [problem]))
        }
        var input = visit.form
        input.values["text"] = [text]
        let record = visit.office.namedRecord(.edition, by: "\(caller.person) \(once)")
        do {
            guard !text.trimmed.isEmpty else {
                throw OfficeError.refused(.incomplete([FieldProblem("file", "Choose a file, or paste the pack")]))
            }
            let outcome = try await visit.office.submit(
                Submission(record: record, command: "startDraft", input: input, expected: 0, cause: once), as: caller)
            let notice: Notice = outcome.wasDoneBefore ? .before : .recorded
            return .redirect(visit.url("\(record.pagePath)/impact?done=\(notice.rawValue)"))
        } catch {
            guard let refused = error as? OfficeError, case .refused(.incomplete(let problems)) = refused else {
                throw error
            }
            return .wrong(page(visit, text: text, once: once, problems: problems))
        }
    }

    /// Ends of lines as the rest of the site has them, and no byte order mark.
    private static func plain(_ text: String) -> String {
        let text = text.replacing("\r\n", with: "\n")
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func page(_ visit: Visit, text: String, once: String, problems: [FieldProblem] = []) -> PageShell {
        let errors = text.trimmed.isEmpty ? [] : visit.office.check(text, in: visit.school)
        let fault = FieldProblem(
            "text",
            errors.count == 1 ? "One thing is wrong with the file" : "\(errors.count) things are wrong with the file")
        let shown = errors.isEmpty ? problems : problems.filter { $0.field != "text" } + [fault]
        func messages(_ name: String) -> [String] { shown.filter { $0.field == name }.map(\.message) }
        return visit.page("Import a pack", crumbs: DraftPage.crumbs(visit), hasProblems: !shown.isEmpty) {
            ErrorSummary(shown.map { ErrorSummary.Item($0.message, field: $0.field.isEmpty ? nil : $0.field) })
            PageHeading(
                "Import a pack",
                lead: "A pack of this school as a YAML file becomes a draft. You then see what it would change.")
            HTML.form(
                .class("form form-wide"), .action(visit.url("/policy/drafts/import")), .method(.post),
                .enctype(.multipart), .novalidate()
            ) {
                for field in visit.hidden { field }
                HiddenField("once", once)
                TextInput(
                    FieldTexts(name: "title", label: "Title", problems: messages("title")), value: visit.form["title"])
                TextArea(
                    FieldTexts(name: "reason", label: "Why the policy changes", problems: messages("reason")),
                    value: visit.form["reason"], max: 2000)
                FileInput(
                    FieldTexts(
                        name: "file", label: "YAML file", hint: "UTF-8 text of at most a megabyte.", isOptional: true,
                        problems: messages("file")),
                    accept: ".yaml,.yml,application/yaml,text/yaml")
                SourceArea(
                    FieldTexts(
                        name: "text", label: "Or paste the pack", isOptional: true, problems: messages("text")),
                    value: text)
                if !errors.isEmpty {
                    div(.class("source-check")) { SourceErrors(errors, in: text, field: "text") }
                }
                div(.class("buttons")) {
                    button(.class("button"), .type(.submit)) { "Import as a draft" }
                    Link("Cancel", visit.url("/policy/drafts"))
                }
            }
        }
    }
}
