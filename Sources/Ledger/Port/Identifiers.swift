/// The name of one log: one school's events, its tree and its views. Lower-case letters, digits and hyphens.
///
/// The ledger knows bytes, not schools: a log is the unit that is hashed, signed, sharded and walled.
package struct LogID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: String

    /// - Returns: nil unless the name is 1 to 60 characters of `a-z`, `0-9` and `-`, beginning with a letter.
    package init?(_ rawValue: String) {
        let letters = rawValue.utf8
        guard (1...60).contains(letters.count), let first = letters.first, (0x61...0x7A).contains(first),
            letters.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        self.rawValue = rawValue
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = LogID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "`\(text)` is not the name of a log")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }
    package static func < (a: LogID, b: LogID) -> Bool { a.rawValue < b.rawValue }
}
