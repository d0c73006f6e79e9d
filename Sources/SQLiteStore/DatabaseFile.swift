import GRDB
import Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Opens the file: looks before it touches, then brings the schema up to date.
enum DatabaseFile {
    /// Refuses, without writing, a file that is not ours or is newer than this program.
    static func check(_ path: String, access: SQLiteStore.Access) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0 else {
            guard access == .writer else { throw LedgerError.unavailable("There is no database at `\(path)`.") }
            return
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.read { db in
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            guard tables == 0 || application == Migrations.applicationID else {
                throw LedgerError.unavailable("The file `\(path)` is another program's database. Name the right file.")
            }
            guard try !Migrations.migrator.hasBeenSuperseded(db) else {
                throw LedgerError.unavailable(
                    "The database `\(path)` was written by a newer version of this program. Install that version.")
            }
            if access == .reader, try !Migrations.migrator.hasCompletedMigrations(db) {
                throw LedgerError.unavailable(
                    "The database `\(path)` is of an older version. Start the program once, so that it is brought up to date."
                )
            }
        }
    }

    static func open(_ path: String, access: SQLiteStore.Access) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "hornbook"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.readonly = access == .reader
        if access == .writer { try makePrivate(path) }
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard access == .writer else { return pool }
        try pool.writeWithoutTransaction { db in
            // Before the first table, so that a file whose making was cut short is still known as ours.
            if try Int32.fetchOne(db, sql: "PRAGMA application_id") != Migrations.applicationID {
                try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
            }
            // The pool has set NORMAL on its writer by now, under which an acknowledged commit may be lost with the
            // power: so FULL is set here, after it.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Fewer, larger emptyings of the write-ahead log (16 MB): pages written often go back to the file once.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            // Pages that appends come back to stay in memory: 32 MB instead of 2.
            try db.execute(sql: "PRAGMA cache_size = -32000")
            // What is deleted is overwritten: destroyed keys, old titles, ended sessions.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        try Migrations.migrator.migrate(pool)
        return pool
    }

    /// A new file is its owner's alone; the files beside it take over its rights.
    private static func makePrivate(_ path: String) throws {
        let file = Self.openFile(path)
        guard file >= 0 else {
            throw LedgerError.unavailable(
                "The database `\(path)` cannot be made or opened. Check the rights on its folder.")
        }
        _ = closeFile(file)
    }

    private static func openFile(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        #else
            Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        #endif
    }

    private static func closeFile(_ file: Int32) -> Int32 { close(file) }
}
