import HTML
import Ledger
import Office
import Policy
import Records

/// Posts that are to be taken down, and those that were.
enum TakedownsPage {
    private static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .changed, descendingByDefault: true)
        let status = Takedown.Status(rawValue: asked["status"])
        let page = try await visit.office.list(
            wanted.query(kind: .takedown, statuses: status.map { [$0.rawValue] } ?? [], pageSize: pageSize), as: caller)
        return .page(
            visit.page("Takedowns") {
                PageHeading(
                    "Takedowns",
                    lead:
                        "Published posts that must go, because somebody in them may not be shown any more, or because somebody asked."
                )
                Filters(
                    "Filter takedowns", action: visit.url("/takedowns"),
                    controls: [
                        .search(name: "q", label: "Words", value: wanted.words),
                        .select(
                            name: "status", label: "Stage",
                            options: [Choice("", "Every stage")]
                                + Takedown.Status.allCases.map { Choice($0.rawValue, $0.label.capitalisedFirst) },
                            chosen: asked["status"]),
                    ], clear: wanted.isFiltered ? Link("Clear", visit.url("/takedowns")) : nil, token: visit.token)
                DataTable(
                    caption: "Takedowns",
                    // The link of a column would have the words in its address.
                    columns: wanted.words.isEmpty
                        ? [
                            wanted.column("Post", .title, "/takedowns", visit), .init("Accounts"),
                            wanted.column("Stage", .status, "/takedowns", visit),
                            wanted.column("Last change", .changed, "/takedowns", visit),
                        ] : [.init("Post"), .init("Accounts"), .init("Stage"), .init("Last change")],
                    rows: page.rows.compactMap { row in
                        guard let record = RecordID(row.record) else { return nil }
                        return DataTable.Row([
                            Markup { Link(post(row.title), visit.url(record.pagePath)) }, Markup(row.subtitle),
                            Markup { TakedownPage.tag(row.status) },
                            Markup(Instant(seconds: row.changed).londonDay.longText),
                        ])
                    },
                    whenEmpty: wanted.isFiltered
                        ? "Nothing matches. Clear the filter to see them all."
                        : "Nothing is to be taken down. When a child may not be shown any more, what was published with them stands here."
                )
                wanted.pages(
                    page.total, size: pageSize, "/takedowns", visit, more: "Say more words, or choose a stage.")
            })
    }

    /// In a list of takedowns each is told by its post alone.
    private static func post(_ title: String) -> String {
        let before = "Take down: "
        return title.hasPrefix(before) ? String(title.dropFirst(before.count)) : title
    }
}
