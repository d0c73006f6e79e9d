import GRDB
package import Ledger
import Synchronization

/// The ledger's port on SQLite: one file, one writer, several readers, durable at every commit.
///
/// WAL with `synchronous = FULL`: an append returns when its bytes were flushed. Appends that wait together share one
/// commit.
package final class SQLiteStore: LedgerStoring {
    /// How a database is opened.
    package enum Access: Sendable {
        /// Reads and writes; makes the file when there is none; refused while another process has it open so.
        case writer
        /// Reads only, beside a running writer: for `verify` and the like.
        case reader
    }

    let pool: DatabasePool
    let path: String
    private let access: Access
    private let lock: FileLock?
    private let appends = AppendQueue()
    private let hasWritten = Atomic(false)

    /// - Throws: ``LedgerError/unavailable(_:)`` with one plain sentence; the file is then as it was.
    package init(path: String, access: Access = .writer) throws(LedgerError) {
        self.path = path
        self.access = access
        lock = access == .writer ? try FileLock(database: path) : nil
        do {
            try DatabaseFile.check(path, access: access)
            pool = try DatabaseFile.open(path, access: access)
        } catch {
            throw Faults.ledgerError(error, path: path)
        }
    }

    package func append(_ append: SealedAppend) async throws(LedgerError) -> Appended {
        try mayWrite()
        return try await appends.append(append, on: pool, path: path)
    }

    /// Folds what was written into the file first, so that a copy of the file alone is a whole backup. A store that
    /// was opened and given nothing to write, by a wrong key say, leaves the file as it was.
    package func close() async throws(LedgerError) {
        if hasWritten.load(ordering: .relaxed) {
            do {
                _ = try await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
            } catch {
                throw Faults.ledgerError(error, path: path)
            }
        }
        do { try pool.close() } catch { throw Faults.ledgerError(error, path: path) }
        lock?.release()
    }

    /// Reads in a snapshot of its own; `log` is the number of the log's rows.
    func read<T: Sendable>(
        _ log: LogID, _ work: @escaping @Sendable (Database, Int64) throws -> T
    ) async throws(LedgerError) -> T {
        try await readAny { db in try work(db, try Self.number(of: log, db)) }
    }

    func readAny<T: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> T
    ) async throws(LedgerError) -> T {
        do { return try await pool.read(work) } catch { throw Faults.ledgerError(error, path: path) }
    }

    /// Writes in one transaction.
    func write<T: Sendable>(
        _ log: LogID, _ work: @escaping @Sendable (Database, Int64) throws -> T
    ) async throws(LedgerError) -> T {
        try await writeAny { db in try work(db, try Self.number(of: log, db)) }
    }

    func writeAny<T: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> T
    ) async throws(LedgerError) -> T {
        try mayWrite()
        do { return try await pool.write(work) } catch { throw Faults.ledgerError(error, path: path) }
    }

    static func number(of log: LogID, _ db: Database) throws -> Int64 {
        let found = try Command(db, "SELECT log FROM logs WHERE name = ?").bind(.text(log.rawValue))
            .first { $0.integer(0) }
        guard let found else { throw LedgerError.noSuchLog(log) }
        return found
    }

    private func mayWrite() throws(LedgerError) {
        guard access == .writer else { throw .unavailable("The database `\(path)` was opened for reading only.") }
        hasWritten.store(true, ordering: .relaxed)
    }
}
