import GRDB
import Ledger

/// Writes appends inside a transaction that somebody else begins and commits.
struct AppendWriter {
    /// A log as this transaction has left it so far.
    private struct OpenLog {
        var number: Int64
        var range: CompactRange
        var isChanged = false
    }

    private let db: Database
    private let views: ViewWriter
    private var logs: [LogID: OpenLog] = [:]

    init(db: Database) {
        self.db = db
        views = ViewWriter(db: db)
    }

    /// - Throws: ``LedgerError`` when the append is refused: nothing of it was written. Any other error leaves the
    ///   transaction fit only to be rolled back.
    mutating func append(_ append: SealedAppend) throws -> Appended {
        var log = try open(append.log)
        try check(append, log.number)
        let start = log.range.size
        for change in append.changes { try write(change, append, into: &log) }
        log.isChanged = log.isChanged || log.range.size > start
        logs[append.log] = log
        return Appended(positions: start..<log.range.size)
    }

    /// Writes down the trees that have grown.
    func finish() throws {
        for log in logs.values where log.isChanged {
            try Command(db, "UPDATE trees SET size = ?, frontier = ? WHERE log = ?")
                .bind(.integer(log.range.size), .blob(Array(log.range.frontier.joined())), .integer(log.number)).run()
        }
    }

    private func open(_ log: LogID) throws -> OpenLog {
        if let open = logs[log] { return open }
        let number = try SQLiteStore.number(of: log, db)
        return OpenLog(number: number, range: CompactRange(try Trees.head(db, number)))
    }

    private func check(_ append: SealedAppend, _ log: Int64) throws {
        for (record, seen) in append.reads.sorted(by: { $0.key < $1.key }) {
            let actual = try revision(of: record, log)
            guard actual == seen else {
                throw LedgerError.revisionTaken(record: record, expected: seen, actual: actual)
            }
        }
        var reached: [String: Int64] = [:]
        for change in append.changes {
            let record = change.record
            let known = append.changes.count > 1 ? reached[record] : nil
            let actual = try known ?? revision(of: record, log)
            guard actual == change.expected else {
                throw LedgerError.revisionTaken(record: record, expected: change.expected, actual: actual)
            }
            if actual == 0 {
                guard change.wrappedKey != nil, !change.events.isEmpty else {
                    throw LedgerError.corrupt(record: record, reason: "its first change brings no key or no event")
                }
            } else if known == nil, try isErased(record, log) {
                throw LedgerError.erased(record: record)
            }
            reached[record] = actual + Int64(change.events.count)
        }
    }

    /// From the events themselves, not from a view of them.
    private func revision(of record: String, _ log: Int64) throws -> Int64 {
        try Command(
            db, "SELECT revision FROM events WHERE log = ? AND record = ? ORDER BY revision DESC LIMIT 1"
        ).bind(.integer(log), .text(record)).first { $0.integer(0) } ?? 0
    }

    private func isErased(_ record: String, _ log: Int64) throws -> Bool {
        try Command(db, "SELECT wrapped IS NULL FROM keys WHERE log = ? AND record = ?")
            .bind(.integer(log), .text(record)).first { $0.integer(0) == 1 } ?? true
    }

    private func write(_ change: SealedChange, _ append: SealedAppend, into log: inout OpenLog) throws {
        if change.expected == 0, let key = change.wrappedKey {
            try Command(db, "INSERT INTO keys (log, record, wrapped) VALUES (?, ?, ?)")
                .bind(.integer(log.number), .text(change.record), .blob(key)).run()
        }
        let insert = try Command(
            db,
            """
            INSERT INTO events (log, position, record, revision, type, actor, cause, time, payload, leaf)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let stamp = append.stamp
        var revision = change.expected
        for event in change.events {
            revision += 1
            let leaf = LeafEncoding.leafHash(
                of: LeafEncoding.bytes(
                    log: append.log, position: log.range.size, record: change.record, revision: revision,
                    type: event.type, stamp: stamp, payload: event.payload))
            try insert.bind(
                .integer(log.number), .integer(log.range.size), .text(change.record), .integer(revision),
                .text(event.type), .text(stamp.actor), .text(stamp.cause), .integer(stamp.time), .blob(event.payload),
                .blob(leaf)
            ).run()
            log.range.append(leaf)
        }
        try views.write(
            log.number,
            SealedView(
                record: change.record, revision: revision, created: stamp.time, changed: stamp.time, view: change.view),
            isNew: change.expected == 0)
    }
}

/// The tree beside a log.
enum Trees {
    static func head(_ db: Database, _ log: Int64) throws -> TreeHead {
        let head = try Command(db, "SELECT size, frontier FROM trees WHERE log = ?").bind(.integer(log)).first { row in
            let hashes = row.blob(1)
            return TreeHead(
                size: row.integer(0),
                frontier: stride(from: 0, to: hashes.count, by: 32).map {
                    Array(hashes[$0..<min($0 + 32, hashes.count)])
                })
        }
        return head ?? TreeHead(size: 0, frontier: [])
    }
}
