import Crypto

/// Opens what the writer sealed, from the written form alone: nonce (12 bytes), ciphertext, tag (16 bytes), AES-256-GCM.
///
/// Keys come from the master by HKDF-SHA256 with the salt `hornbook/1`; a sealing key's encryption key is HKDF-Expand
/// of it with `encryption`. The associated data is a domain and its parts, each after its length in four bytes.
struct ContentOpener: Sendable {
    private let wrapping: SymmetricKey

    init(master: [UInt8]) {
        wrapping = Self.encryptionKey(of: Self.derived(master, "ledger/wrapping"))
    }

    /// The public half of a log's checkpoint key.
    static func checkpointKey(master: [UInt8], origin: String, log: LogID) throws(ProofFault) -> CheckpointKey {
        let seed = derived(master, "ledger/checkpoint/\(log)").withUnsafeBytes { Array($0) }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw ProofFault("The master key gives no checkpoint key.")
        }
        return try CheckpointKey(name: "\(origin)/\(log)", publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// The key that a record's payloads are encrypted under; nil when the wrapped key does not open.
    func contentKey(_ wrapped: [UInt8], log: LogID, record: String) -> SymmetricKey? {
        var context: [UInt8] = []
        for part in ["key", log.rawValue, record] { Self.put(part.utf8, into: &context) }
        guard let bytes = Self.open(wrapped[...], under: wrapping, context: context) else { return nil }
        return Self.contentKey(dataKey: Array(bytes))
    }

    /// The key that payloads are encrypted under, from a record's data key.
    static func contentKey(dataKey: [UInt8]) -> SymmetricKey { encryptionKey(of: SymmetricKey(data: dataKey)) }

    /// - Returns: nil unless the payload was sealed under the key in this place.
    static func openEvent(
        _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, log: LogID, record: String, revision: Int64,
        type: some Collection<UInt8>
    ) -> [UInt8]? {
        open(sealed, under: key, context: eventContext(log, record, revision, type)).map { Array($0) }
    }

    /// Whether the payload opens: what it says is not looked at.
    static func opens(
        _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, log: LogID, record: String, revision: Int64,
        type: some Collection<UInt8>
    ) -> Bool {
        open(sealed, under: key, context: eventContext(log, record, revision, type)) != nil
    }

    private static func open(
        _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, context: [UInt8]
    ) -> (some Sequence<UInt8>)? {
        (try? AES.GCM.SealedBox(combined: sealed)).flatMap {
            try? AES.GCM.open($0, using: key, authenticating: context)
        }
    }

    private static func eventContext(
        _ log: LogID, _ record: String, _ revision: Int64, _ type: some Collection<UInt8>
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        put("event".utf8, into: &bytes)
        put(log.rawValue.utf8, into: &bytes)
        put(record.utf8, into: &bytes)
        put(String(revision).utf8, into: &bytes)
        put(type, into: &bytes)
        return bytes
    }

    private static func put(_ part: some Collection<UInt8>, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: part.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: part)
    }

    private static func derived(_ master: [UInt8], _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: master), salt: Array("hornbook/1".utf8), info: Array(purpose.utf8),
            outputByteCount: 32)
    }

    private static func encryptionKey(of key: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.expand(pseudoRandomKey: key, info: Array("encryption".utf8), outputByteCount: 32)
    }
}
