extension Ledger {
    /// Proof that a record's events stand in the log as it is signed now.
    ///
    /// - Parameter opening: Whether the proof carries the record's data key, so that its content can be read.
    /// - Throws: ``LedgerError/noSuchRecord(_:)``.
    package func prove(_ log: LogID, _ record: String, opening: Bool = false) async throws(LedgerError) -> ProofFile {
        let (size, checkpoint) = try await signedHead(log)
        let events = try await store.events(log, record: record).filter { $0.position < size }
        guard !events.isEmpty else { throw .noSuchRecord(record) }
        let tree = try await subtrees(log, size: size)
        let proven = events.map { event in
            ProvenEvent(
                position: event.position, revision: event.revision, type: event.type, actor: event.stamp.actor,
                cause: event.stamp.cause, time: event.stamp.time, payload: Base64.encode(event.payload),
                path: tree.inclusion(of: Int(event.position), in: tree.size).map(Base64.encode))
        }
        let key = opening ? try await openingKey(log, record).map { Base64.encode($0.bytes) } : nil
        return ProofFile(log: log.rawValue, record: record, checkpoint: checkpoint, events: proven, key: key)
    }

    /// Proof that an older checkpoint, kept outside, is of the log whose newest head is signed here.
    ///
    /// - Throws: ``LedgerError/unavailable(_:)`` with a plain sentence when the older text is not this log's.
    package func proveConsistency(
        _ log: LogID, from older: String
    ) async throws(LedgerError) -> ConsistencyProof {
        let olderSize = try signedSize(of: older, log)
        let (size, checkpoint) = try await signedHead(log)
        guard olderSize <= size else {
            throw .unavailable(
                "The older checkpoint signs \(olderSize) events and the log `\(log)` holds \(size): the newest are missing."
            )
        }
        let tree = try await subtrees(log, size: size)
        return ConsistencyProof(
            older: older, newer: checkpoint,
            hashes: tree.consistency(from: Int(olderSize), to: tree.size).map(Base64.encode))
    }

    /// The size in a checkpoint, if its text is what this installation signs for that size and root.
    private func signedSize(of checkpoint: String, _ log: LogID) throws(LedgerError) -> Int64 {
        let signer = try CheckpointSigner(master: master, origin: origin, log: log)
        let lines = checkpoint.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 2, lines[0] == signer.name, let size = Int64(lines[1]), size >= 0,
            let root = Base64.decode(String(lines[2])), try signer.sign(size: size, root: root) == checkpoint
        else { throw .unavailable("The older checkpoint is not one that this installation signed for `\(log)`.") }
        return size
    }

    private func subtrees(_ log: LogID, size: Int64) async throws(LedgerError) -> PerfectSubtrees {
        let leaves = try await store.leafHashes(log, 0..<size)
        guard leaves.count == Int(size) else {
            throw .corrupt(record: "", reason: "the log `\(log)` lacks events; verify it")
        }
        return PerfectSubtrees(leaves: leaves)
    }
}
