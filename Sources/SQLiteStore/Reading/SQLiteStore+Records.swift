import GRDB
package import Ledger

extension SQLiteStore {
    package func record(_ log: LogID, _ record: String) async throws(LedgerError) -> SealedRecord? {
        try await read(log) { db, log in
            let found = try Command(
                db,
                """
                SELECT \(RecordSelect.columns), r.state, k.wrapped FROM records r
                LEFT JOIN keys k ON k.log = r.log AND k.record = r.record WHERE r.log = ? AND r.record = ?
                """
            ).bind(.integer(log), .text(record)).first(Self.sealed)
            guard var found else { return nil }
            found.audience = try Audience.of(db, log, record)
            return found
        }
    }

    package func records(
        _ log: LogID, matching query: RecordQuery
    ) async throws(LedgerError) -> RecordPage {
        try await read(log) { db, log in
            let select = RecordSelect(log, query)
            let rows = try select.page(db, RecordSelect.columns, RecordSelect.row)
            // A page that is not full says itself how many there are.
            let isWhole = query.offset <= 0 && rows.count < query.limit
            return RecordPage(rows: rows, total: isWhole ? rows.count : try select.count(db))
        }
    }

    package func sealedRecords(
        _ log: LogID, matching query: RecordQuery
    ) async throws(LedgerError) -> [SealedRecord] {
        try await read(log) { db, log in
            let columns = """
                \(RecordSelect.columns), r.state,
                (SELECT k.wrapped FROM keys k WHERE k.log = r.log AND k.record = r.record)
                """
            var found = try RecordSelect(log, query).page(db, columns, Self.sealed)
            for index in found.indices { found[index].audience = try Audience.of(db, log, found[index].row.record) }
            return found
        }
    }

    package func tallies(_ log: LogID, audience: [String]?) async throws(LedgerError) -> [Tally] {
        try await read(log) { db, log in
            var values: [Value] = [.integer(log)]
            let seen = Audience.condition(audience, &values).map { " AND \($0)" } ?? ""
            return try Command(
                db,
                """
                SELECT r.kind, r.status, count(*) FROM records r WHERE r.log = ?\(seen)
                GROUP BY r.kind, r.status ORDER BY r.kind, r.status
                """
            ).bind(values).all { Tally(kind: $0.text(0), status: $0.text(1), count: Int($0.integer(2))) }
        }
    }

    private static func sealed(_ row: Row) -> SealedRecord {
        SealedRecord(
            row: RecordSelect.row(row), audience: [], state: row.blob(8), wrappedKey: row.optionalBlob(9))
    }
}
