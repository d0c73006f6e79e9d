import HTML
import Ledger
import Office
import Policy
import Records

/// Questions to the headteacher, and departures from the policy: one's own, and those that one answers.
enum JudgementsPage {
    private static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .changed, descendingByDefault: true)
        let status = Judgement.Status(rawValue: asked["status"])
        let origin = origins.first { $0.value == asked["origin"] }?.value
        let page = try await visit.office.list(
            wanted.query(
                kind: .judgement, statuses: status.map { [$0.rawValue] } ?? [],
                facets: origin.map { [Facet("origin", $0)] } ?? [], pageSize: pageSize), as: caller)
        let commands = try await visit.office.commands(.judgement, as: caller)
        let isFiltered = !wanted.words.isEmpty || status != nil || origin != nil
        return .page(
            visit.page("Questions and departures", crumbs: [Link("Ask", visit.url("/ask"))]) {
                PageHeading(
                    "Questions and departures",
                    lead:
                        "What the policy leaves open, and what is done outside it. You see your own, and those that you "
                        + "answer.",
                    actions: actions(visit, commands))
                Filters(
                    "Filter questions and departures", action: visit.url("/judgements"),
                    controls: [
                        .search(name: "q", label: "Words", value: wanted.words),
                        .select(
                            name: "origin", label: "Which", options: [Choice("", "Both")] + origins,
                            chosen: origin ?? ""),
                        .select(
                            name: "status", label: "Stage",
                            options: [Choice("", "Every stage")]
                                + Judgement.Status.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: asked["status"]),
                    ], clear: isFiltered ? Link("Clear", visit.url("/judgements")) : nil, token: visit.token)
                table(page, wanted, isFiltered, visit)
                wanted.pages(
                    page.total, size: pageSize, "/judgements", visit, more: "Say more words, or choose a stage.")
            })
    }

    private static let origins = [Choice("question", "Questions"), Choice("departure", "Departures")]

    private static func actions(_ visit: Visit, _ commands: [String]) -> [ButtonLink] {
        var actions: [ButtonLink] = []
        if commands.contains("ask") {
            actions.append(ButtonLink("Ask the headteacher", visit.url("/judgements/new/ask")))
        }
        if commands.contains("tell") {
            actions.append(ButtonLink("Tell of a departure", visit.url("/judgements/new/tell"), quiet: true))
        }
        return actions
    }

    private static func table(
        _ page: RecordPage, _ wanted: ListRequest, _ isFiltered: Bool, _ visit: Visit
    ) -> DataTable {
        DataTable(
            caption: "Questions and departures",
            columns: [
                wanted.column("About", .title, "/judgements", visit),
                wanted.column("Stage", .status, "/judgements", visit),
                wanted.column("Last change", .changed, "/judgements", visit),
            ],
            rows: page.rows.compactMap { row in
                guard let record = RecordID(row.record) else { return nil }
                return DataTable.Row([
                    Markup { Link(row.title, visit.url(record.pagePath)) }, Markup { JudgementPage.tag(row.status) },
                    Markup(Instant(seconds: row.changed).londonDay.longText),
                ])
            },
            whenEmpty: isFiltered
                ? "Nothing matches. Clear the filter to see them all."
                : "Nothing yet. Where the policy does not say, ask the headteacher here.")
    }
}
