extension [UInt8] {
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends text so that a browser shows it as it is.
    ///
    /// - Parameter quotes: whether both kinds of quotation mark are escaped too, as an attribute's value needs.
    mutating func appendEscaped(_ text: String, quotes: Bool) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                // Most letters lie above the last byte that is ever escaped.
                guard utf8[index] <= UInt8(ascii: ">"), let entity = Self.entity(for: utf8[index], quotes: quotes)
                else {
                    continue
                }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(entity)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    private static func entity(for byte: UInt8, quotes: Bool) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): quotes ? "&quot;" : nil
        case UInt8(ascii: "'"): quotes ? "&#39;" : nil
        // A NUL byte is no character of a page; parsers differ in what they make of it.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
