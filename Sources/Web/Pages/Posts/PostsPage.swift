import HTML
import Ledger
import Office
import Policy
import Records

/// The posts that somebody may see: drafts that they write or approve, and what the school has published.
enum PostsPage {
    private static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .changed, descendingByDefault: true)
        let status = Post.Status(rawValue: asked["status"])
        let (account, author) = (asked["account"], asked["author"])
        let facets = [("account", account), ("author", author)].filter { !$0.1.isEmpty }.map { Facet($0.0, $0.1) }
        let page = try await visit.office.list(
            wanted.query(
                kind: .post, statuses: status.map { [$0.rawValue] } ?? [], facets: facets, pageSize: pageSize),
            as: caller)
        let accounts = try await visit.office.list(
            RecordQuery(kind: Kind.account.rawValue, statuses: ["open", "closed"], audience: [], limit: 200),
            as: caller)
        let people = try await visit.office.directory(visit.id).filter(\.isHere)
        let mayWrite = try await visit.office.openAccounts(as: caller).contains(where: \.mayWrite)
        let isFiltered = !wanted.words.isEmpty || status != nil || !facets.isEmpty
        return .page(
            visit.page("Posts") {
                PageHeading(
                    "Posts",
                    lead: "What is published on the school’s accounts, and what you write or approve.",
                    actions: (mayWrite ? [ButtonLink("Write a post", visit.url("/posts/new/start"))] : [])
                        + [ButtonLink("Calendar", visit.url("/posts/calendar"), quiet: true)])
                if !mayWrite {
                    p {
                        "You run none of the school’s open accounts, so you cannot write a post. "
                        Link("Whom to ask", visit.url("/posts/new/start"))
                    }
                }
                Filters(
                    "Filter posts", action: visit.url("/posts"),
                    controls: [
                        .search(name: "q", label: "Words", value: wanted.words),
                        .select(
                            name: "status", label: "Stage",
                            options: [Choice("", "Every stage")]
                                + Post.Status.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: asked["status"]),
                        .select(
                            name: "account", label: "Account",
                            options: [Choice("", "Every account")]
                                + accounts.rows.compactMap { row in
                                    RecordID(row.record).map { Choice($0.key, row.title) }
                                },
                            chosen: account),
                        .select(
                            name: "author", label: "Author",
                            options: [Choice("", "Everybody")] + people.map { Choice($0.id.rawValue, $0.name) },
                            chosen: author),
                    ], clear: isFiltered ? Link("Clear", visit.url("/posts")) : nil, token: visit.token)
                table(page, wanted, isFiltered, visit)
                wanted.pages(
                    page.total, size: pageSize, "/posts", visit, more: "Say more words, or choose a stage.")
            })
    }

    private static func table(
        _ page: RecordPage, _ wanted: ListRequest, _ isFiltered: Bool, _ visit: Visit
    ) -> DataTable {
        DataTable(
            caption: "Posts",
            // The link of a column would have the words in its address.
            columns: !wanted.words.isEmpty
                ? [.init("Post"), .init("Stage"), .init("Last change")]
                : [
                    wanted.column("Post", .title, "/posts", visit), wanted.column("Stage", .status, "/posts", visit),
                    wanted.column("Last change", .changed, "/posts", visit),
                ],
            rows: page.rows.compactMap { row in
                guard let record = RecordID(row.record) else { return nil }
                return DataTable.Row([
                    Markup { Link(row.title, visit.url(record.pagePath)) }, Markup { PostPage.tag(row.status) },
                    Markup(Instant(seconds: row.changed).londonDay.longText),
                ])
            },
            whenEmpty: isFiltered
                ? "Nothing matches. Clear the filter to see them all."
                : "There are no posts that you can see. Whoever runs one of the school’s accounts can write one here.")
    }
}
