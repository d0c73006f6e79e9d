import HTML
import Ledger
import Office
import Policy
import Records

/// The list of accounts, with filters, sorting and pages.
enum AccountsPage {
    static let pageSize = 50

    @Sendable static func list(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(visit, defaultOrder: .changed, descendingByDefault: true)
        let status = Account.Status(rawValue: visit.query["status"])
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
                        .search(name: "q", label: "Name or platform", value: visit.query["q"]),
                        .select(
                            name: "status", label: "Stage",
                            options: [Choice("", "Every stage")]
                                + Account.Status.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: visit.query["status"]),
                    ], clear: visit.query["q"].isEmpty && status == nil ? nil : Link("Clear", visit.url("/accounts")))
                table(page, wanted, visit)
                Pagination(page: wanted.page, pages: (page.total + pageSize - 1) / pageSize) {
                    visit.url(wanted.href("/accounts", page: $0))
                }
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

/// What a list page was asked for, from its address.
struct ListRequest: Sendable {
    let words: String
    let order: RecordQuery.Order
    let descending: Bool
    let page: Int
    private let values: Input
    let isFiltered: Bool

    init(_ visit: Visit, defaultOrder: RecordQuery.Order, descendingByDefault: Bool = false) {
        self.init(visit.query, defaultOrder: defaultOrder, descendingByDefault: descendingByDefault)
    }

    /// - Parameter values: what was asked, of an address or of a form.
    init(_ values: Input, defaultOrder: RecordQuery.Order, descendingByDefault: Bool = false) {
        self.values = values
        words = values["q"].trimmed
        order = RecordQuery.Order(rawValue: values["sort"]) ?? defaultOrder
        descending = values["sort"].isEmpty ? descendingByDefault : values["way"] == "down"
        page = max(1, min(Int(values["page"]) ?? 1, 100_000))
        isFiltered = !words.isEmpty || !values["status"].isEmpty || !values["role"].isEmpty
    }

    func query(kind: Kind, statuses: [String], facets: [Facet] = [], pageSize: Int) -> RecordQuery {
        RecordQuery(
            kind: kind.rawValue, statuses: statuses, facets: facets, words: words, audience: [], order: order,
            descending: descending,
            offset: (page - 1) * pageSize, limit: pageSize)
    }

    func href(_ path: String, page: Int) -> String {
        var values = values
        values.values["page"] = ["\(page)"]
        values.values["done"] = nil
        return "\(path)?\(values.urlEncoded)"
    }

    /// A heading that sorts by its column, and the other way when it is sorted by already.
    func column(_ title: String, _ order: RecordQuery.Order, _ path: String, _ visit: Visit) -> DataTable.Column {
        var values = values
        let isCurrent = order == self.order
        values.values["sort"] = [order.rawValue]
        values.values["way"] = [isCurrent && !descending ? "down" : "up"]
        values.values["page"] = nil
        values.values["done"] = nil
        return .init(
            title, sortHref: visit.url("\(path)?\(values.urlEncoded)"),
            order: isCurrent ? (descending ? .descending : .ascending) : nil)
    }
}
