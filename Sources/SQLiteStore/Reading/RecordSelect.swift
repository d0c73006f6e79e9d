import GRDB
import Ledger

/// A record query as SQL: one `WHERE` for the rows, their count and their states alike.
struct RecordSelect {
    /// The columns that ``row(_:)`` reads, from position 0.
    static let columns = """
        r.record, r.kind, r.status, r.title, r.subtitle, r.revision, r.created, r.changed
        """

    private var conditions = ["r.log = ?"]
    private var values: [Value]
    private let query: RecordQuery

    init(_ log: Int64, _ query: RecordQuery) {
        self.query = query
        values = [.integer(log)]
        if let kind = query.kind {
            conditions.append("r.kind = ?")
            values.append(.text(kind))
        }
        if !query.statuses.isEmpty {
            conditions.append("r.status IN (\(Audience.placeholders(query.statuses.count)))")
            values += query.statuses.map { .text($0) }
        }
        for facet in query.facets {
            conditions.append(
                "r.record IN (SELECT f.record FROM facets f WHERE f.log = ? AND f.name = ? AND f.value = ?)")
            values += [.integer(log), .text(facet.name), .text(facet.value)]
        }
        if let unnamed = query.unnamed {
            var other =
                "f.log = ? AND n.kind = ? AND f.name = ? AND f.value = substr(r.record, instr(r.record, '/') + 1)"
            values += [.integer(log), .text(unnamed.kind), .text(unnamed.facet)]
            if !unnamed.exceptStatuses.isEmpty {
                other += " AND n.status NOT IN (\(Audience.placeholders(unnamed.exceptStatuses.count)))"
                values += unnamed.exceptStatuses.map { .text($0) }
            }
            conditions.append(
                """
                NOT EXISTS (SELECT 1 FROM facets f JOIN records n ON n.log = f.log AND n.record = f.record WHERE \(other))
                """)
        }
        if let condition = Audience.condition(query.audience, &values) { conditions.append(condition) }
        let words = SearchWords.split(query.words)
        if !words.isEmpty {
            conditions.append("r.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
            // Words hold letters and digits alone, so quoting them is enough; `*` makes each a beginning.
            values.append(.text(words.map { "\"\($0)\"*" }.joined(separator: " ")))
        }
    }

    func count(_ db: Database) throws -> Int {
        try Command(db, "SELECT count(*) FROM records r WHERE \(conditions.joined(separator: " AND "))")
            .bind(values).first { Int($0.integer(0)) } ?? 0
    }

    func page<T>(_ db: Database, _ columns: String, _ read: (Row) throws -> T) throws -> [T] {
        let paging: [Value] = [.integer(Int64(max(0, query.limit))), .integer(Int64(max(0, query.offset)))]
        return try Command(
            db,
            """
            SELECT \(columns) FROM records r WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(order) LIMIT ? OFFSET ?
            """
        ).bind(values + paging).all(read)
    }

    static func row(_ row: Row) -> RecordRow {
        RecordRow(
            record: row.text(0), kind: row.text(1), status: row.text(2), title: row.text(3), subtitle: row.text(4),
            revision: row.integer(5), created: row.integer(6), changed: row.integer(7))
    }

    private var order: String {
        let column =
            switch query.order {
            case .title: "r.title COLLATE NOCASE"
            case .changed: "r.changed"
            case .created: "r.created"
            case .status: "r.status"
            }
        return "\(column)\(query.descending ? " DESC" : ""), r.record"
    }
}
