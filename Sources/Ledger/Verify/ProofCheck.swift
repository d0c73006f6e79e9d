import Crypto

/// What a good proof of a record shows.
package struct ProofFinding: Sendable, Equatable {
    package var log: String
    package var record: String
    /// The record's events from its first; payloads are nil when the proof carries no key.
    package var events: [PastEvent]
    /// Events that the checkpoint signs, and their root.
    package var size: Int64
    package var root: [UInt8]
}

extension ProofFile {
    /// Checks the proof against a public key that was had from elsewhere. Needs nothing but this file.
    ///
    /// - Parameter verifierKey: C2SP `name+hash+key`.
    package func check(against verifierKey: String) throws(ProofFault) -> ProofFinding {
        guard format == Self.format else { throw ProofFault("The file is not a proof of a record.") }
        guard let log = LogID(log) else { throw ProofFault("The proof names no log.") }
        let key = try CheckpointKey(verifierKey)
        let checkpoint = try ReadCheckpoint(self.checkpoint, against: key)
        guard checkpoint.origin.hasSuffix("/\(log)") else {
            throw ProofFault("The checkpoint is of `\(checkpoint.origin)`, the proof of `\(log)`.")
        }
        guard !events.isEmpty else { throw ProofFault("The proof holds no events.") }
        let content = try contentKey()
        var past: [PastEvent] = []
        for (index, event) in events.enumerated() {
            past.append(try check(event, revision: Int64(index) + 1, log, checkpoint, content))
        }
        return ProofFinding(
            log: log.rawValue, record: record, events: past, size: checkpoint.size, root: checkpoint.root.bytes)
    }

    private func contentKey() throws(ProofFault) -> SymmetricKey? {
        guard let key else { return nil }
        guard let bytes = BaseText.bytes(key), bytes.count == 32 else {
            throw ProofFault("The proof's key cannot be read.")
        }
        return ContentOpener.contentKey(dataKey: bytes)
    }

    private func check(
        _ event: ProvenEvent, revision: Int64, _ log: LogID, _ checkpoint: ReadCheckpoint, _ content: SymmetricKey?
    ) throws(ProofFault) -> PastEvent {
        guard event.revision == revision else {
            throw ProofFault("The proof leaves out the record's event \(revision).")
        }
        guard let payload = BaseText.bytes(event.payload) else {
            throw ProofFault("Event \(revision) cannot be read.")
        }
        var path: [Hash32] = []
        for text in event.path {
            guard let bytes = BaseText.bytes(text), let hash = Hash32(bytes) else {
                throw ProofFault("The path of event \(revision) cannot be read.")
            }
            path.append(hash)
        }
        let leaf = canonicalHash(event, log, payload)
        guard RFC9162.includes(leaf, at: event.position, size: checkpoint.size, path, root: checkpoint.root) else {
            throw ProofFault("Event \(revision) is not in the log that the checkpoint signs.")
        }
        var opened: [UInt8]?
        if let content {
            opened = ContentOpener.openEvent(
                payload[...], under: content, log: log, record: record, revision: revision, type: event.type.utf8)
            guard opened != nil else { throw ProofFault("The proof's key does not open event \(revision).") }
        }
        return PastEvent(
            position: event.position, record: record, revision: revision, type: event.type,
            stamp: Stamp(actor: event.actor, cause: event.cause, time: event.time), payload: opened)
    }

    /// The leaf of the event, from the written form of version 1.
    private func canonicalHash(_ event: ProvenEvent, _ log: LogID, _ payload: [UInt8]) -> Hash32 {
        var bytes: [UInt8] = [1]
        func put(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.bigEndian) { bytes += $0 } }
        func put(_ field: [UInt8]) {
            put(UInt32(truncatingIfNeeded: field.count))
            bytes += field
        }
        put(Array(log.rawValue.utf8))
        put(event.position)
        put(Array(record.utf8))
        put(event.revision)
        for text in [event.type, event.actor, event.cause] { put(Array(text.utf8)) }
        put(event.time)
        put(payload)
        return bytes.withUnsafeBytes { Hash32.leaf($0) }
    }
}

extension ConsistencyProof {
    /// Checks that the newer checkpoint's log begins with the older one's.
    ///
    /// - Returns: Both sizes.
    package func check(against verifierKey: String) throws(ProofFault) -> (older: Int64, newer: Int64) {
        guard format == Self.format else { throw ProofFault("The file is not a proof between two checkpoints.") }
        let key = try CheckpointKey(verifierKey)
        let before = try ReadCheckpoint(older, against: key)
        let after = try ReadCheckpoint(newer, against: key)
        var path: [Hash32] = []
        for text in hashes {
            guard let bytes = BaseText.bytes(text), let hash = Hash32(bytes) else {
                throw ProofFault("The proof's hashes cannot be read.")
            }
            path.append(hash)
        }
        guard RFC9162.extends(before.root, size: before.size, to: after.root, size: after.size, path) else {
            throw ProofFault("The newer checkpoint does not begin with the log that the older one signs.")
        }
        return (before.size, after.size)
    }
}
