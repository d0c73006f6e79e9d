/// Reads a text once into what a page holds: folds it, and cuts it into tokens.
struct PageReader {
    private(set) var text: [UInt8] = []
    private(set) var origins: [UInt32] = []
    private(set) var tokens: [Token] = []
    private(set) var signs: [Int32] = []
    private(set) var exclamations = 0

    /// Texts of a gigabyte and more are read up to there.
    init(_ original: String, _ words: WordTable) {
        var original = original
        // Safe: the buffer is read within the closure alone and never kept; `fold` takes places below its count only,
        // and `scalar` looks at the whole of a character only when it ends within the buffer.
        original.withUTF8 { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Page.place)))
            fold(bytes)
        }
        cut(words)
    }

    @inline(__always)
    private func byte(_ place: Int) -> UInt8 {
        place >= 0 && place < text.count ? text[place] : UInt8(ascii: "\n")
    }

    // MARK: Folding

    private mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
        // No character is read as more bytes than it has, so what is read fits where it was.
        var text = [UInt8](repeating: 0, count: bytes.count)
        var origins = [UInt32](repeating: 0, count: bytes.count + 1)
        var (at, next) = (0, 0)
        var hidden: UInt32 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                let isUpper = byte &- 0x41 < 26
                text[next] = isUpper ? byte | 0x20 : byte < 0x20 && byte != 0x0A ? 0x20 : byte
                origins[next] = UInt32(truncatingIfNeeded: at) | (isUpper ? Page.upper : 0) | hidden
                hidden = 0
                next += 1
                at += 1
                continue
            }
            let (scalar, length) = Self.scalar(bytes, at)
            let origin = UInt32(truncatingIfNeeded: at)
            at += length
            switch Fold.read(scalar) {
            case .nothing:
                // An accent written as a character of its own hides nothing; a join that nobody sees does.
                if next > 0, ByteClass.isLetter(text[next - 1]), scalar.value >= 0x200B { hidden = Page.disguised }
            case .one(let byte, let isUpper, let isDisguised):
                text[next] = byte
                origins[next] =
                    origin | (isUpper ? Page.upper : 0) | (isDisguised ? Page.disguised : 0) | hidden
                hidden = 0
                next += 1
            case .two(let first, let second, let isUpper):
                (text[next], text[next + 1]) = (first, second)
                origins[next] = origin | (isUpper ? Page.upper : 0) | hidden
                origins[next + 1] = origin | (isUpper ? Page.upper : 0)
                hidden = 0
                next += 2
            }
        }
        text.removeLast(bytes.count - next)
        origins.removeLast(bytes.count - next)
        origins[next] = UInt32(truncatingIfNeeded: bytes.count)
        (self.text, self.origins) = (text, origins)
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
        let (text, origins) = (text, origins)
        tokens.reserveCapacity(text.count / 5 + 4)
        // Safe: the buffers are read within the closures alone, below their own counts, and never kept.
        text.withUnsafeBufferPointer { text in
            origins.withUnsafeBufferPointer { origins in cut(text, origins, words) }
        }
    }

    private mutating func cut(
        _ text: UnsafeBufferPointer<UInt8>, _ origins: UnsafeBufferPointer<UInt32>, _ words: WordTable
    ) {
        var gap: Token.Gap = .paragraph
        var at = 0
        while at < text.count {
            let byte = text[at]
            let kind = ByteClass.kind(byte)
            if kind == 0 {
                gap.formUnion(byte == UInt8(ascii: " ") ? .space : separator(byte, at))
                at += 1
                continue
            }
            let token =
                kind == ByteClass.letter ? Self.word(at, gap, text, origins, words) : Self.number(at, gap, text)
            tokens.append(token)
            at = Int(token.end)
            gap = []
        }
    }

    private mutating func separator(_ byte: UInt8, _ at: Int) -> Token.Gap {
        switch byte {
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
    private static func word(
        _ start: Int, _ gap: Token.Gap, _ text: UnsafeBufferPointer<UInt8>, _ origins: UnsafeBufferPointer<UInt32>,
        _ words: WordTable
    ) -> Token {
        var at = start
        var hash = Hashing.seed
        var marks: UInt32 = 0
        var (uppers, run) = (0, 0)
        var form: Token.Form = []
        var last: UInt8 = 0
        while at < text.count {
            let byte = text[at]
            guard ByteClass.isLetter(byte) else { break }
            hash = Hashing.add(byte, to: hash)
            let mark = origins[at]
            marks |= mark
            if mark & Page.upper != 0 {
                if uppers < at - start { form.insert(.camel) }
                uppers += 1
            }
            run = byte == last ? run + 1 : 1
            if run == 3 { form.insert(.stretched) }
            last = byte
            at += 1
        }
        if origins[start] & Page.upper != 0 { form.insert(.capital) }
        if uppers == at - start { form.insert(.capitals) }
        if marks & Page.disguised != 0 { form.insert(.disguised) }
        let entry = words[hash]
        let number = UInt16(truncatingIfNeeded: entry?.value ?? 0)
        return Token(
            start: Int32(start), end: Int32(at), hash: hash, word: number,
            traits: Token.Traits(rawValue: entry?.traits ?? 0), form: form, gap: gap, set: TokenSet(word: number, form))
    }

    @inline(__always)
    private static func number(_ start: Int, _ gap: Token.Gap, _ text: UnsafeBufferPointer<UInt8>) -> Token {
        var at = start
        while at < text.count, ByteClass.isDigit(text[at]) { at += 1 }
        return Token(start: Int32(start), end: Int32(at), hash: 0, form: .number, gap: gap, set: .number)
    }
}
