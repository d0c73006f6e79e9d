import HTML
import Office
import Policy
import Records

/// A list of people: sent, read back with what is wrong with each line, then confirmed. Nothing is recorded before that.
enum ImportPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply { .page(page(visit)) }

    @Sendable static func preview(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let file = visit.files["file"] ?? ""
        let text = file.trimmed.isEmpty ? visit.form["sheet"] : file
        guard !text.trimmed.isEmpty else {
            return .wrong(page(visit, problems: [FieldProblem("sheet", "Choose a file, or paste the list")]))
        }
        let sheet = try await visit.office.preview(text, as: caller)
        guard sheet.faults.isEmpty else {
            let problems = sheet.faults.map {
                FieldProblem(
                    "sheet",
                    $0.column.isEmpty
                        ? "Line \($0.line): \($0.message)" : "Line \($0.line), \($0.column): \($0.message)")
            }
            return .wrong(page(visit, text: text, problems: problems))
        }
        return .page(
            visit.page("Check the list", crumbs: crumbs(visit)) {
                PageHeading(
                    "Check the list",
                    lead:
                        "\(sheet.entries.count) \(sheet.entries.count == 1 ? "person" : "people") will be added. Nobody has been added yet."
                )
                DataTable(
                    caption: "People to be added",
                    columns: [.init("Name"), .init("E-mail address"), .init("Roles"), .init("First day")],
                    rows: sheet.entries.map { entry in
                        DataTable.Row([
                            Markup(entry.particulars.name), Markup(entry.particulars.email),
                            Markup(entry.particulars.roles.map(\.label).joined(separator: ", ")),
                            Markup(entry.firstDay.longText),
                        ])
                    }, whenEmpty: "Nobody.")
                HTML.form(.class("form"), .action(visit.url("/people/import/confirm")), .method(.post)) {
                    HiddenField("csrf", visit.token)
                    HiddenField("once", visit.office.newID())
                    HiddenField("sheet", text)
                    div(.class("buttons")) {
                        button(.class("button"), .type(.submit)) { "Add these people" }
                        Link("Cancel", visit.url("/people"))
                    }
                }
            })
    }

    @Sendable static func confirm(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        do {
            let count = try await visit.office.importPeople(
                visit.form["sheet"], cause: String(visit.form["once"].prefix(64)), as: caller)
            return .redirect(visit.url("/people?done=\((count == 0 ? Notice.importedBefore : .imported).rawValue)"))
        } catch {
            guard let problems = error.problems else { throw error }
            return .wrong(page(visit, text: visit.form["sheet"], problems: problems))
        }
    }

    private static func crumbs(_ visit: Visit) -> [Link] { [Link("People", visit.url("/people"))] }

    private static func page(
        _ visit: Visit, text: String = "", problems: [FieldProblem] = []
    ) -> PageShell {
        visit.page("Import people", crumbs: crumbs(visit), hasProblems: !problems.isEmpty) {
            ErrorSummary(problems.map { ErrorSummary.Item($0.message, field: "sheet") })
            PageHeading(
                "Import people",
                lead:
                    "A CSV file, as a spreadsheet saves it. You see every line before anybody is added; while one line is wrong, nobody is."
            )
            HTML.form(.class("form"), .action(visit.url("/people/import")), .method(.post), .enctype(.multipart)) {
                HiddenField("csrf", visit.token)
                FileInput(
                    FieldTexts(
                        name: "file", label: "CSV file",
                        hint:
                            "The first line names the columns: name, email, roles, first day. Several roles have semicolons between them; first day may be left empty for today.",
                        isOptional: true), accept: ".csv,text/csv")
                TextArea(
                    FieldTexts(
                        name: "sheet", label: "Or paste the list", isOptional: true,
                        problems: problems.isEmpty ? [] : ["Mend the lines named above"]),
                    value: text.isEmpty ? "name,email,roles,first day\n" : text, max: 200_000)
                details {
                    summary { "Roles that can be used" }
                    ul { for role in Role.allCases { li { "\(role.rawValue): \(role.label)" } } }
                }
                div(.class("buttons")) {
                    button(.class("button"), .type(.submit)) { "Check the list" }
                    Link("Cancel", visit.url("/people"))
                }
            }
        }
    }
}
