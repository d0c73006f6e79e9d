import HTML
import Ledger
import Office
import Policy
import Records

enum PeoplePage {
    private static let pageSize = 50

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .title)
        let role = Role(rawValue: asked["role"])
        let isHere = asked["status"] != "left"
        let page = try await visit.office.list(
            wanted.query(
                kind: .person, statuses: [isHere ? "here" : "left"],
                facets: role.map { [Facet("role", $0.rawValue)] } ?? [], pageSize: pageSize),
            as: caller)
        let commands = try await visit.office.commands(.person, as: caller)
        return .page(
            visit.page("People") {
                PageHeading(
                    "People", lead: "Everybody who works for, governs or helps the school.",
                    actions: commands.contains("join")
                        ? [
                            ButtonLink("Add a person", visit.url("/people/new/join")),
                            ButtonLink("Import a list", visit.url("/people/import"), quiet: true),
                        ] : [])
                Filters(
                    "Filter people", action: visit.url("/people"),
                    controls: [
                        .search(name: "q", label: "Name", value: wanted.words),
                        .select(
                            name: "role", label: "Role",
                            options: [Choice("", "Every role")] + Role.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: asked["role"]),
                        .select(
                            name: "status", label: "Who",
                            options: [Choice("", "Here now"), Choice("left", "Has left")], chosen: asked["status"]
                        ),
                    ], clear: wanted.isFiltered ? Link("Clear", visit.url("/people")) : nil, token: visit.token)
                DataTable(
                    caption: "People", columns: [wanted.column("Name", .title, "/people", visit), .init("Roles")],
                    rows: page.rows.compactMap { row in
                        RecordID(row.record).map { record in
                            DataTable.Row([
                                Markup { Link(row.title, visit.url(record.pagePath)) }, Markup(row.subtitle),
                            ])
                        }
                    },
                    whenEmpty: wanted.isFiltered || !isHere
                        ? "Nobody matches. Clear the filter to see everybody."
                        : "Nobody is on record yet. Add a person, or import a list.")
                wanted.pages(
                    page.total, size: pageSize, "/people", visit, more: "Say more of the name, or choose a role.")
            })
    }
}
