import GRDB
package import Ledger

/// Duties as rows.
enum Duties {
    /// A record's duties by their keys.
    static func of(_ db: Database, _ log: Int64, record: String) throws -> [DutyView] {
        let duties = try Command(
            db, "SELECT key, title, action, due, since FROM duties WHERE log = ? AND record = ? ORDER BY key"
        ).bind(.integer(log), .text(record)).all { row in
            DutyView(
                key: row.text(0), title: row.text(1), assignees: [], action: row.text(2), due: row.optionalInteger(3),
                since: row.integer(4))
        }
        return try duties.map { duty in
            var duty = duty
            duty.assignees = try assignees(db, log, record, duty.key)
            return duty
        }
    }

    static func assignees(_ db: Database, _ log: Int64, _ record: String, _ key: String) throws -> [String] {
        try Command(db, "SELECT assignee FROM assignees WHERE log = ? AND record = ? AND key = ? ORDER BY place")
            .bind(.integer(log), .text(record), .text(key)).all { $0.text(0) }
    }

    /// Duties with their records, soonest first, undated last.
    static func rows(
        _ db: Database, _ log: Int64, where condition: String, _ values: [Value], limit: Int
    ) throws -> [DutyRow] {
        try Command(
            db,
            """
            SELECT d.record, r.kind, r.title, d.key, d.title, d.action, d.due, d.since,
            (SELECT coalesce(group_concat(assignee, ' '), '') FROM (SELECT assignee FROM assignees s
            WHERE s.log = d.log AND s.record = d.record AND s.key = d.key ORDER BY s.place)) FROM duties d
            JOIN records r ON r.log = d.log AND r.record = d.record WHERE d.log = ? AND \(condition)
            ORDER BY d.due IS NULL, d.due, d.since, d.record, d.key LIMIT ?
            """
        ).bind([.integer(log)] + values + [.integer(Int64(max(0, limit)))]).all { row in
            DutyRow(
                record: row.text(0), kind: row.text(1), recordTitle: row.text(2),
                duty: DutyView(
                    key: row.text(3), title: row.text(4),
                    // Tokens such as `role:slt` hold no spaces.
                    assignees: row.text(8).split(separator: " ").map(String.init), action: row.text(5),
                    due: row.optionalInteger(6), since: row.integer(7)))
        }
    }
}

extension SQLiteStore {
    package func duties(
        _ log: LogID, assignees: [String], audience: [String]?, limit: Int
    ) async throws(LedgerError) -> [DutyRow] {
        try await read(log) { db, log in
            var values: [Value] = [.integer(log)] + assignees.map { .text($0) }
            var condition = """
                (d.record, d.key) IN (SELECT s.record, s.key FROM assignees s WHERE s.log = ?
                AND s.assignee IN (\(Audience.placeholders(assignees.count))))
                """
            if let seen = Audience.condition(audience, &values) { condition += " AND \(seen)" }
            return try Duties.rows(db, log, where: condition, values, limit: limit)
        }
    }

    package func duties(_ log: LogID, record: String) async throws(LedgerError) -> [DutyRow] {
        try await read(log) { db, log in
            try Duties.rows(db, log, where: "d.record = ?", [.text(record)], limit: .max)
        }
    }
}
