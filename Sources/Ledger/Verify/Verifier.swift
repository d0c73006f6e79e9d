/// Recomputes everything that a log claims, from the stored bytes alone. It shares no code with the writer: it has its
/// own reading of an event's form, its own tree, its own note reader and its own opening of what is sealed.
///
/// Found are: any byte changed in any event, events reordered, left out, added or removed, a tree or checkpoint that
/// does not fit them, and, against an older checkpoint kept outside, a log that was cut back or replaced as a whole.
package struct Verifier: Sendable {
    private let store: any LedgerStoring
    private let master: [UInt8]
    private let origin: String
    private let batch: Int

    /// - Parameters:
    ///   - origin: The installation's name in checkpoints.
    ///   - batch: Events read at a time.
    package init(store: any LedgerStoring, master: MasterKey, origin: String, batch: Int = 2048) {
        self.store = store
        self.master = master.bytes
        self.origin = origin
        self.batch = max(1, batch)
    }

    /// Verifies every log.
    package func verifyAll(
        progress: @Sendable (LogID, Int64, Int64) -> Void = { _, _, _ in }
    ) async throws(LedgerError) -> [VerificationReport] {
        var reports: [VerificationReport] = []
        for log in try await store.logs() {
            reports.append(try await verify(log) { progress(log, $0, $1) })
        }
        return reports
    }

    /// Verifies one log.
    ///
    /// - Parameters:
    ///   - older: A checkpoint of this log that was kept outside; nil when there is none.
    ///   - opensContents: Also opens every payload with its record's key. Without, only what was hashed is recomputed.
    ///   - progress: Called after each batch with the events done and the events in all.
    /// - Throws: ``LedgerError`` when the log cannot be read. What is wrong in it is in the report.
    package func verify(
        _ log: LogID, against older: String? = nil, opensContents: Bool = true,
        progress: @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws(LedgerError) -> VerificationReport {
        // In this order, so that what is appended meanwhile is never mistaken for a fault.
        let checkpoints = try await store.checkpoints(log, limit: .max)
        let tree = try await store.tree(log)
        var pass = EventPass(log: log, opener: opensContents ? ContentOpener(master: master) : nil)
        pass.reserve(Int(min(max(0, tree.size), 1 << 22)))
        try await walk(&pass, size: tree.size, progress)
        var ending = LogEnding(pass)
        ending.compare(tree, now: try await store.tree(log).size)
        do throws(ProofFault) {
            let key = try ContentOpener.checkpointKey(master: master, origin: origin, log: log)
            for stored in checkpoints { ending.compare(stored, against: key) }
            if let older { ending.compare(older: older, against: key) }
        } catch {
            throw .unavailable(error.description)
        }
        return ending.report
    }

    private func walk(
        _ pass: inout EventPass, size: Int64, _ progress: @Sendable (Int64, Int64) -> Void
    ) async throws(LedgerError) {
        let log = pass.log
        var packed = try await store.packedEvents(log, from: 0, limit: batch)
        while packed.count > 0 {
            let events = pass.read(packed)
            guard let last = events.last else { break }
            let keys = pass.wantedKeys()
            if !keys.isEmpty { pass.learn(try await store.wrappedKeys(log, keys), of: keys) }
            // The next batch is fetched while this one is hashed and opened.
            async let next = fetched(log, from: last.position + 1)
            await pass.check(events, in: packed)
            progress(pass.next, max(size, pass.next))
            packed = try await next.get()
        }
    }

    private func fetched(_ log: LogID, from position: Int64) async -> Result<PackedEvents, LedgerError> {
        do throws(LedgerError) {
            return .success(try await store.packedEvents(log, from: position, limit: batch))
        } catch {
            return .failure(error)
        }
    }
}
