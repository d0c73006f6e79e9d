import Ledger
import Proofing
import Synchronization

/// The names that drafts of a school are checked for, made once for each edition of its roll.
final class NameShelf: Sendable {
    private struct Entry {
        var edition: String
        var names: [ProofName]
    }

    private let entries = Mutex<[LogID: Entry]>([:])

    func names(of school: LogID, at edition: String) -> [ProofName]? {
        entries.withLock { $0[school].flatMap { $0.edition == edition ? $0.names : nil } }
    }

    func keep(_ names: [ProofName], of school: LogID, at edition: String) {
        entries.withLock { $0[school] = Entry(edition: edition, names: names) }
    }
}
