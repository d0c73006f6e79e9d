import HTML
import Ledger
import Office
import Policy
import Records

/// Posts that are to be taken down, and those that were.
enum TakedownsPage {
    private static let pageSize = 50

    @Sendable static func list(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        // Words of a post that must go may be a child's name, which stands in no address.
        var asked = visit.query
        asked.values["q"] = nil
        return try await page(asked, visit, caller)
    }

    /// The same list, for a form that may hold a child's name.
    @Sendable static func find(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await page(Input(visit.form.values.filter { ["q", "status"].contains($0.key) }), visit, caller)
    }

    private static func page(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
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
                if !wanted.words.isEmpty, page.total > pageSize {
                    p { "These are the first \(pageSize) of \(page.total). Say more words, or choose a stage." }
                } else {
                    Pagination(page: wanted.page, pages: (page.total + pageSize - 1) / pageSize) {
                        visit.url(wanted.href("/takedowns", page: $0))
                    }
                }
            })
    }

    /// In a list of takedowns each is told by its post alone.
    private static func post(_ title: String) -> String {
        let before = "Take down: "
        return title.hasPrefix(before) ? String(title.dropFirst(before.count)) : title
    }
}
