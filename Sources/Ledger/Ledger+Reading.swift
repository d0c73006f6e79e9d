extension Ledger {
    /// The record as it stands; nil when there is none.
    /// - Throws: ``LedgerError/erased(record:)`` when its key was destroyed.
    package func load(_ log: LogID, _ record: String) async throws(LedgerError) -> Loaded? {
        guard let sealed = try await store.record(log, record) else { return nil }
        guard let loaded = try open(sealed, in: log) else { throw .erased(record: record) }
        return loaded
    }

    /// The records on one page of a query, opened. Those whose key was destroyed have nothing to open and are left out.
    package func load(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> [Loaded] {
        var found: [Loaded] = []
        for sealed in try await store.sealedRecords(log, matching: query) {
            if let loaded = try open(sealed, in: log) { found.append(loaded) }
        }
        return found
    }

    /// Every event of one record, the oldest first; empty when there is no such record.
    package func history(_ log: LogID, _ record: String) async throws(LedgerError) -> [PastEvent] {
        let events = try await store.events(log, record: record)
        guard !events.isEmpty else { return [] }
        let key = try await openingKey(log, record)
        var past: [PastEvent] = []
        for event in events { past.append(try open(event, under: key)) }
        return past
    }

    /// The log's newest events, the newest first.
    package func recent(_ log: LogID, limit: Int) async throws(LedgerError) -> [PastEvent] {
        let size = try await store.tree(log).size
        let limit = max(0, limit)
        var opening: [String: RecordKey?] = [:]
        var past: [PastEvent] = []
        for event in try await store.events(log, from: max(0, size - Int64(limit)), limit: limit) {
            let key: RecordKey?
            if let known = opening[event.record] {
                key = known
            } else {
                key = try await openingKey(log, event.record)
                opening[event.record] = .some(key)
            }
            past.append(try open(event, under: key))
        }
        return past.reversed()
    }

    package func records(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> RecordPage {
        try await store.records(log, matching: query)
    }

    /// Duties of any of these assignees on records that `audience` may see (`nil`: all), soonest first, undated last.
    package func duties(
        _ log: LogID, assignees: [String], audience: [String]?, limit: Int
    ) async throws(LedgerError) -> [DutyRow] {
        try await store.duties(log, assignees: assignees, audience: audience, limit: limit)
    }

    package func duties(_ log: LogID, record: String) async throws(LedgerError) -> [DutyRow] {
        try await store.duties(log, record: record)
    }

    package func tallies(_ log: LogID, audience: [String]?) async throws(LedgerError) -> [Tally] {
        try await store.tallies(log, audience: audience)
    }

    /// The key that opens a record, as the store has it now; nil when it was destroyed.
    func openingKey(_ log: LogID, _ record: String) async throws(LedgerError) -> RecordKey? {
        guard let wrapped = try await store.wrappedKey(log, record) else {
            keys.forget(log, record)
            return nil
        }
        return try unwrap(wrapped, log, record)
    }

    func open(_ event: SealedEvent, under key: RecordKey?) throws(LedgerError) -> PastEvent {
        var payload: [UInt8]?
        if let key {
            payload = try key.openEvent(
                event.payload, log: event.log, record: event.record, revision: event.revision, type: event.type)
        }
        return PastEvent(
            position: event.position, record: event.record, revision: event.revision, type: event.type,
            stamp: event.stamp, payload: payload)
    }

    private func open(_ sealed: SealedRecord, in log: LogID) throws(LedgerError) -> Loaded? {
        guard let wrapped = sealed.wrappedKey else { return nil }
        let row = sealed.row
        let state = try unwrap(wrapped, log, row.record)
            .openState(sealed.state, log: log, record: row.record, revision: row.revision)
        return Loaded(row: row, audience: sealed.audience, state: state)
    }

    private func unwrap(_ wrapped: [UInt8], _ log: LogID, _ record: String) throws(LedgerError) -> RecordKey {
        if let key = keys.key(log, record) { return key }
        let key = try sealer.unwrap(wrapped, log: log, record: record)
        keys.keep(key, log, record)
        return key
    }
}
