/// One log of the in-memory store.
struct MemoryLog: Sendable {
    let id: LogID
    private(set) var events: [SealedEvent] = []
    /// Positions of each record's events.
    private(set) var histories: [String: [Int]] = [:]
    private(set) var range = CompactRange()
    /// Wrapped keys; a record's value is nil once its key was destroyed.
    private(set) var keys: [String: [UInt8]?] = [:]
    private(set) var views: [String: SealedView] = [:]
    var checkpoints: [StoredCheckpoint] = []
    /// By person.
    var logins: [String: Login] = [:]
    var tickets: [Ticket] = []

    init(_ id: LogID) { self.id = id }

    func revision(of record: String) -> Int64 { Int64(histories[record]?.count ?? 0) }

    mutating func append(_ append: SealedAppend) throws(LedgerError) -> Appended {
        try check(append)
        let start = range.size
        for change in append.changes {
            if let key = change.wrappedKey, change.expected == 0 { keys[change.record] = .some(key) }
            for event in change.events { add(event, to: change.record, append.stamp) }
            let made = histories[change.record]?.first.map { events[$0].stamp.time } ?? append.stamp.time
            views[change.record] = SealedView(
                record: change.record, revision: revision(of: change.record), created: made,
                changed: append.stamp.time, view: Self.normal(change.view))
        }
        return Appended(positions: start..<range.size)
    }

    private func check(_ append: SealedAppend) throws(LedgerError) {
        for (record, seen) in append.reads.sorted(by: { $0.key < $1.key }) where revision(of: record) != seen {
            throw .revisionTaken(record: record, expected: seen, actual: revision(of: record))
        }
        var reached: [String: Int64] = [:]
        for change in append.changes {
            let actual = reached[change.record] ?? revision(of: change.record)
            guard actual == change.expected else {
                throw .revisionTaken(record: change.record, expected: change.expected, actual: actual)
            }
            if actual == 0 {
                guard change.wrappedKey != nil, !change.events.isEmpty else {
                    throw .corrupt(record: change.record, reason: "its first change brings no key or no event")
                }
            } else if case .some(.none) = keys[change.record] {
                throw .erased(record: change.record)
            }
            reached[change.record] = actual + Int64(change.events.count)
        }
    }

    private mutating func add(_ event: NewEvent, to record: String, _ stamp: Stamp) {
        var sealed = SealedEvent(
            log: id, position: range.size, record: record, revision: revision(of: record) + 1, type: event.type,
            stamp: stamp, payload: event.payload, leaf: [])
        sealed.leaf = LeafEncoding.leafHash(of: sealed)
        histories[record, default: []].append(events.count)
        events.append(sealed)
        range.append(sealed.leaf)
    }

    mutating func destroyKey(of record: String) throws(LedgerError) {
        guard var view = views[record], let first = histories[record]?.first else { throw .noSuchRecord(record) }
        keys[record] = .some(nil)
        view.view = .erased(firstEventType: events[first].type)
        views[record] = view
    }

    mutating func replaceViews(_ new: [SealedView]) throws(LedgerError) {
        for view in new where view.revision != revision(of: view.record) {
            throw .revisionTaken(record: view.record, expected: view.revision, actual: revision(of: view.record))
        }
        let given = Set(new.map(\.record))
        if let missing = histories.keys.filter({ !given.contains($0) }).min() {
            throw .revisionTaken(record: missing, expected: 0, actual: revision(of: missing))
        }
        views = [:]
        for var view in new {
            view.view = Self.normal(view.view)
            views[view.record] = view
        }
    }

    /// Sets as sets: an audience and facets have no order and no doubles.
    private static func normal(_ view: RecordView) -> RecordView {
        var view = view
        view.audience = Set(view.audience).sorted()
        view.facets = Set(view.facets).sorted()
        return view
    }
}
