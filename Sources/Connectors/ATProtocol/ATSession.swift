import Crypto
import Synchronization

/// A session with a personal data server.
struct ATSession: Sendable, Decodable {
    var accessJwt: String
    var refreshJwt: String
    var did: String
    var handle: String
}

/// Sessions that are open: a server lets an account make only a few a day.
final class ATSessionShelf: Sendable {
    private let sessions = Mutex<[String: ATSession]>([:])

    subscript(_ key: String) -> ATSession? {
        get { sessions.withLock { $0[key] } }
        set { sessions.withLock { $0[key] = newValue } }
    }

    /// By who signs in where with what: a new password is a new session. The password itself is not kept.
    static func key(_ service: String, _ identifier: String, _ password: String) -> String {
        let digest = SHA256.hash(data: Array("\(service)\n\(identifier)\n\(password)".utf8))
        return digest.map { String($0, radix: 16) }.joined(separator: ".")
    }
}
