/// One request to a platform, whole: what is sent is small enough to be held.
struct WebRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    var method: Method
    /// An `https` address without a user, a password or a fragment.
    var address: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    /// In seconds, from the first byte to the last.
    var timeout = 60
    /// The most bytes of an answer that are taken.
    var mostAnswered = 2_000_000
}

struct WebAnswer: Sendable {
    var status: Int
    /// Names in lower case; of several with one name, the last.
    var headers: [String: String]
    var body: [UInt8]

    var isGood: Bool { (200..<300).contains(status) }
}

/// Why there is no answer.
enum WebFailure: Error, Sendable, Equatable {
    /// Nothing was sent: the name is not known, or nobody listens there.
    case unreachable(String)
    /// Something may have been sent; how it ended is not known.
    case lost(String)
    /// The address is of this machine or of the network it stands in.
    case privateAddress
    case notSecure
    case badAddress
    case tooLong
    case stopped
}
