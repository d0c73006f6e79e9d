extension Ledger {
    /// Makes every view of a log anew from its events, and says what came out otherwise than it stood.
    ///
    /// - Parameter project: A record's identifier and its events, the oldest first, to its view.
    /// - Throws: ``LedgerError/corrupt(record:reason:)`` when an event does not open or `project` throws: then nothing
    ///   was changed.
    package func rebuild(
        _ log: LogID, project: (String, [PastEvent]) throws -> RecordView
    ) async throws(LedgerError) -> RebuildReport {
        let before = try await store.dumpViews(log)
        var attempts = 3
        while true {
            let (views, erased) = try await projected(log, project)
            do {
                try await store.replaceViews(log, views)
            } catch .revisionTaken where attempts > 1 {
                // Somebody appended meanwhile.
                attempts -= 1
                continue
            }
            let changed = Self.difference(before, try await store.dumpViews(log))
            return RebuildReport(
                log: log, records: views.count, events: views.reduce(0) { $0 + $1.revision }, erased: erased,
                removed: changed.removed, added: changed.added)
        }
    }

    private func projected(
        _ log: LogID, _ project: (String, [PastEvent]) throws -> RecordView
    ) async throws(LedgerError) -> (views: [SealedView], erased: Int) {
        var views: [SealedView] = []
        var erased = 0
        for record in try await recordNames(log) {
            let events = try await store.events(log, record: record)
            guard let first = events.first, let last = events.last else { continue }
            var view: RecordView
            if let key = try await openingKey(log, record) {
                var past: [PastEvent] = []
                for event in events { past.append(try open(event, under: key)) }
                do { view = try project(record, past) } catch {
                    throw .corrupt(record: record, reason: "its events give no state: \(error)")
                }
                view.state = try key.sealState(view.state, log: log, record: record, revision: last.revision)
            } else {
                view = .erased(firstEventType: first.type)
                erased += 1
            }
            views.append(
                SealedView(
                    record: record, revision: last.revision, created: first.stamp.time, changed: last.stamp.time,
                    view: view))
        }
        return (views, erased)
    }

    /// Every record of the log in the order in which they began.
    private func recordNames(_ log: LogID) async throws(LedgerError) -> [String] {
        var names: [String] = []
        var position: Int64 = 0
        while true {
            let events = try await store.events(log, from: position, limit: 500)
            guard let last = events.last else { return names }
            for event in events where event.revision == 1 { names.append(event.record) }
            position = last.position + 1
        }
    }

    private static func difference(
        _ before: [String], _ after: [String]
    ) -> (removed: [String], added: [String]) {
        let old = Set(before)
        let new = Set(after)
        return (before.filter { !new.contains($0) }, after.filter { !old.contains($0) })
    }
}

/// What a rebuild did. Rows are as ``LedgerStoring/dumpViews(_:)`` writes them.
package struct RebuildReport: Sendable, Equatable {
    package var log: LogID
    package var records: Int
    package var events: Int64
    /// Records whose key was destroyed.
    package var erased: Int
    /// Rows that stood before and do not now.
    package var removed: [String]
    /// Rows that stand now and did not before.
    package var added: [String]

    /// The views were what the events say.
    package var isIdentical: Bool { removed.isEmpty && added.isEmpty }

    package init(log: LogID, records: Int, events: Int64, erased: Int, removed: [String], added: [String]) {
        self.log = log
        self.records = records
        self.events = events
        self.erased = erased
        self.removed = removed
        self.added = added
    }
}
