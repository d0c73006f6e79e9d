import Ledger
import Records
import Synchronization

/// The pupils of each school, opened once. What has been appended since is read before they are handed out, so that they
/// are never behind the ledger.
final class PupilShelf: Sendable {
    struct Roll: Sendable {
        /// How many events the log had when this was read.
        var size: Int64
        var pupils: [PupilID: Pupil] = [:]
        /// Changes whenever a pupil or a person of the school does.
        var edition: Int = 0
    }

    private let rolls = Mutex<[LogID: Roll]>([:])

    func roll(_ log: LogID) -> Roll? { rolls.withLock { $0[log] } }

    /// Keeps the newer of two that were read at once.
    func keep(_ roll: Roll, of log: LogID) {
        rolls.withLock { rolls in
            if let known = rolls[log], known.size > roll.size { return }
            rolls[log] = roll
        }
    }
}

extension Office {
    /// Above this many events the whole roll is read anew rather than what has changed.
    private static let mostEvents: Int64 = 2000

    /// Everybody on the roll, those who have left too. For the office's own use: a page shows what its reader may see.
    func roll(_ school: LogID) async throws -> PupilShelf.Roll {
        let size = try await ledger.store.tree(school).size
        guard var roll = pupils.roll(school), roll.size <= size, size - roll.size <= Office.mostEvents else {
            return try await readRoll(school, size)
        }
        guard roll.size < size else { return roll }
        var changed: Set<RecordID> = []
        var isChanged = false
        while roll.size < size {
            let events = try await ledger.store.events(school, from: roll.size, limit: Int(size - roll.size))
            guard !events.isEmpty else { return try await readRoll(school, size) }
            for event in events {
                guard let record = RecordID(event.record) else { continue }
                if record.kind == .pupil { changed.insert(record) }
                if record.kind == .pupil || record.kind == .person { isChanged = true }
            }
            roll.size += Int64(events.count)
        }
        for record in changed {
            let loaded = try await ledger.load(school, record.description)
            roll.pupils[PupilID(record.key)] = try loaded.map { try Drawer<Pupil>.read($0.state) }
        }
        if isChanged { roll.edition += 1 }
        pupils.keep(roll, of: school)
        return roll
    }

    private func readRoll(_ school: LogID, _ size: Int64) async throws -> PupilShelf.Roll {
        var roll = PupilShelf.Roll(size: size, edition: (pupils.roll(school)?.edition ?? 0) + 1)
        var query = RecordQuery(kind: Kind.pupil.rawValue, audience: nil, limit: 500)
        while true {
            let page = try await ledger.load(school, matching: query)
            for loaded in page {
                let pupil = try Drawer<Pupil>.read(loaded.state)
                roll.pupils[pupil.id] = pupil
            }
            query.offset += query.limit
            if try await ledger.records(school, matching: query).rows.isEmpty { break }
        }
        pupils.keep(roll, of: school)
        return roll
    }
}
