import Crypto

/// AES-256-GCM whose nonce is computed from what it seals, so that sealing the same twice gives the same bytes.
///
/// Views rebuilt from events must be identical to the byte, so sealing may not draw a random nonce. GCM fails only when
/// one nonce serves two different messages under one key. Here the nonce is the first 12 bytes of HMAC-SHA256, under a
/// key of its own, over the associated data and the plaintext (the construction of SIV, RFC 5297): two different
/// messages share a nonce only when a 96-bit pseudo-random value repeats, by the birthday bound less than once in
/// 2^36 records that each hold 2^30 messages. What it gives away is only that the same content was sealed in the same
/// context, and the context names the record and its revision.
///
/// Sealed bytes are the nonce (12), the ciphertext, the tag (16).
package struct SyntheticSeal: Sendable {
    private let encryption: SymmetricKey
    private let nonces: SymmetricKey

    init(key: SymmetricKey) {
        encryption = Self.subkey(of: key, "encryption")
        nonces = Self.subkey(of: key, "nonce")
    }

    private static func subkey(of key: SymmetricKey, _ use: String) -> SymmetricKey {
        HKDF<SHA256>.expand(pseudoRandomKey: key, info: Array(use.utf8), outputByteCount: 32)
    }

    func seal(_ plaintext: [UInt8], context: [UInt8]) throws -> [UInt8] {
        var code = HMAC<SHA256>(key: nonces)
        code.update(data: withUnsafeBytes(of: UInt64(context.count).bigEndian) { Array($0) })
        code.update(data: context)
        code.update(data: plaintext)
        let nonce = Array(code.finalize().prefix(12))
        let box = try AES.GCM.seal(
            plaintext, using: encryption, nonce: AES.GCM.Nonce(data: nonce), authenticating: context)
        var sealed = nonce
        sealed.reserveCapacity(28 + plaintext.count)
        sealed.append(contentsOf: box.ciphertext)
        sealed.append(contentsOf: box.tag)
        return sealed
    }

    /// - Throws: when the bytes were not sealed by this key in this context, or were changed since.
    func open(_ sealed: [UInt8], context: [UInt8]) throws -> [UInt8] {
        Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: encryption, authenticating: context))
    }
}
