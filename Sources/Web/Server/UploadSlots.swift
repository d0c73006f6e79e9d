import Ledger
import Records
import Synchronization

/// How many uploads of large files go on at once: a few for each person, and no more for a school than leave room for the
/// others. Each holds a connection, room on the disk and, after that, the program that reads pictures.
final class UploadSlots: Sendable {
    static let ofPerson = 2
    static let ofSchool = 8

    private struct Holder: Hashable {
        var school: LogID
        /// Nil for the school as a whole.
        var person: PersonID?
    }

    private let held = Mutex<[Holder: Int]>([:])

    /// - Returns: false when the person or the school has as many as they may; nothing is held then.
    func take(_ person: PersonID, _ school: LogID) -> Bool {
        held.withLock { held in
            let own = Holder(school: school, person: person)
            let all = Holder(school: school, person: nil)
            guard held[own, default: 0] < Self.ofPerson, held[all, default: 0] < Self.ofSchool else { return false }
            held[own, default: 0] += 1
            held[all, default: 0] += 1
            return true
        }
    }

    func release(_ person: PersonID, _ school: LogID) {
        held.withLock { held in
            for holder in [Holder(school: school, person: person), Holder(school: school, person: nil)] {
                guard let count = held[holder] else { continue }
                held[holder] = count > 1 ? count - 1 : nil
            }
        }
    }

    /// How many are held in all, by anybody.
    var count: Int { held.withLock { held in held.filter { $0.key.person == nil }.values.reduce(0, +) } }
}

/// Somebody sends as many files at once as they may.
struct TooManyUploads: Error {}
