extension Ledger {
    /// Destroys a record's key for good: its content and its views are gone, its events still stand in the tree.
    package func erase(_ log: LogID, _ record: String) async throws(LedgerError) {
        try await store.destroyKey(log, record)
        keys.forget(log, record)
    }
}

extension RecordView {
    /// What is left of a record in lists once its key was destroyed: its kind, read from its first event's type.
    ///
    /// Nobody is in its audience; only the office itself still finds it.
    package static func erased(firstEventType type: String) -> RecordView {
        RecordView(
            kind: String(type.prefix { $0 != "." }), status: "erased", title: "", audience: [], state: [])
    }
}
