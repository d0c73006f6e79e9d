extension Page {
    /// Whether a figure or a sign can stand for a letter: `k1ll`, `st@b`, `h*te`.
    @inline(__always)
    static func hides(_ byte: UInt8) -> Bool {
        ByteClass.isDigit(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "!")
            || byte == star
    }

    /// The word that letters, and figures and signs among them, are meant to be read as, if the phrases know it. Offensive
    /// words have a search of their own.
    ///
    /// - Parameter first: The first byte that is no letter.
    func hiddenWord(_ start: Int, _ first: Int, _ words: WordTable) -> (end: Int, hash: UInt64)? {
        var (end, signs) = (first, 0)
        while end - start <= Self.longest {
            let byte = byte(end)
            if ByteClass.isLetter(byte) {
                end += 1
            } else if signs < 3, Self.hides(byte), ByteClass.isLetter(self.byte(end + 1)) {
                signs += 1
                end += 1
            } else {
                break
            }
        }
        guard signs > 0, (4...Self.longest).contains(end - start), ByteClass.kind(byte(end)) == 0 else { return nil }
        // `1` is an i or an l, and a star any vowel.
        let isStarred = text[first..<end].contains(Self.star)
        for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
            for vowel in isStarred ? Self.vowels : [0] {
                var hash = Hashing.seed
                for byte in text[start..<end] {
                    let letter: UInt8? =
                        switch byte {
                        case Self.star: vowel
                        case UInt8(ascii: "1"), UInt8(ascii: "!"): one
                        case UInt8(ascii: "l"): byte
                        default: InsultBook.letter(byte) ?? (ByteClass.isLetter(byte) ? byte : nil)
                        }
                    guard let letter else { return nil }
                    hash = Hashing.add(letter, to: hash)
                }
                if let entry = words[hash], UInt16(truncatingIfNeeded: entry.value) != 0,
                    !Token.Traits(rawValue: entry.traits).contains(.insult)
                {
                    return (end, hash)
                }
            }
        }
        return nil
    }

    private static let star = UInt8(ascii: "*")
    private static let longest = 14
    private static let vowels = Array("aeiou".utf8)
}
