import Crypto
import CryptoExtras
import Foundation

/// Scrypt (RFC 7914) password hashes, each with its own salt and cost, so that a cost can be raised without a reset.
package struct PasswordHasher: Sendable {
    /// The binary logarithm of scrypt's N; r is 8.
    let logarithm: Int
    /// Scrypt's p.
    let parallelism: Int
    let newSalt: @Sendable () -> [UInt8]

    package init(logarithm: Int, parallelism: Int, newSalt: @escaping @Sendable () -> [UInt8]) {
        self.logarithm = logarithm
        self.parallelism = parallelism
        self.newSalt = newSalt
    }

    /// `scrypt$<log N>$<p>$<salt>$<hash>`, both in base64.
    func hash(_ password: String) throws -> String {
        let salt = newSalt()
        let key = try derive(password, salt, logarithm, parallelism)
        return
            "scrypt$\(logarithm)$\(parallelism)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// Compares in constant time. A hash that cannot be read matches nothing.
    func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$")
        guard parts.count == 5, parts[0] == "scrypt", let logarithm = Int(parts[1]), let parallelism = Int(parts[2]),
            (1...20).contains(logarithm), (1...16).contains(parallelism),
            let salt = Data(base64Encoded: String(parts[3])),
            let expected = Data(base64Encoded: String(parts[4])),
            let key = try? derive(password, [UInt8](salt), logarithm, parallelism), key.count == expected.count
        else { return false }
        return zip(key, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derive(_ password: String, _ salt: [UInt8], _ logarithm: Int, _ parallelism: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: Data(salt), outputByteCount: 32,
            rounds: 1 << logarithm, blockSize: 8, parallelism: parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}
