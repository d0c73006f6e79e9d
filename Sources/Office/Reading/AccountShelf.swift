import Ledger
import Records
import Synchronization

/// Accounts as they stood at a revision, opened and decoded once: a revision never changes, so none is ever stale.
final class AccountShelf: Sendable {
    private struct Key: Hashable {
        let log: LogID
        let record: String
        let revision: Int64
    }

    private static let mostEntries = 4096
    private let accounts = Mutex<[Key: Account]>([:])

    func account(_ log: LogID, _ row: RecordRow) -> Account? {
        accounts.withLock { $0[Key(log: log, record: row.record, revision: row.revision)] }
    }

    func keep(_ account: Account, _ log: LogID, _ row: RecordRow) {
        accounts.withLock { accounts in
            if accounts.count >= Self.mostEntries { accounts.removeAll() }
            accounts[Key(log: log, record: row.record, revision: row.revision)] = account
        }
    }
}
