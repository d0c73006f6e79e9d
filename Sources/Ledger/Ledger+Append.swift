extension Ledger {
    /// Seals and appends, durably, the whole or nothing.
    ///
    /// A change without events only guards: its record must still be at the expected revision, and its view stays.
    /// - Throws: ``LedgerError/revisionTaken(record:expected:actual:)`` when another writer was first: load again,
    ///   decide again. ``LedgerError/erased(record:)`` when the record's key was destroyed.
    package func append(_ append: Append) async throws(LedgerError) -> Appended {
        var sealed: [SealedChange] = []
        sealed.reserveCapacity(append.changes.count)
        var reads = append.reads
        var made: [(String, RecordKey)] = []
        for change in append.changes {
            guard !change.events.isEmpty else {
                reads[change.record] = change.expected
                continue
            }
            let (key, wrapped) = try await key(for: change, in: append)
            if wrapped != nil { made.append((change.record, key)) }
            sealed.append(try seal(change, in: append.log, under: key, wrapped: wrapped))
        }
        let appended = try await store.append(
            SealedAppend(log: append.log, stamp: append.stamp, changes: sealed, reads: reads))
        // Kept only now: had another writer made the record first, this key would be the wrong one.
        for (record, key) in made { keys.keep(key, append.log, record) }
        return appended
    }

    /// The record's key; made anew, and given wrapped too, for a record's first append.
    private func key(
        for change: Change, in append: Append
    ) async throws(LedgerError) -> (key: RecordKey, wrapped: [UInt8]?) {
        let log = append.log
        if change.expected == 0 {
            if let prepared = append.prepared[change.record] { return (prepared.key, prepared.wrapped) }
            return try sealer.newKey(log: log, record: change.record)
        }
        if let key = keys.key(log, change.record) { return (key, nil) }
        guard let wrapped = try await store.wrappedKey(log, change.record) else {
            guard try await store.record(log, change.record) == nil else { throw .erased(record: change.record) }
            throw .revisionTaken(record: change.record, expected: change.expected, actual: 0)
        }
        let key = try sealer.unwrap(wrapped, log: log, record: change.record)
        keys.keep(key, log, change.record)
        return (key, nil)
    }

    private func seal(
        _ change: Change, in log: LogID, under key: RecordKey, wrapped: [UInt8]?
    ) throws(LedgerError) -> SealedChange {
        guard Set(change.view.duties.map(\.key)).count == change.view.duties.count else {
            throw .corrupt(record: change.record, reason: "two of its duties have one key")
        }
        var events: [NewEvent] = []
        events.reserveCapacity(change.events.count)
        var revision = change.expected
        for event in change.events {
            revision += 1
            let payload = try key.sealEvent(
                event.payload, log: log, record: change.record, revision: revision, type: event.type)
            events.append(NewEvent(type: event.type, payload: payload))
        }
        var view = change.view
        view.state = try key.sealState(change.view.state, log: log, record: change.record, revision: revision)
        return SealedChange(
            record: change.record, expected: change.expected, events: events, view: view, wrappedKey: wrapped)
    }
}
