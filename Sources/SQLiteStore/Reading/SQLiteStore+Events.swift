import GRDB
package import Ledger

extension SQLiteStore {
    private static let columns = "position, record, revision, type, actor, cause, time, payload, leaf"

    package func events(
        _ log: LogID, from position: Int64, limit: Int
    ) async throws(LedgerError) -> [SealedEvent] {
        try await read(log) { db, number in
            try Command(
                db, "SELECT \(Self.columns) FROM events WHERE log = ? AND position >= ? ORDER BY position LIMIT ?"
            ).bind(.integer(number), .integer(position), .integer(Int64(max(0, limit))))
                .all { Self.event($0, log) }
        }
    }

    package func events(_ log: LogID, record: String) async throws(LedgerError) -> [SealedEvent] {
        try await read(log) { db, number in
            try Command(db, "SELECT \(Self.columns) FROM events WHERE log = ? AND record = ? ORDER BY revision")
                .bind(.integer(number), .text(record)).all { Self.event($0, log) }
        }
    }

    package func packedEvents(
        _ log: LogID, from position: Int64, limit: Int
    ) async throws(LedgerError) -> PackedEvents {
        try await read(log) { db, number in
            let name = Array(log.rawValue.utf8)
            var packed = PackedEvents()
            packed.bytes.reserveCapacity(min(max(0, limit), 4096) * 512)
            try Command(
                db, "SELECT \(Self.columns) FROM events WHERE log = ? AND position >= ? ORDER BY position LIMIT ?"
            ).bind(.integer(number), .integer(position), .integer(Int64(max(0, limit))))
                .eachRow { EventPacker.pack($0, log: name, into: &packed) }
            return packed
        }
    }

    package func leafHashes(_ log: LogID, _ range: Range<Int64>) async throws(LedgerError) -> [[UInt8]] {
        try await read(log) { db, log in
            try Command(
                db, "SELECT leaf FROM events WHERE log = ? AND position >= ? AND position < ? ORDER BY position"
            ).bind(.integer(log), .integer(range.lowerBound), .integer(range.upperBound)).all { $0.blob(0) }
        }
    }

    package func tree(_ log: LogID) async throws(LedgerError) -> TreeHead {
        try await read(log) { db, log in try Trees.head(db, log) }
    }

    package func wrappedKey(_ log: LogID, _ record: String) async throws(LedgerError) -> [UInt8]? {
        try await wrappedKeys(log, [record])[record]
    }

    package func wrappedKeys(_ log: LogID, _ records: [String]) async throws(LedgerError) -> [String: [UInt8]] {
        try await read(log) { db, log in
            let select = try Command(db, "SELECT wrapped FROM keys WHERE log = ? AND record = ?")
            var found: [String: [UInt8]] = [:]
            for record in records {
                found[record] = try select.bind(.integer(log), .text(record)).first { $0.optionalBlob(0) } ?? nil
            }
            return found
        }
    }

    private static func event(_ row: Row, _ log: LogID) -> SealedEvent {
        SealedEvent(
            log: log, position: row.integer(0), record: row.text(1), revision: row.integer(2), type: row.text(3),
            stamp: Stamp(actor: row.text(4), cause: row.text(5), time: row.integer(6)), payload: row.blob(7),
            leaf: row.blob(8))
    }
}
