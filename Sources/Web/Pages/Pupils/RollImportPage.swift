import HTML
import Office
import Policy
import Records

/// The roll: sent as CSV or OneRoster, shown with what it would change, then confirmed. Nothing is recorded before that.
enum RollImportPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply { .page(page(visit)) }

    @Sendable static func preview(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let file = visit.uploads["file"] ?? []
        var text = visit.form["sheet"]
        if file.starts(with: [0x50, 0x4B]) {
            do { text = try OneRoster.roll(file) } catch {
                return .wrong(page(visit, text: visit.form["sheet"], problems: [error.message], isOfFile: true))
            }
        } else if !file.isEmpty {
            guard let read = String(validating: file, as: UTF8.self) else {
                return .wrong(
                    page(
                        visit, text: visit.form["sheet"],
                        problems: ["The file is neither a zip nor UTF-8 text. Save it as “CSV UTF-8”"], isOfFile: true))
            }
            text = read
        }
        guard !text.trimmed.isEmpty else {
            return .wrong(page(visit, problems: ["Choose a file, or paste the list"], isOfFile: true))
        }
        let (sheet, changes) = try await visit.office.previewRoll(text, as: caller)
        guard changes.faults.isEmpty else {
            return .wrong(page(visit, text: text, problems: changes.faults.map(\.text)))
        }
        return .page(check(visit, text, sheet, changes))
    }

    private static func check(_ visit: Visit, _ text: String, _ sheet: RollSheet, _ changes: RollChanges) -> PageShell {
        visit.page("Check the roll", crumbs: crumbs(visit)) {
            PageHeading("Check the roll", lead: "Nothing has been recorded yet.")
            Figures([
                .init("\(changes.new.count)", "new"), .init("\(changes.changed.count)", "changed"),
                .init("\(changes.unchanged)", "as they were"), .init("\(changes.absent.count)", "not on the list"),
            ])
            if !sheet.dropped.isEmpty {
                p {
                    "These columns are left out, since Hornbook has no use for them: \(sheet.dropped.joined(separator: ", "))."
                }
            }
            if !changes.new.isEmpty {
                h2 { "New" }
                DataTable(
                    caption: "New pupils",
                    columns: [
                        .init("Name"), .init("Class"), .init("Year"), .init("Answers on images"),
                    ],
                    rows: changes.new.map { entry in
                        DataTable.Row([
                            Markup(entry.particulars.name), Markup(entry.particulars.className),
                            Markup(entry.particulars.year.map(Pupil.yearLabel) ?? ""),
                            Markup(entry.consents.isEmpty ? "None" : "\(entry.consents.count)"),
                        ])
                    }, whenEmpty: "")
            }
            if !changes.changed.isEmpty {
                h2 { "Changed" }
                DataTable(
                    caption: "Changed pupils", columns: [.init("Name"), .init("What changes")],
                    rows: changes.changed.map {
                        DataTable.Row([Markup($0.name), Markup($0.what.joined(separator: "; "))])
                    }, whenEmpty: "")
            }
            confirmForm(visit, text, changes)
        }
    }

    private static func confirmForm(_ visit: Visit, _ text: String, _ changes: RollChanges) -> Markup {
        HTML.form(.class("form"), .action(visit.url("/pupils/import/confirm")), .method(.post)) {
            HiddenField("csrf", visit.token)
            HiddenField("once", visit.office.newID())
            HiddenField("sheet", text)
            if !changes.absent.isEmpty {
                h2 { "Not on the list" }
                ul(.class("in-columns")) { for absent in changes.absent { li { absent.name } } }
                RadioGroup(
                    FieldTexts(
                        name: "leavers", label: "Have they left?",
                        hint: "What was published with a leaver is to be taken down as the policy says."),
                    options: [
                        Choice("no", "No: the list is only a part of the school"),
                        Choice("yes", "Yes: record that all of them have left today"),
                    ], chosen: "no")
            }
            div(.class("buttons")) {
                button(.class("button"), .type(.submit)) { "Record this" }
                Link("Cancel", visit.url("/pupils"))
            }
        }
    }

    @Sendable static func confirm(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        do {
            let count = try await visit.office.importRoll(
                visit.form["sheet"], leavers: visit.form["leavers"] == "yes",
                cause: String(visit.form["once"].prefix(64)), as: caller)
            return .redirect(visit.url("/pupils?done=\((count == 0 ? Notice.unchanged : .rollImported).rawValue)"))
        } catch {
            guard let problems = error.problems else { throw error }
            return .wrong(page(visit, text: visit.form["sheet"], problems: problems.map(\.message)))
        }
    }

    private static func crumbs(_ visit: Visit) -> [Link] { [Link("Pupils", visit.url("/pupils"))] }

    private static func page(_ visit: Visit, text: String = "", problems: [String] = [], isOfFile: Bool = false)
        -> PageShell
    {
        let heading = RollSheet.columns.joined(separator: ",")
        return visit.page("Import the roll", crumbs: crumbs(visit), hasProblems: !problems.isEmpty) {
            ErrorSummary(problems.map { ErrorSummary.Item($0, field: isOfFile ? "file" : "sheet") })
            PageHeading(
                "Import the roll",
                lead:
                    "A CSV file as a spreadsheet saves it, or a OneRoster zip from your management information system. You see every change before anything is recorded; while one line is wrong, nothing is."
            )
            HTML.form(.class("form"), .action(visit.url("/pupils/import")), .method(.post), .enctype(.multipart)) {
                HiddenField("csrf", visit.token)
                FileInput(
                    FieldTexts(
                        name: "file", label: "CSV or OneRoster file",
                        hint:
                            "Of a CSV file the first line names the columns, in any order: \(RollSheet.columns.joined(separator: ", ")). Other columns are left out.",
                        problems: isOfFile ? problems : []), accept: ".csv,.zip,text/csv,application/zip")
                TextArea(
                    FieldTexts(
                        name: "sheet", label: "Or paste the list",
                        problems: problems.isEmpty || isOfFile ? [] : ["Mend what is named above"]),
                    value: text.trimmed.isEmpty ? "\(heading)\n" : text, max: 1_000_000)
                details {
                    summary { "Bringing over consent that you have" }
                    p {
                        "Add a column for each purpose with yes or no in it: \(RollSheet.consentColumns.joined(separator: ", ")). Beside them “consent date” and “consent by” say when and who. An empty cell is no answer."
                    }
                }
                div(.class("buttons")) {
                    button(.class("button"), .type(.submit)) { "Check the list" }
                    Link("Cancel", visit.url("/pupils"))
                }
            }
        }
    }
}
