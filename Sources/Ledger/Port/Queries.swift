/// What a list asks for. The asker's audience is part of the question, so that no row is fetched that they may not see.
package struct RecordQuery: Sendable, Equatable {
    package enum Order: String, Sendable, CaseIterable { case title, changed, created, status }

    package var kind: String?
    package var statuses: [String]
    /// Every one of these must hold.
    package var facets: [Facet]
    /// Found is only what no other record names so; nil for whatever is named or not.
    package var unnamed: Unnamed?
    /// Words that must all occur (as beginnings of words) in the title or the search text.
    package var words: String
    /// The asker's tokens; a record is found when it shares one. `nil` is the office itself, for reactions only.
    package var audience: [String]?
    package var order: Order
    package var descending: Bool
    package var offset: Int
    package var limit: Int

    package init(
        kind: String? = nil, statuses: [String] = [], facets: [Facet] = [], words: String = "", audience: [String]?,
        order: Order = .title, descending: Bool = false, offset: Int = 0, limit: Int = 100, unnamed: Unnamed? = nil
    ) {
        self.kind = kind
        self.statuses = statuses
        self.facets = facets
        self.words = words
        self.audience = audience
        self.order = order
        self.descending = descending
        self.offset = offset
        self.limit = limit
        self.unnamed = unnamed
    }
}

package struct RecordPage: Sendable, Equatable {
    package var rows: [RecordRow]
    /// How many match in all, not only on this page.
    package var total: Int
    package init(rows: [RecordRow], total: Int) {
        self.rows = rows
        self.total = total
    }
}

/// A look-up that must find nothing: a picture that no post has is `Unnamed(by: "post", facet: "picture")`.
package struct Unnamed: Sendable, Equatable {
    /// The kind of the records that could name it.
    package var kind: String
    /// The facet whose value would be the record's key, which is its identifier after the stroke.
    package var facet: String
    /// Records that do not count although they name it, by their status.
    package var exceptStatuses: [String]

    package init(by kind: String, facet: String, exceptStatuses: [String] = []) {
        self.kind = kind
        self.facet = facet
        self.exceptStatuses = exceptStatuses
    }
}

/// A count of records, by kind and status, among those that the asker may see.
package struct Tally: Sendable, Equatable {
    package var kind: String
    package var status: String
    package var count: Int
    package init(kind: String, status: String, count: Int) {
        self.kind = kind
        self.status = status
        self.count = count
    }
}
