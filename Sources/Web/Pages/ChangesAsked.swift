import HTML
import Ledger
import Office
import Policy
import Records

/// Judgements that ask for a change of the policy and are not settled: for those who edit it.
struct ChangesAsked: Component {
    var visit: Visit
    var rows: [RecordRow]

    static func load(_ visit: Visit, _ caller: Caller) async throws -> ChangesAsked {
        guard visit.admits(.schoolSettings) else { return ChangesAsked(visit: visit, rows: []) }
        let page = try await visit.office.list(
            RecordQuery(
                kind: Kind.judgement.rawValue, facets: [Facet("asks", "change")], audience: [], order: .changed,
                descending: true, limit: 50), as: caller)
        return ChangesAsked(visit: visit, rows: page.rows)
    }

    @MarkupBuilder var body: Markup {
        if !rows.isEmpty {
            Panel("Judgements that ask for a change") {
                ul {
                    for row in rows {
                        if let record = RecordID(row.record) { li { Link(row.title, visit.url(record.pagePath)) } }
                    }
                }
            }
        }
    }
}
