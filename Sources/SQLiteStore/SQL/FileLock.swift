import Ledger
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Held by the one process that writes a database: an exclusive `flock` on the file `<database>.lock`.
///
/// The system lets go of it when the process ends, however it ends; the file itself stays.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    init(database path: String) throws(LedgerError) {
        let file = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .unavailable("The folder of `\(path)` cannot be written to. Check that it exists, and its rights.")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            _ = Self.closeFile(file)
            throw .unavailable(
                "The database `\(path)` is in use by another hornbook. Stop that one first; only one may write.")
        }
        descriptor = Mutex(file)
    }

    func release() {
        descriptor.withLock { file in
            if let open = file { _ = Self.closeFile(open) }
            file = nil
        }
    }

    deinit { release() }

    private static func closeFile(_ file: Int32) -> Int32 { close(file) }
}
