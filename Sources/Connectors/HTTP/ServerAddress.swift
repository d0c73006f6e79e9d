/// Where a platform's interface stands: scheme, host, port and the folder it is in, and nothing else.
struct ServerAddress: Sendable, Equatable {
    /// Without a slash at the end.
    let text: String
    let host: String

    /// - Returns: nil for what is not a plain web address: one with a user, a query, a fragment or strange letters.
    init?(_ address: String) {
        var rest = address.trimmedOfSpace
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) else { return nil }
        let scheme = rest.lowercased().hasPrefix("https://") ? "https://" : "http://"
        guard rest.lowercased().hasPrefix(scheme) else { return nil }
        rest = String(rest.dropFirst(scheme.count))
        guard !rest.contains(where: { "?#@".contains($0) }) else { return nil }
        while rest.hasSuffix("/") { rest.removeLast() }
        let host = rest.prefix { $0 != "/" && $0 != ":" }
        guard !host.isEmpty || rest.hasPrefix("[") else { return nil }
        text = scheme + rest
        self.host = String(rest.prefix { $0 != "/" })
    }

    /// - Parameter query: names and values as they are; they are encoded here.
    func address(_ path: String, _ query: [(String, String)] = []) -> String {
        let pairs = query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return text + path + (pairs.isEmpty ? "" : "?\(pairs)")
    }

    /// Everything but the unreserved characters of RFC 3986, byte by byte.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return encoded
    }
}
