/// The port that every storage engine implements, and that one contract suite holds them to.
///
/// A store knows sealed bytes, rows and order. Inside one transaction it gives events their positions, extends the
/// log's tree, replaces the views of each changed record, and refuses the whole if a revision has moved on.
package protocol LedgerStoring: SignInStoring {
    /// Every log, by name.
    func logs() async throws(LedgerError) -> [LogID]
    /// Makes an empty log.
    func createLog(_ log: LogID, time: Int64) async throws(LedgerError)

    /// Appends durably: returns only when the events will survive a loss of power.
    ///
    /// The reads are compared before anything is written; the changes in their order, so that a second change to a
    /// record expects the revision that the first one made. A record's first change must bring its wrapped key.
    func append(_ append: SealedAppend) async throws(LedgerError) -> Appended

    func record(_ log: LogID, _ record: String) async throws(LedgerError) -> SealedRecord?
    func records(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> RecordPage
    /// The states of the records on one page of a query, for pages that show more than the row.
    func sealedRecords(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> [SealedRecord]
    /// Duties of any of these assignees on records that `audience` may see (`nil`: all), soonest first, undated last.
    func duties(_ log: LogID, assignees: [String], audience: [String]?, limit: Int) async throws(LedgerError)
        -> [DutyRow]
    /// Every open duty on one record.
    func duties(_ log: LogID, record: String) async throws(LedgerError) -> [DutyRow]
    func tallies(_ log: LogID, audience: [String]?) async throws(LedgerError) -> [Tally]

    /// Events of the log from a position on, in order, at most `limit`.
    func events(_ log: LogID, from position: Int64, limit: Int) async throws(LedgerError) -> [SealedEvent]
    func events(_ log: LogID, record: String) async throws(LedgerError) -> [SealedEvent]
    /// The same as ``events(_:from:limit:)`` in one buffer. A store may do it faster than the extension does.
    func packedEvents(_ log: LogID, from position: Int64, limit: Int) async throws(LedgerError) -> PackedEvents
    /// Leaf hashes (32 bytes each) at positions in the range, in order.
    func leafHashes(_ log: LogID, _ range: Range<Int64>) async throws(LedgerError) -> [[UInt8]]
    func tree(_ log: LogID) async throws(LedgerError) -> TreeHead
    /// The record's wrapped key; nil when it was destroyed, or there is no such record.
    func wrappedKey(_ log: LogID, _ record: String) async throws(LedgerError) -> [UInt8]?
    /// The wrapped keys of those of the records that have one.
    func wrappedKeys(_ log: LogID, _ records: [String]) async throws(LedgerError) -> [String: [UInt8]]
    /// Destroys a record's key and every view of it but its row, which becomes ``RecordView/erased(firstEventType:)``:
    /// the content is gone, the leaves stand. Appends to it are refused from then on.
    func destroyKey(_ log: LogID, _ record: String) async throws(LedgerError)

    func addCheckpoint(_ log: LogID, size: Int64, text: String, time: Int64) async throws(LedgerError)
    /// Checkpoints, the newest first.
    func checkpoints(_ log: LogID, limit: Int) async throws(LedgerError) -> [StoredCheckpoint]

    /// Replaces every view of a log by these, in one transaction. Events, keys and checkpoints are untouched.
    /// Refused with ``LedgerError/revisionTaken(record:expected:actual:)`` unless they are of the log as it stands:
    /// every record that has events, each at its newest revision.
    func replaceViews(_ log: LogID, _ views: [SealedView]) async throws(LedgerError)
    /// Every view row of a log, as text in a fixed order: what a rebuild is compared by.
    func dumpViews(_ log: LogID) async throws(LedgerError) -> [String]

    /// A small value kept with the installation, such as the check of the master key.
    func setting(_ name: String) async throws(LedgerError) -> [UInt8]?
    func setSetting(_ name: String, _ value: [UInt8]) async throws(LedgerError)
    func close() async throws(LedgerError)
}

/// An event as stored: sealed, in its place. Its leaf is the hash of all of it (see ``LeafEncoding``).
package struct SealedEvent: Sendable, Equatable {
    package var log: LogID
    /// Place in the log's tree, from 0.
    package var position: Int64
    package var record: String
    /// Place in the record's own history, from 1.
    package var revision: Int64
    package var type: String
    package var stamp: Stamp
    package var payload: [UInt8]
    /// RFC 6962 leaf hash as the writer computed it; a verifier recomputes it.
    package var leaf: [UInt8]

    package init(
        log: LogID, position: Int64, record: String, revision: Int64, type: String, stamp: Stamp, payload: [UInt8],
        leaf: [UInt8]
    ) {
        self.log = log
        self.position = position
        self.record = record
        self.revision = revision
        self.type = type
        self.stamp = stamp
        self.payload = payload
        self.leaf = leaf
    }
}

/// A record's views with the state sealed.
package struct SealedView: Sendable, Equatable {
    package var record: String
    package var revision: Int64
    package var created: Int64
    package var changed: Int64
    /// `view.state` holds the sealed state here.
    package var view: RecordView
    package init(record: String, revision: Int64, created: Int64, changed: Int64, view: RecordView) {
        self.record = record
        self.revision = revision
        self.created = created
        self.changed = changed
        self.view = view
    }
}

package struct SealedRecord: Sendable, Equatable {
    package var row: RecordRow
    package var audience: [String]
    package var state: [UInt8]
    /// Nil when the key was destroyed.
    package var wrappedKey: [UInt8]?
    package init(row: RecordRow, audience: [String], state: [UInt8], wrappedKey: [UInt8]?) {
        self.row = row
        self.audience = audience
        self.state = state
        self.wrappedKey = wrappedKey
    }
}

package struct SealedChange: Sendable, Equatable {
    package var record: String
    package var expected: Int64
    /// Type and sealed payload.
    package var events: [NewEvent]
    /// The state inside is sealed.
    package var view: RecordView
    /// For a record's first append; nil after.
    package var wrappedKey: [UInt8]?
    package init(record: String, expected: Int64, events: [NewEvent], view: RecordView, wrappedKey: [UInt8]?) {
        self.record = record
        self.expected = expected
        self.events = events
        self.view = view
        self.wrappedKey = wrappedKey
    }
}

package struct SealedAppend: Sendable, Equatable {
    package var log: LogID
    package var stamp: Stamp
    package var changes: [SealedChange]
    package var reads: [String: Int64]
    package init(log: LogID, stamp: Stamp, changes: [SealedChange], reads: [String: Int64]) {
        self.log = log
        self.stamp = stamp
        self.changes = changes
        self.reads = reads
    }
}

/// A log's tree as it stands: its size, and the hashes of the perfect subtrees along its right edge, largest first.
package struct TreeHead: Sendable, Equatable {
    package var size: Int64
    package var frontier: [[UInt8]]
    package init(size: Int64, frontier: [[UInt8]]) {
        self.size = size
        self.frontier = frontier
    }
}

package struct StoredCheckpoint: Sendable, Equatable {
    package var size: Int64
    /// The signed note, C2SP tlog-checkpoint.
    package var text: String
    package var time: Int64
    package init(size: Int64, text: String, time: Int64) {
        self.size = size
        self.text = text
        self.time = time
    }
}
