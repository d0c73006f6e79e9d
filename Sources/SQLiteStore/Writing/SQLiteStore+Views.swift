import GRDB
package import Ledger

extension SQLiteStore {
    package func destroyKey(_ log: LogID, _ record: String) async throws(LedgerError) {
        try await write(log) { db, log in
            let row = try Command(
                db, "SELECT revision, created, changed FROM records WHERE log = ? AND record = ?"
            ).bind(.integer(log), .text(record)).first { ($0.integer(0), $0.integer(1), $0.integer(2)) }
            let type = try Command(db, "SELECT type FROM events WHERE log = ? AND record = ? AND revision = 1")
                .bind(.integer(log), .text(record)).first { $0.text(0) }
            guard let (revision, created, changed) = row, let type else { throw LedgerError.noSuchRecord(record) }
            try Command(db, "UPDATE keys SET wrapped = NULL WHERE log = ? AND record = ?")
                .bind(.integer(log), .text(record)).run()
            try ViewWriter(db: db).write(
                log,
                SealedView(
                    record: record, revision: revision, created: created, changed: changed,
                    view: .erased(firstEventType: type)),
                isNew: false)
            // Terms that were removed stay in the index's older parts until those are merged.
            try Command(db, "INSERT INTO search (search) VALUES ('optimize')").run()
        }
        await emptyWriteAheadLog()
    }

    package func replaceViews(_ log: LogID, _ views: [SealedView]) async throws(LedgerError) {
        try await write(log) { db, log in
            try Self.checkRevisions(db, log, views)
            let writer = ViewWriter(db: db)
            let old = try Command(db, "SELECT id, title, words FROM records WHERE log = ?").bind(.integer(log))
                .all { ($0.integer(0), $0.text(1), $0.text(2)) }
            for (id, title, words) in old { try writer.removeWords(id, title, words) }
            for table in ["records", "audience", "facets", "duties", "assignees"] {
                try Command(db, "DELETE FROM \(table) WHERE log = ?").bind(.integer(log)).run()
            }
            for view in views { try writer.write(log, view, isNew: true) }
        }
    }

    package func dumpViews(_ log: LogID) async throws(LedgerError) -> [String] {
        try await read(log) { db, log in try ViewDump.lines(db, log) }
    }

    private static func checkRevisions(_ db: Database, _ log: Int64, _ views: [SealedView]) throws {
        var actual: [String: Int64] = [:]
        try Command(db, "SELECT record, max(revision) FROM events WHERE log = ? GROUP BY record")
            .bind(.integer(log)).eachRow { actual[$0.text(0)] = $0.integer(1) }
        for view in views where actual[view.record] != view.revision {
            throw LedgerError.revisionTaken(
                record: view.record, expected: view.revision, actual: actual[view.record] ?? 0)
        }
        let given = Set(views.map(\.record))
        if let missing = actual.keys.filter({ !given.contains($0) }).min() {
            throw LedgerError.revisionTaken(record: missing, expected: 0, actual: actual[missing] ?? 0)
        }
    }

    /// What was destroyed is not to linger in the write-ahead log. Readers may hold it up; then the next emptying of
    /// it does the same.
    private func emptyWriteAheadLog() async {
        _ = try? await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }
}

/// Every view row of a log as text, in a fixed order; the search index by the terms that it finds each record by.
private enum ViewDump {
    static func lines(_ db: Database, _ log: Int64) throws -> [String] {
        try tables.flatMap { table in
            try Command(db, table.sql).bind(.integer(log)).all { row in
                ([table.name] + (0..<table.columns).map { row.isNull($0) ? "-" : row.text($0) }).joined(separator: "\t")
            }
        }
    }

    private static let tables: [(name: String, columns: Int32, sql: String)] = [
        (
            "record", 10,
            """
            SELECT record, kind, status, title, subtitle, revision, created, changed, words, hex(state)
            FROM records WHERE log = ? ORDER BY record
            """
        ),
        ("audience", 2, "SELECT record, token FROM audience WHERE log = ? ORDER BY record, token"),
        ("facet", 3, "SELECT record, name, value FROM facets WHERE log = ? ORDER BY record, name, value"),
        ("duty", 6, "SELECT record, key, title, action, due, since FROM duties WHERE log = ? ORDER BY record, key"),
        ("assignee", 4, "SELECT record, key, place, assignee FROM assignees WHERE log = ? ORDER BY record, key, place"),
        (
            "term", 4,
            """
            SELECT r.record, t.col, t.offset, t.term FROM search_terms t JOIN records r ON r.id = t.doc
            WHERE r.log = ? ORDER BY r.record, t.col, t.offset
            """
        ),
    ]
}
