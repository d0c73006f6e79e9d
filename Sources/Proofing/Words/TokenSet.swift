/// Which tokens may stand in a place, told roughly: it may hold a token too many, never one too few.
///
/// Each word has one of sixty places, so that one comparison of numbers refuses most of what cannot follow.
struct TokenSet: OptionSet, Sendable {
    let rawValue: UInt64

    /// Any token, or none at all.
    static let anything = TokenSet(rawValue: .max)
    static let number = TokenSet(rawValue: 1 << 60)
    static let capital = TokenSet(rawValue: 1 << 61)
    /// A word that no book knows.
    static let unknown = TokenSet(rawValue: 1 << 62)
    /// Where the sentence ends; only `anything` holds it.
    static let nothing = TokenSet(rawValue: 1 << 63)

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// A word of a book.
    @inline(__always)
    init(word: UInt16) { rawValue = 1 << UInt64((UInt32(word &* 40_503) * 60) >> 16) }

    /// A token that is a word.
    @inline(__always)
    init(word: UInt16, _ form: Token.Form) {
        self = word != 0 ? TokenSet(word: word) : .unknown
        if form.contains(.capital) { formUnion(.capital) }
    }
}
