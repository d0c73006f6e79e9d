/// Where chance comes in: identifiers, secrets and salts, all from the system's generator.
enum Randomness {
    /// Lower-case letters and digits without those that are taken for one another: 0 and o, 1, i and l.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    /// 20 letters and digits: some 99 bits.
    static func identifier() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<20).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }

    static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
