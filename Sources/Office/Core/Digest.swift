import Crypto
import Foundation

/// SHA-256, for naming texts and keeping secrets that are only compared.
enum Digest {
    static func sha256(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
    static func hex(of bytes: [UInt8]) -> String { hex(Array(SHA256.hash(data: bytes))) }
    static func hex(of text: String) -> String { hex(sha256(text)) }

    private static func hex(_ hash: [UInt8]) -> String {
        hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
