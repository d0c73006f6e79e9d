import HTML
import Ledger
import Office
import Policy
import Records

/// The answers that were kept: one's own, and everybody's for those who see them all.
enum AnswersPage {
    private static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .changed, descendingByDefault: true)
        let status = statuses.first { $0.value == asked["status"] }
        let isMine = asked["whose"] == "mine"
        let page = try await visit.office.list(
            wanted.query(
                kind: .answer, statuses: status.map { [$0.value] } ?? [],
                facets: isMine ? [Facet("person", caller.person.rawValue)] : [], pageSize: pageSize), as: caller)
        let isFiltered = !wanted.words.isEmpty || status != nil || isMine
        return .page(
            visit.page("Answers kept", crumbs: [Link("Ask", visit.url("/ask"))]) {
                PageHeading(
                    "Answers kept",
                    lead: "Each stands as it was given, with the edition of the policy that it rests on.",
                    actions: [ButtonLink("Ask “May I…?”", visit.url("/ask"))])
                Filters(
                    "Filter answers", action: visit.url("/answers"),
                    controls: [
                        .search(name: "q", label: "Question or note", value: wanted.words),
                        .select(
                            name: "status", label: "Answer", options: [Choice("", "Every answer")] + statuses,
                            chosen: asked["status"]),
                    ] + (seesAll(caller) ? [whose(isMine)] : []),
                    clear: isFiltered ? Link("Clear", visit.url("/answers")) : nil, token: visit.token)
                table(page, wanted, isFiltered, visit)
                wanted.pages(
                    page.total, size: pageSize, "/answers", visit, more: "Say more words, or choose an answer.")
            })
    }

    private static func seesAll(_ caller: Caller) -> Bool { !caller.roles.isDisjoint(with: [.headteacher, .dsl]) }

    private static func whose(_ isMine: Bool) -> Filters.Control {
        .select(
            name: "whose", label: "Whose", options: [Choice("", "Everybody’s"), Choice("mine", "My own")],
            chosen: isMine ? "mine" : "")
    }

    private static let statuses =
        Verdict.allCases.map { Choice($0.rawValue, $0.label) } + [Choice(KeptAnswer.unsettled, "It depends")]

    private static func table(
        _ page: RecordPage, _ wanted: ListRequest, _ isFiltered: Bool, _ visit: Visit
    ) -> DataTable {
        DataTable(
            caption: "Answers kept",
            columns: [
                wanted.column("Question", .title, "/answers", visit),
                wanted.column("Answer", .status, "/answers", visit), .init("Edition"),
                wanted.column("Kept", .changed, "/answers", visit),
            ],
            rows: page.rows.compactMap { row in
                guard let record = RecordID(row.record) else { return nil }
                return DataTable.Row([
                    Markup { Link(row.title, visit.url(record.pagePath)) }, Markup { tag(row.status) },
                    Markup(row.subtitle), Markup(Instant(seconds: row.changed).londonDay.longText),
                ])
            },
            whenEmpty: isFiltered
                ? "No answer matches. Clear the filter to see them all."
                : "No answers are kept yet. Ask, and keep an answer that you may need to show later.")
    }

    static func tag(_ status: String) -> Tag {
        switch Verdict(rawValue: status) {
        case .prohibited: Tag("Not allowed", .bad)
        case .needsApproval: Tag("Needs approval first", .waiting)
        case .required: Tag("Required", .info)
        case .permitted: Tag("Allowed", .good)
        case .notCovered: Tag("The policy does not say", .quiet)
        case nil: Tag("It depends", .quiet)
        }
    }
}
