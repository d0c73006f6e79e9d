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
        let context = Self.context("key", [log.rawValue, record])
        guard let bytes = Self.open(wrapped[...], under: wrapping, context: context) else { return nil }
        return Self.contentKey(dataKey: Array(bytes))
    }

    /// The key that payloads are encrypted under, from a record's data key.
    static func contentKey(dataKey: [UInt8]) -> SymmetricKey { encryptionKey(of: SymmetricKey(data: dataKey)) }

    /// - Returns: nil unless the payload was sealed under the key in this place.
    static func openEvent(
        _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, log: LogID, record: String, revision: Int64, type: String
    ) -> [UInt8]? {
        open(sealed, under: key, context: context("event", [log.rawValue, record, "\(revision)", type]))
            .map { Array($0) }
    }

    private static func open(
        _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, context: [UInt8]
    ) -> (some Sequence<UInt8>)? {
        (try? AES.GCM.SealedBox(combined: sealed)).flatMap {
            try? AES.GCM.open($0, using: key, authenticating: context)
        }
    }

    private static func context(_ domain: String, _ parts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        func put(_ text: String) {
            let count = text.utf8.count
            bytes += [UInt8(count >> 24 & 255), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)]
            bytes += text.utf8
        }
        put(domain)
        for part in parts { put(part) }
        return bytes
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
