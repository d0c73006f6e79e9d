/// A fact to be appended: what happened, in clear, before it is sealed and given its place.
package struct NewEvent: Sendable, Equatable {
    /// The kind's name and the event's, such as `account.approved`. Kept for ever; never renamed.
    package var type: String
    /// The event, encoded. Sealed under the record's key before it reaches a store.
    package var payload: [UInt8]

    package init(type: String, payload: [UInt8]) {
        self.type = type
        self.payload = payload
    }
}

/// Who caused an append, by what, and when: stands in clear beside each of its events and is hashed with it.
package struct Stamp: Sendable, Equatable {
    /// The identifier of the person who acted, or `system`.
    package var actor: String
    /// The identifier of the command: the same for a form sent twice, so that it is carried out once.
    package var cause: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package var time: Int64

    package init(actor: String, cause: String, time: Int64) {
        self.actor = actor
        self.cause = cause
        self.time = time
    }
}

/// One record's part of an append: its new events and what its views become.
package struct Change: Sendable, Equatable {
    package var record: String
    /// The record's revision that the decision was taken at; 0 for a record that does not yet exist.
    package var expected: Int64
    package var events: [NewEvent]
    package var view: RecordView

    package init(record: String, expected: Int64, events: [NewEvent], view: RecordView) {
        self.record = record
        self.expected = expected
        self.events = events
        self.view = view
    }
}

/// All that one command does, in one log: carried out whole or not at all.
package struct Append: Sendable {
    package var log: LogID
    package var stamp: Stamp
    package var changes: [Change]
    /// Records that were only read, with the revision seen: the append is refused if one has moved on.
    package var reads: [String: Int64]
    /// Keys that records made here were promised, because something was sealed for them before.
    package var prepared: [String: PreparedKey]

    package init(
        log: LogID, stamp: Stamp, changes: [Change], reads: [String: Int64] = [:], prepared: [String: PreparedKey] = [:]
    ) {
        self.log = log
        self.stamp = stamp
        self.changes = changes
        self.reads = reads
        self.prepared = prepared
    }
}

/// Where an append was put.
package struct Appended: Sendable, Equatable {
    /// Positions in the log's tree, from 0 and without gaps, in the order of the events.
    package var positions: Range<Int64>

    package init(positions: Range<Int64>) { self.positions = positions }
}

/// Why a store or the ledger did not do as asked.
package enum LedgerError: Error, Equatable, Sendable {
    /// Another writer was first: reload and decide again. `actual` is the record's revision now.
    case revisionTaken(record: String, expected: Int64, actual: Int64)
    /// No log of that name.
    case noSuchLog(LogID)
    /// No record of that name in the log.
    case noSuchRecord(String)
    /// A log of that name exists already.
    case logExists(LogID)
    /// The record's key was destroyed: its content is gone, its leaves stand.
    case erased(record: String)
    /// The master key does not open this database.
    case wrongMasterKey
    /// What was sealed does not open, or does not decode: the record, and what is wrong.
    case corrupt(record: String, reason: String)
    /// The storage failed: one plain sentence for the person who runs the installation.
    case unavailable(String)
}
