/// Proof that one record's events stand in a log, without showing any other: checked offline against a public key.
///
/// Hashes, keys and payloads are Base 64. The file opens the record's content only when `key` is given.
package struct ProofFile: Sendable, Equatable, Codable {
    package static let format = "hornbook-proof/1"

    package var format: String
    package var log: String
    package var record: String
    /// The signed note that every event's path leads to.
    package var checkpoint: String
    /// The record's events from its first, without a gap.
    package var events: [ProvenEvent]
    /// The record's data key; nil when the content stays sealed.
    package var key: String?

    package init(log: String, record: String, checkpoint: String, events: [ProvenEvent], key: String?) {
        format = Self.format
        self.log = log
        self.record = record
        self.checkpoint = checkpoint
        self.events = events
        self.key = key
    }
}

/// One event in a proof: all that its leaf is the hash of, and its inclusion path (RFC 6962, 2.1.1), nearest first.
package struct ProvenEvent: Sendable, Equatable, Codable {
    package var position: Int64
    package var revision: Int64
    package var type: String
    package var actor: String
    package var cause: String
    /// Seconds since 1970.
    package var time: Int64
    package var payload: String
    package var path: [String]

    package init(
        position: Int64, revision: Int64, type: String, actor: String, cause: String, time: Int64, payload: String,
        path: [String]
    ) {
        self.position = position
        self.revision = revision
        self.type = type
        self.actor = actor
        self.cause = cause
        self.time = time
        self.payload = payload
        self.path = path
    }
}

/// Proof that a log at one checkpoint is the beginning of the same log at a newer one: nothing was rewritten between.
package struct ConsistencyProof: Sendable, Equatable, Codable {
    package static let format = "hornbook-consistency/1"

    package var format: String
    package var older: String
    package var newer: String
    /// RFC 6962, 2.1.2; Base 64.
    package var hashes: [String]

    package init(older: String, newer: String, hashes: [String]) {
        format = Self.format
        self.older = older
        self.newer = newer
        self.hashes = hashes
    }
}
