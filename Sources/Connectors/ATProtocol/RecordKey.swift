import Policy

/// A record key of the kind `tid`: thirteen letters of a base 32 whose order is that of time, 53 bits of microseconds
/// and ten of a clock's number. Source: https://atproto.com/specs/tid
///
/// Made of the delivery's key, so that the same delivery has the same record key in every try.
enum RecordKey {
    private static let letters = Array("234567abcdefghijklmnopqrstuvwxyz")

    /// - Parameter key: lower-case hexadecimal, at least sixteen letters.
    static func tid(_ key: String, begun: Instant) -> String {
        let chance = UInt64(key.prefix(16), radix: 16) ?? 0
        let microseconds = UInt64(max(begun.seconds, 0)) * 1_000_000 + (chance >> 10) % 1_000_000
        var number = (microseconds & (1 << 53 - 1)) << 10 | chance & 1023
        var text: [Character] = []
        for _ in 0..<13 {
            text.append(letters[Int(number & 31)])
            number >>= 5
        }
        return String(text.reversed())
    }
}
