/// What a folded byte is.
enum ByteClass {
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2

    @inline(__always)
    static func kind(_ byte: UInt8) -> UInt8 { isLetter(byte) ? letter : isDigit(byte) ? digit : 0 }

    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte == Fold.letter }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

    /// One bit for each of a, e, i, o, u and y.
    private static var vowels: UInt32 { 0x0110_4111 }

    @inline(__always) static func isVowel(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 && vowels >> UInt32(byte &- 0x61) & 1 == 1
    }
}
