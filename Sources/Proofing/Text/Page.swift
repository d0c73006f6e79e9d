/// A text made ready for the checks: folded once, cut into tokens once, and looked at many times.
///
/// It never changes once it is made; the searches share one.
final class Page {
    // A debug build counts each look at the text, so that tests can tell that the work grows with the text alone.
    #if DEBUG
        var text: [UInt8] { counted(heldText) }
        var origins: [UInt32] { counted(heldOrigins) }
        var tokens: [Token] { counted(heldTokens) }
        private let heldText: [UInt8]
        private let heldOrigins: [UInt32]
        private let heldTokens: [Token]
        /// None unless a test asks.
        var looks: Looks?

        final class Looks {
            var count = 0
        }

        private func counted<Value>(_ value: Value) -> Value {
            looks?.count += 1
            return value
        }
    #else
        /// Small Latin letters, digits and signs, one byte each.
        let text: [UInt8]
        /// For each byte of `text`, and one more at the end: its place in the original, and above it the marks.
        let origins: [UInt32]
        let tokens: [Token]
    #endif
    /// Places of signs that a check begins at: `@`, `#`, `*` and their like.
    let signs: [Int32]
    let exclamations: Int

    static let upper: UInt32 = 1 << 31
    static let disguised: UInt32 = 1 << 30
    static let place: UInt32 = disguised - 1

    /// Texts of a gigabyte and more are read up to there.
    init(_ original: String, _ words: WordTable) {
        let reader = PageReader(original, words)
        #if DEBUG
            (heldText, heldOrigins, heldTokens) = (reader.text, reader.origins, reader.tokens)
        #else
            (text, origins, tokens) = (reader.text, reader.origins, reader.tokens)
        #endif
        (signs, exclamations) = (reader.signs, reader.exclamations)
    }

    @inline(__always) func isUpper(_ place: Int) -> Bool { origins[place] & Self.upper != 0 }
    @inline(__always) func origin(_ place: Int) -> Int { Int(origins[place] & Self.place) }

    /// The byte there, or a line's end outside the text.
    @inline(__always) func byte(_ place: Int) -> UInt8 {
        place >= 0 && place < text.count ? text[place] : UInt8(ascii: "\n")
    }
}
