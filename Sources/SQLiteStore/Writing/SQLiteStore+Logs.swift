import GRDB
package import Ledger

extension SQLiteStore {
    package func logs() async throws(LedgerError) -> [LogID] {
        try await readAny { db in
            try Command(db, "SELECT name FROM logs ORDER BY name").all { LogID($0.text(0)) }.compactMap(\.self)
        }
    }

    package func createLog(_ log: LogID, time: Int64) async throws(LedgerError) {
        try await writeAny { db in
            let exists = try Command(db, "SELECT 1 FROM logs WHERE name = ?").bind(.text(log.rawValue)).first { _ in
                true
            }
            guard exists == nil else { throw LedgerError.logExists(log) }
            try Command(db, "INSERT INTO logs (name, created) VALUES (?, ?)")
                .bind(.text(log.rawValue), .integer(time)).run()
            try Command(db, "INSERT INTO trees (log, size, frontier) VALUES (?, 0, ?)")
                .bind(.integer(db.lastInsertedRowID), .blob([])).run()
        }
    }

    package func addCheckpoint(
        _ log: LogID, size: Int64, text: String, time: Int64
    ) async throws(LedgerError) {
        try await write(log) { db, log in
            let kept = try Command(db, "SELECT text FROM checkpoints WHERE log = ? AND size = ?")
                .bind(.integer(log), .integer(size)).first { $0.text(0) }
            if let kept {
                guard kept == text else {
                    throw LedgerError.unavailable(
                        "Another checkpoint of \(size) events is kept already: verify the log.")
                }
                return
            }
            try Command(db, "INSERT INTO checkpoints (log, size, text, time) VALUES (?, ?, ?, ?)")
                .bind(.integer(log), .integer(size), .text(text), .integer(time)).run()
        }
    }

    package func checkpoints(_ log: LogID, limit: Int) async throws(LedgerError) -> [StoredCheckpoint] {
        try await read(log) { db, log in
            try Command(db, "SELECT size, text, time FROM checkpoints WHERE log = ? ORDER BY size DESC LIMIT ?")
                .bind(.integer(log), .integer(Int64(max(0, limit))))
                .all { StoredCheckpoint(size: $0.integer(0), text: $0.text(1), time: $0.integer(2)) }
        }
    }

    package func setting(_ name: String) async throws(LedgerError) -> [UInt8]? {
        try await readAny { db in
            try Command(db, "SELECT value FROM settings WHERE name = ?").bind(.text(name)).first { $0.blob(0) }
        }
    }

    package func setSetting(_ name: String, _ value: [UInt8]) async throws(LedgerError) {
        try await writeAny { db in
            try Command(
                db,
                "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ).bind(.text(name), .blob(value)).run()
        }
    }
}
