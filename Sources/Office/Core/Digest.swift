import Crypto
import Foundation

/// SHA-256, for naming texts and keeping secrets that are only compared.
enum Digest {
    static func sha256(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
    static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
    static func hex(of bytes: [UInt8]) -> String {
        SHA256.hash(data: Data(bytes)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
