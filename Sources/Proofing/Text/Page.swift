/// A text made ready for the checks: folded once, cut into tokens once, and looked at many times.
struct Page {
    // A debug build counts each look at the text, so that tests can tell that the work grows with the text alone.
    #if DEBUG
        private(set) var text: [UInt8] {
            get { counted(heldText) }
            _modify { yield &heldText }
        }
        private(set) var origins: [UInt32] {
            get { counted(heldOrigins) }
            _modify { yield &heldOrigins }
        }
        private(set) var tokens: [Token] {
            get { counted(heldTokens) }
            _modify { yield &heldTokens }
        }
        private var heldText: [UInt8] = []
        private var heldOrigins: [UInt32] = []
        private var heldTokens: [Token] = []
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
        private(set) var text: [UInt8] = []
        /// For each byte of `text`, and one more at the end: its place in the original, and above it the marks.
        private(set) var origins: [UInt32] = []
        private(set) var tokens: [Token] = []
    #endif
    /// Places of signs that a check begins at: `@`, `#`, `*` and their like.
    private(set) var signs: [Int32] = []
    private(set) var exclamations = 0

    static let upper: UInt32 = 1 << 31
    static let disguised: UInt32 = 1 << 30
    static let place: UInt32 = disguised - 1

    /// Texts of a gigabyte and more are read up to there.
    init(_ original: String, _ words: WordTable) {
        var original = original
        // Safe: the buffer is read within the closure alone and never kept; `fold` takes places below its count only,
        // and `scalar` looks at the whole of a character only when it ends within the buffer.
        original.withUTF8 { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Self.place)))
            fold(bytes)
        }
        cut(words)
    }

    @inline(__always) func isUpper(_ place: Int) -> Bool { origins[place] & Self.upper != 0 }
    @inline(__always) func origin(_ place: Int) -> Int { Int(origins[place] & Self.place) }

    /// The byte there, or a line's end outside the text.
    @inline(__always) func byte(_ place: Int) -> UInt8 {
        place >= 0 && place < text.count ? text[place] : UInt8(ascii: "\n")
    }

    // MARK: Folding

    private mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
        text.reserveCapacity(bytes.count + 1)
        origins.reserveCapacity(bytes.count + 1)
        var at = 0
        var hidden: UInt32 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                let isUpper = byte &- 0x41 < 26
                text.append(isUpper ? byte | 0x20 : byte < 0x20 && byte != 0x0A ? 0x20 : byte)
                origins.append(UInt32(truncatingIfNeeded: at) | (isUpper ? Self.upper : 0) | hidden)
                hidden = 0
                at += 1
                continue
            }
            let (scalar, length) = Self.scalar(bytes, at)
            let origin = UInt32(truncatingIfNeeded: at)
            at += length
            switch Fold.read(scalar) {
            case .nothing:
                // An accent written as a character of its own hides nothing; a join that nobody sees does.
                if let last = text.last, ByteClass.isLetter(last), scalar.value >= 0x200B { hidden = Self.disguised }
            case .one(let byte, let isUpper, let isDisguised):
                text.append(byte)
                origins.append(origin | (isUpper ? Self.upper : 0) | (isDisguised ? Self.disguised : 0) | hidden)
                hidden = 0
            case .two(let first, let second, let isUpper):
                text.append(first)
                text.append(second)
                origins.append(origin | (isUpper ? Self.upper : 0) | hidden)
                origins.append(origin | (isUpper ? Self.upper : 0))
                hidden = 0
            }
        }
        origins.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// The scalar at a place of well-formed UTF-8, which a string's always is, and how many bytes it takes.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[at])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= bytes.count else { return ("\u{FFFD}", bytes.count - at) }
        var value = first & (0xFF >> UInt32(length + 1))
        for next in 1..<length { value = value << 6 | UInt32(bytes[at + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    // MARK: Cutting

    private mutating func cut(_ words: WordTable) {
        tokens.reserveCapacity(text.count / 5 + 4)
        var gap: Token.Gap = .paragraph
        var at = 0
        let count = text.count
        while at < count {
            let byte = text[at]
            let kind = ByteClass.kind(byte)
            if kind == ByteClass.letter {
                at = word(at, gap, words)
                gap = []
            } else if kind == ByteClass.digit {
                at = number(at, gap)
                gap = []
            } else {
                gap.formUnion(separator(byte, at))
                at += 1
            }
        }
    }

    private mutating func separator(_ byte: UInt8, _ at: Int) -> Token.Gap {
        switch byte {
        case UInt8(ascii: " "): return .space
        case UInt8(ascii: "\n"):
            return self.byte(at - 1) == byte && at > 0 ? [.space, .paragraph] : .space
        case UInt8(ascii: "-"): return .hyphen
        case UInt8(ascii: "'"): return .apostrophe
        case UInt8(ascii: "."):
            return .dot
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "!"):
            exclamations += 1
            if ByteClass.kind(self.byte(at + 1)) != 0 { signs.append(Int32(at)) }
            return .stop
        case UInt8(ascii: "?"):
            return .stop
        case UInt8(ascii: ":"):
            if self.byte(at + 1) == UInt8(ascii: "/"), self.byte(at + 2) == UInt8(ascii: "/") {
                signs.append(Int32(at))
            }
            return .stop
        case UInt8(ascii: ";"): return .stop
        case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "|"),
            UInt8(ascii: "+"), Fold.euro, Fold.copyright, UInt8(ascii: "("):
            signs.append(Int32(at))
            return .other
        default: return .other
        }
    }

    @inline(__always)
    private mutating func word(_ start: Int, _ gap: Token.Gap, _ words: WordTable) -> Int {
        var at = start
        var hash = Hashing.seed
        var marks: UInt32 = 0
        var (uppers, run) = (0, 0)
        var form: Token.Form = []
        var last: UInt8 = 0
        let count = text.count
        while at < count {
            let byte = text[at]
            guard ByteClass.kind(byte) == ByteClass.letter else { break }
            hash = Hashing.add(byte, to: hash)
            let mark = origins[at]
            marks |= mark
            if mark & Self.upper != 0 {
                if uppers < at - start { form.insert(.camel) }
                uppers += 1
            }
            run = byte == last ? run + 1 : 1
            if run == 3 { form.insert(.stretched) }
            last = byte
            at += 1
        }
        let length = at - start
        if isUpper(start) { form.insert(.capital) }
        if uppers == length { form.insert(.capitals) }
        if marks & Self.disguised != 0 { form.insert(.disguised) }
        if at < count, Self.hides(text[at]), let hidden = hiddenWord(start, at, words) {
            for place in at..<hidden.end where ByteClass.kind(text[place]) == 0 { _ = separator(text[place], place) }
            at = hidden.end
            hash = hidden.hash
            form.insert(.disguised)
        }
        var token = Token(start: Int32(start), end: Int32(at), hash: hash, form: form, gap: gap)
        if let entry = words[hash] {
            token.word = UInt16(truncatingIfNeeded: entry.value)
            token.traits = Token.Traits(rawValue: entry.traits)
        }
        tokens.append(token)
        return at
    }

    @inline(__always)
    private mutating func number(_ start: Int, _ gap: Token.Gap) -> Int {
        var at = start
        while at < text.count, ByteClass.kind(text[at]) == ByteClass.digit { at += 1 }
        tokens.append(Token(start: Int32(start), end: Int32(at), hash: 0, form: .number, gap: gap))
        return at
    }
}
