import HTML
import HTTPTypes
import Ledger
import Office
import Records

/// What a list was asked for. The words that are looked for may name somebody, a child among them: they come by a form
/// alone, and stand in no address and no line of a log.
struct ListRequest: Sendable {
    let words: String
    let order: RecordQuery.Order
    let descending: Bool
    let page: Int
    private let values: Input
    let isFiltered: Bool

    /// The field of the words.
    static let field = "q"

    /// - Parameter values: what was asked, by an address or by a form.
    init(_ values: Input, defaultOrder: RecordQuery.Order, descendingByDefault: Bool = false) {
        self.values = values
        words = values[Self.field].trimmed
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

    /// The other pages of the list. What was found by words is one page: no address leads to the next.
    ///
    /// - Parameter more: how to find fewer: `Say more words.`
    @MarkupBuilder func pages(_ total: Int, size: Int, _ path: String, _ visit: Visit, more: String) -> Markup {
        if words.isEmpty {
            Pagination(page: page, pages: (total + size - 1) / size) { visit.url(href(path, page: $0)) }
        } else if total > size {
            p { "These are the first \(size) of \(total). \(more)" }
        }
    }

    func href(_ path: String, page: Int) -> String {
        var values = values
        values.values["page"] = ["\(page)"]
        values.values["done"] = nil
        return "\(path)?\(values.urlEncoded)"
    }

    /// A heading that sorts by its column, and the other way when it is sorted by already. What was found by words stands
    /// in its own order.
    func column(_ title: String, _ order: RecordQuery.Order, _ path: String, _ visit: Visit) -> DataTable.Column {
        guard words.isEmpty else { return .init(title) }
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

/// A list's page, by what was asked of it.
typealias ListPage = @Sendable (_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply

extension Route {
    /// A list at its address, and the form by which words are looked for in it. Words in an address are not read.
    static func list(_ path: String, _ area: Area, _ page: @escaping ListPage) -> [Route] {
        [
            .member(.get, path, area) { visit, caller in
                var asked = visit.query
                asked.values[ListRequest.field] = nil
                return try await page(asked, visit, caller)
            },
            .member(.post, path, area) { visit, caller in
                var asked = visit.form
                asked.values["csrf"] = nil
                return try await page(asked, visit, caller)
            },
        ]
    }
}
