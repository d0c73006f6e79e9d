/// Swift source with its comments and the text of its literals blanked out, so that a word is found only where it is
/// code. Lines stay where they are; what is interpolated into a literal is code and stays.
struct SwiftText {
    private let source: [UInt8]
    private var place = 0
    private var output: [UInt8] = []

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let pound = UInt8(ascii: "#")
    private static let quotation = UInt8(ascii: "\"")

    static func code(of source: String) -> String {
        var text = SwiftText(source: Array(source.utf8))
        text.code(untilParenthesis: false)
        return String(decoding: text.output, as: UTF8.self)
    }

    private init(source: [UInt8]) { self.source = source }

    private func stands(_ text: String) -> Bool {
        var at = place
        for byte in text.utf8 {
            guard at < source.count, source[at] == byte else { return false }
            at += 1
        }
        return true
    }

    private mutating func keep(_ count: Int = 1) {
        output += source[place..<min(place + count, source.count)]
        place += count
    }

    private mutating func blank(_ count: Int = 1) {
        output += source[place..<min(place + count, source.count)].map { $0 == Self.newline ? $0 : Self.space }
        place += count
    }

    /// To the end, or to the bracket that closes an interpolation.
    private mutating func code(untilParenthesis isInterpolation: Bool) {
        var depth = 0
        while place < source.count {
            if stands("//") {
                while place < source.count, source[place] != Self.newline { blank() }
            } else if stands("/*") {
                comment()
            } else if let pounds = literalPounds() {
                literal(pounds: pounds)
            } else {
                if stands("(") { depth += 1 }
                if stands(")") {
                    if isInterpolation, depth == 0 { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if stands("/*") {
                depth += 1
                blank(2)
            } else if stands("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && place < source.count
    }

    /// How many `#` stand before a quotation mark here; nil where no literal begins.
    private func literalPounds() -> Int? {
        var at = place
        while at < source.count, source[at] == Self.pound { at += 1 }
        return at < source.count && source[at] == Self.quotation ? at - place : nil
    }

    private mutating func literal(pounds: Int) {
        let hashes = String(repeating: "#", count: pounds)
        keep(pounds)
        let quote = stands("\"\"\"") ? "\"\"\"" : "\""
        keep(quote.count)
        while place < source.count {
            if stands(quote + hashes) {
                keep(quote.count + pounds)
                return
            }
            if stands("\\" + hashes + "(") {
                blank(2 + pounds)
                code(untilParenthesis: true)
                blank()
            } else if stands("\\" + hashes) {
                blank(2 + pounds)
            } else {
                blank()
            }
        }
    }
}
