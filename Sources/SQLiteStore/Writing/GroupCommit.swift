import GRDB
import Ledger

/// Commits a group of appends in one transaction and resumes each caller with what became of its own.
struct GroupCommit {
    let db: Database
    let path: String

    func commit(_ group: [AppendQueue.Waiting]) {
        do {
            let results = try transaction(group.map(\.append))
            for (waiting, result) in zip(group, results) { waiting.caller.resume(returning: result) }
        } catch {
            rollBack()
            if group.count > 1, Self.isOneAppendsFault(error) {
                // Whichever it was, the others are not to suffer for it: each gets a transaction of its own.
                for waiting in group { commit([waiting]) }
            } else {
                let fault = Faults.ledgerError(error, path: path)
                for waiting in group { waiting.caller.resume(returning: .failure(fault)) }
            }
        }
    }

    private func transaction(_ appends: [SealedAppend]) throws -> [Result<Appended, LedgerError>] {
        try Command(db, "BEGIN IMMEDIATE").run()
        var writer = AppendWriter(db: db)
        var results: [Result<Appended, LedgerError>] = []
        results.reserveCapacity(appends.count)
        for append in appends {
            do {
                results.append(.success(try writer.append(append)))
            } catch let refusal as LedgerError {
                results.append(.failure(refusal))
            }
        }
        try writer.finish()
        try Command(db, "COMMIT").run()
        return results
    }

    private func rollBack() {
        guard db.isInsideTransaction else { return }
        // Fails only when SQLite has rolled back by itself, which is as well.
        try? Command(db, "ROLLBACK").run()
    }

    /// Something in one append that SQLite would not take, as against a disk or a file that fails for all.
    private static func isOneAppendsFault(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return true }
        switch error.resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_ERROR: return true
        default: return false
        }
    }
}
