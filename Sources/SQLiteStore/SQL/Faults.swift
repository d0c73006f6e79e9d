import GRDB
import Ledger

/// SQLite's failures as one plain sentence for the person who runs the installation.
enum Faults {
    static func ledgerError(_ error: any Error, path: String) -> LedgerError {
        switch error {
        case let error as LedgerError: return error
        case let error as DatabaseError: return .unavailable(sentence(error, path: path))
        default: return .unavailable("The database `\(path)` failed: \(error).")
        }
    }

    private static func sentence(_ error: DatabaseError, path: String) -> String {
        switch error.resultCode {
        case .SQLITE_FULL:
            "The disk is full: nothing of this was kept and nothing is damaged. Free some space and try again."
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            "The database `\(path)` is locked by another program. Stop that program and try again."
        case .SQLITE_NOTADB:
            "The file `\(path)` is not a database. Name the right file, or restore it from a backup."
        case .SQLITE_CORRUPT:
            "The database `\(path)` is damaged. Stop the program and restore the file from a backup."
        case .SQLITE_CANTOPEN:
            "The database `\(path)` cannot be opened. Check that its folder exists and may be written to."
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            "The database `\(path)` may not be written to. Check the rights on the file and its folder."
        case .SQLITE_IOERR:
            "The disk under `\(path)` failed to read or write. Check the disk before going on."
        default:
            "The database `\(path)` failed: \(error.message ?? "code \(error.extendedResultCode.rawValue)")."
        }
    }
}
