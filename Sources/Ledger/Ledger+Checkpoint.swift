extension Ledger {
    /// How many events the log holds, and the root of its tree (32 bytes).
    package func head(_ log: LogID) async throws(LedgerError) -> (size: Int64, root: [UInt8]) {
        let range = CompactRange(try await store.tree(log))
        return (range.size, range.root)
    }

    /// Signs the log as it stands and keeps the checkpoint; the same text again while nothing was appended.
    package func checkpoint(_ log: LogID, time: Int64) async throws(LedgerError) -> String {
        let text = try await signedHead(log)
        if let newest = try await store.checkpoints(log, limit: 1).first, newest.size == text.size {
            guard newest.text == text.text else {
                throw .corrupt(record: "", reason: "the log `\(log)` is not the one signed at size \(text.size)")
            }
            return newest.text
        }
        try await store.addCheckpoint(log, size: text.size, text: text.text, time: time)
        return text.text
    }

    /// What a log's checkpoints and proofs are checked against, to be kept outside: C2SP `name+hash+key`.
    package func verifierKey(_ log: LogID) throws(LedgerError) -> String {
        try CheckpointSigner(master: master, origin: origin, log: log).verifierKey
    }

    func signedHead(_ log: LogID) async throws(LedgerError) -> (size: Int64, text: String) {
        let (size, root) = try await head(log)
        return (size, try CheckpointSigner(master: master, origin: origin, log: log).sign(size: size, root: root))
    }
}
