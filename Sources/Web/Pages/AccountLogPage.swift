import HTML
import Office
import Policy

/// The account log, as a page, a print and a file.
enum AccountLogPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let lines = try await visit.office.accountLog(caller)
        return .page(
            visit.page("Account log", crumbs: [Link("Accounts", visit.url("/accounts"))]) {
                PageHeading(
                    "Account log", over: visit.school.name, lead: "As it stood on \(visit.now.longText).",
                    actions: [ButtonLink("Download as CSV", visit.url("/accounts/log.csv"), quiet: true)])
                DataTable(
                    caption: "Account log",
                    columns: [
                        .init("Account name"), .init("Platform"), .init("Master administration"),
                        .init("Approved posters"), .init("Opened"), .init("Closed"),
                    ],
                    rows: lines.map { line in
                        DataTable.Row([
                            Markup { Link(line.name, visit.url(line.record.pagePath)) }, Markup(line.platform),
                            Markup(line.masterAdministration.joined(separator: "; ")),
                            Markup(line.approvedPosters.joined(separator: ", ")),
                            Markup(line.opened?.longText ?? ""), Markup(line.closed?.longText ?? "Open"),
                        ])
                    },
                    whenEmpty: "No account has been opened yet. Each one that is stands here from then on.")
            })
    }

    @Sendable static func csv(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let text = CSV.accountLog(try await visit.office.accountLog(caller))
        return .bytes(
            Array(text.utf8), type: "text/csv; charset=utf-8",
            fileName: "\(visit.id)-account-log-\(visit.now.londonDay.iso).csv")
    }
}
