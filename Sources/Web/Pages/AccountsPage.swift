import HTML
import Ledger
import Office
import Policy
import Records

/// The list of accounts, with filters, sorting and pages.
enum AccountsPage {
    static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .changed, descendingByDefault: true)
        let status = Account.Status(rawValue: asked["status"])
        let page = try await visit.office.list(
            wanted.query(kind: .account, statuses: status.map { [$0.rawValue] } ?? [], pageSize: pageSize), as: caller)
        let desk = try await visit.office.commands(.account, as: caller)
        return .page(
            visit.page("Accounts") {
                PageHeading(
                    "Accounts", lead: "Social media accounts in the school’s name.", actions: actions(visit, desk))
                Filters(
                    "Filter accounts", action: visit.url("/accounts"),
                    controls: [
                        .search(name: "q", label: "Name or platform", value: wanted.words),
                        .select(
                            name: "status", label: "Stage",
                            options: [Choice("", "Every stage")]
                                + Account.Status.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: asked["status"]),
                    ], clear: wanted.words.isEmpty && status == nil ? nil : Link("Clear", visit.url("/accounts")),
                    token: visit.token)
                table(page, wanted, visit)
                wanted.pages(
                    page.total, size: pageSize, "/accounts", visit, more: "Say more of the name, or choose a stage.")
            })
    }

    private static func actions(_ visit: Visit, _ commands: [String]) -> [ButtonLink] {
        var actions: [ButtonLink] = []
        if commands.contains("apply") {
            actions.append(ButtonLink("Apply for an account", visit.url("/accounts/new/apply")))
        }
        if commands.contains("reportUnofficial") {
            actions.append(
                ButtonLink("Report one that is not ours", visit.url("/accounts/new/reportUnofficial"), quiet: true))
        }
        return actions + [ButtonLink("Account log", visit.url("/accounts/log"), quiet: true)]
    }

    private static func table(_ page: RecordPage, _ wanted: ListRequest, _ visit: Visit) -> DataTable {
        DataTable(
            caption: "Accounts",
            columns: [
                wanted.column("Account", .title, "/accounts", visit),
                wanted.column("Stage", .status, "/accounts", visit),
                wanted.column("Last change", .changed, "/accounts", visit),
            ],
            rows: page.rows.compactMap { row in
                guard let record = RecordID(row.record) else { return nil }
                return DataTable.Row([
                    Markup { Link(row.title, visit.url(record.pagePath)) }, Markup { AccountPage.tag(row.status) },
                    Markup(Instant(seconds: row.changed).londonDay.longText),
                ])
            },
            whenEmpty: wanted.isFiltered
                ? "No account matches. Clear the filter to see them all."
                : "No accounts yet. Apply for one, and leadership decides.")
    }
}
