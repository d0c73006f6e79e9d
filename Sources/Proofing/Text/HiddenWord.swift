/// The word that letters, and figures and signs among them, are meant to be read as, when the phrases know it: `k1ll`,
/// `st@b`, `b*mb`. Offensive words have a search of their own.
struct HiddenWord {
    let end: Int
    private let hash: UInt64
    private let entry: WordTable.Entry

    /// Whether a byte can stand for a letter.
    @inline(__always)
    static func hides(_ byte: UInt8) -> Bool {
        ByteClass.isDigit(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "!")
            || byte == star
    }

    /// - Parameter token: The letters that it begins with.
    init?(_ token: Token, in text: UnsafeBufferPointer<UInt8>, _ words: WordTable) {
        let start = Int(token.start)
        var (end, signs) = (Int(token.end), 0)
        while end < text.count, end - start <= Self.longest {
            if ByteClass.isLetter(text[end]) {
                end += 1
            } else if signs < 3, Self.hides(text[end]), end + 1 < text.count, ByteClass.isLetter(text[end + 1]) {
                signs += 1
                end += 1
            } else {
                break
            }
        }
        guard signs > 0, (4...Self.longest).contains(end - start), end == text.count || ByteClass.kind(text[end]) == 0
        else { return nil }
        // `1` is an i or an l, and a star any vowel.
        let isStarred = text[start..<end].contains(Self.star)
        for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
            for vowel in isStarred ? Self.vowels : [0] {
                guard let hash = Self.hash(text[start..<end], one: one, vowel: vowel) else { return nil }
                guard let entry = words[hash], UInt16(truncatingIfNeeded: entry.value) != 0,
                    !Token.Traits(rawValue: entry.traits).contains(.insult)
                else { continue }
                (self.end, self.hash, self.entry) = (end, hash, entry)
                return
            }
        }
        return nil
    }

    /// The token that it is, from the one that its first letters are.
    func token(_ first: Token) -> Token {
        let word = UInt16(truncatingIfNeeded: entry.value)
        let form = first.form.union(.disguised)
        return Token(
            start: first.start, end: Int32(end), hash: hash, word: word, traits: Token.Traits(rawValue: entry.traits),
            form: form, gap: first.gap, set: TokenSet(word: word, form))
    }

    private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, one: UInt8, vowel: UInt8) -> UInt64? {
        var hash = Hashing.seed
        for byte in bytes {
            let letter: UInt8? =
                switch byte {
                case Self.star: vowel
                case UInt8(ascii: "1"), UInt8(ascii: "!"): one
                case _ where ByteClass.isLetter(byte): byte
                default: InsultBook.letter(byte)
                }
            guard let letter else { return nil }
            hash = Hashing.add(letter, to: hash)
        }
        return hash
    }

    private static let star = UInt8(ascii: "*")
    private static let longest = 14
    private static let vowels = Array("aeiou".utf8)
}
