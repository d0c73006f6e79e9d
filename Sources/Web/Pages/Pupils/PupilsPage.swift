import HTML
import Ledger
import Office
import Policy
import Records

/// The pupils, with what may be shown of each. Why something may not be shown is on no page of this list.
enum PupilsPage {
    private static let pageSize = 100

    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(asked, defaultOrder: .title)
        let cards = try await visit.office.pupilCards(visit.id)
        let classes = Set(cards.map(\.className)).subtracting([""]).sorted()
        let className = classes.first { $0 == asked["class"] }
        let year = (0...6).first { "\($0)" == asked["year"] }
        let isHere = asked["status"] != "left"
        let facets = [className.map { Facet("class", $0) }, year.map { Facet("year", "\($0)") }].compactMap(\.self)
        let page = try await visit.office.list(
            wanted.query(kind: .pupil, statuses: [isHere ? "here" : "left"], facets: facets, pageSize: pageSize),
            as: caller)
        let isFiltered = wanted.isFiltered || !facets.isEmpty
        let known = Dictionary(cards.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        let actions = try await actions(visit, caller)
        return .page(
            visit.page("Pupils") {
                PageHeading(
                    "Pupils", lead: "Who may be shown where. Nothing else is kept of a child than stands here.",
                    actions: actions)
                Filters(
                    "Filter pupils", action: visit.url("/pupils"),
                    controls: [
                        .search(name: "q", label: "Name", value: wanted.words),
                        .select(
                            name: "class", label: "Class",
                            options: [Choice("", "Every class")] + classes.map { Choice($0, $0) },
                            chosen: className ?? ""),
                        .select(
                            name: "year", label: "Year",
                            options: [Choice("", "Every year")] + (0...6).map { Choice("\($0)", Pupil.yearLabel($0)) },
                            chosen: year.map(String.init) ?? ""),
                        .select(
                            name: "status", label: "Who",
                            options: [Choice("", "Here now"), Choice("left", "Has left")], chosen: asked["status"]
                        ),
                    ], clear: isFiltered || !isHere ? Link("Clear", visit.url("/pupils")) : nil, token: visit.token)
                DataTable(
                    caption: "Pupils",
                    columns: [
                        wanted.column("Name", .title, "/pupils", visit), .init("Class and year"),
                        .init("May be shown"),
                    ],
                    rows: page.rows.compactMap { row in
                        guard let record = RecordID(row.record) else { return nil }
                        return DataTable.Row([
                            Markup { Link(row.title, visit.url(record.pagePath)) },
                            Markup { span(.class("unbroken")) { row.subtitle } },
                            Markup(
                                shown(
                                    known[record.key], of: visit.school.pack.imageConsent.used, on: visit.now.londonDay)
                            ),
                        ])
                    },
                    whenEmpty: isFiltered || !isHere
                        ? "No pupil matches. Clear the filter to see them all."
                        : "No pupils are on record yet. Import the roll, or add a pupil.")
                wanted.pages(
                    page.total, size: pageSize, "/pupils", visit, more: "Say more of the name, or choose a class.")
            })
    }

    private static func actions(_ visit: Visit, _ caller: Caller) async throws -> [ButtonLink] {
        let commands = try await visit.office.commands(.pupil, as: caller)
        var links: [ButtonLink] = []
        if caller.keepsConsents(under: visit.school.pack), visit.admits(.consents) {
            links.append(ButtonLink("Image consent", visit.url("/pupils/consent")))
        }
        if commands.contains("join") {
            links.append(ButtonLink("Import the roll", visit.url("/pupils/import"), quiet: true))
            links.append(ButtonLink("Add a pupil", visit.url("/pupils/new/join"), quiet: true))
        }
        return links + [ButtonLink("Takedowns", visit.url("/takedowns"), quiet: true)]
    }

    /// For what a child may be shown on a day, in a few words.
    static func shown(_ card: PupilCard?, of used: [ImagePurpose], on day: Day) -> String {
        guard let card else { return "Nowhere" }
        let purposes = used.filter { card.leave(for: $0, on: nil, day: day).isGiven }
        if purposes.count == used.count, used.count > 2 { return "Everywhere that the policy names" }
        return purposes.isEmpty ? "Nowhere" : purposes.map(\.label).joined(separator: "; ")
    }
}
