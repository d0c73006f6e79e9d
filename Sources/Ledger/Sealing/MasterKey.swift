package import Crypto

/// The one secret of an installation: 32 bytes, from which every other key is derived.
///
/// Keys are derived with HKDF-SHA256 and a purpose, so that no two uses share a key and none reveals the master.
package struct MasterKey: Sendable {
    package static let byteCount = 32
    private let key: SymmetricKey

    /// - Returns: nil unless there are exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A fresh key from the system's source of randomness, for a new installation.
    package static func random() -> MasterKey { MasterKey(key: SymmetricKey(size: .bits256)) }

    private init(key: SymmetricKey) { self.key = key }

    /// The key's bytes, for the file that holds it.
    package var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A 256-bit key for one purpose, such as `csrf`. The same purpose always gives the same key.
    package func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: Array("hornbook/1".utf8), info: Array(purpose.utf8), outputByteCount: 32)
    }

    /// Seals each record's data key.
    var wrapping: SymmetricKey { derived("ledger/wrapping") }

    /// What proves, without revealing it, that a database belongs to this key.
    var check: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("hornbook".utf8), using: derived("ledger/check")))
    }

    /// Seals credentials inside events.
    package var vault: Vault { Vault(key: derived("ledger/vault")) }

    /// The seed of a log's checkpoint signing key (Ed25519).
    func signingSeed(for log: LogID) -> SymmetricKey { derived("ledger/checkpoint/\(log)") }
}
