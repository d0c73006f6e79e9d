import Ledger
import Policy
import Proofing
import Records
import Synchronization

/// A proofreader for each school: making one sorts every name of the school into tables, and it serves every post until
/// a name or the policy changes.
final class ProofShelf: Sendable {
    /// What a proofreader was made of.
    struct Edition: Equatable {
        var packHash: String
        /// What the names stood at.
        var names: String
    }

    private let shelf = Mutex<[LogID: (edition: Edition, reader: Proofreader)]>([:])

    func reader(of school: LogID, _ edition: Edition) -> Proofreader? {
        shelf.withLock { held in held[school].flatMap { $0.edition == edition ? $0.reader : nil } }
    }

    func keep(_ reader: Proofreader, of school: LogID, _ edition: Edition) {
        shelf.withLock { $0[school] = (edition, reader) }
    }
}
