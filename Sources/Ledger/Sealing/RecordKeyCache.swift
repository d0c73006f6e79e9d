import Synchronization

/// Keeps the data keys of records lately used, so that an append to one need not fetch and unwrap its key again.
///
/// Bounded: two generations of at most `limit` keys; when the younger is full it becomes the older. A key that was
/// destroyed is forgotten here too, and a store refuses an append to a record whose key is gone whatever is kept here.
final class RecordKeyCache: Sendable {
    private struct Name: Hashable {
        var log: LogID
        var record: String
    }

    private struct Generations {
        var young: [Name: RecordKey] = [:]
        var old: [Name: RecordKey] = [:]
    }

    private let limit: Int
    private let generations = Mutex(Generations())

    init(limit: Int = 4096) { self.limit = limit }

    func key(_ log: LogID, _ record: String) -> RecordKey? {
        let name = Name(log: log, record: record)
        return generations.withLock { generations in
            if let key = generations.young[name] { return key }
            guard let key = generations.old[name] else { return nil }
            insert(key, name, into: &generations)
            return key
        }
    }

    func keep(_ key: RecordKey, _ log: LogID, _ record: String) {
        generations.withLock { insert(key, Name(log: log, record: record), into: &$0) }
    }

    func forget(_ log: LogID, _ record: String) {
        let name = Name(log: log, record: record)
        generations.withLock {
            $0.young[name] = nil
            $0.old[name] = nil
        }
    }

    private func insert(_ key: RecordKey, _ name: Name, into generations: inout Generations) {
        if generations.young.count >= limit {
            generations.old = generations.young
            generations.young = [:]
        }
        generations.young[name] = key
    }
}
