/// Reads the tags of a page, byte by byte: the crawls read thousands of pages, and by characters that is most of their time.
struct HTMLReader {
    private let page: String
    private let bytes: String.UTF8View

    init(_ page: String) {
        var page = page
        page.makeContiguousUTF8()
        self.page = page
        bytes = page.utf8
    }

    var tags: [HTMLTag] {
        var tags: [HTMLTag] = []
        var at = first(UInt8(ascii: "<"), in: bytes.startIndex..<bytes.endIndex)
        while at < bytes.endIndex {
            let start = bytes.index(after: at)
            at = first(UInt8(ascii: "<"), in: start..<bytes.endIndex)
            if let tag = tag(start..<at) { tags.append(tag) }
        }
        return tags
    }

    /// What stands between one `<` and the next: a tag and the text after it. Nil when the tag has no end.
    private func tag(_ piece: Range<String.Index>) -> HTMLTag? {
        guard let end = end(of: piece) else { return nil }
        let nameEnd = past(piece.lowerBound..<end) { !Self.isSpace($0) }
        var name = page[piece.lowerBound..<nameEnd].lowercased()
        if name.hasSuffix("/") { name.removeLast() }
        var attributes = attributes(nameEnd..<end)
        if attributes["action"] == "" { attributes["action"] = nil }
        return HTMLTag(
            name: name, attributes: attributes, text: unescaped(bytes.index(after: end)..<piece.upperBound))
    }

    private func end(of piece: Range<String.Index>) -> String.Index? {
        var at = piece.lowerBound
        var isQuoted = false
        while at < piece.upperBound {
            let byte = bytes[at]
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x3E, !isQuoted { return at }
            at = bytes.index(after: at)
        }
        return nil
    }

    private func attributes(_ range: Range<String.Index>) -> [String: String] {
        var attributes: [String: String] = [:]
        var at = range.lowerBound
        while true {
            at = past(at..<range.upperBound, Self.isSpace)
            let keyEnd = past(at..<range.upperBound) { $0 != 0x3D && !Self.isSpace($0) }
            guard at < keyEnd else { return attributes }
            let key = String(page[at..<keyEnd])
            at = keyEnd
            guard page[at..<range.upperBound].hasPrefix("=\"") else {
                attributes[key] = ""
                continue
            }
            let start = bytes.index(at, offsetBy: 2)
            at = first(UInt8(ascii: "\""), in: start..<range.upperBound)
            attributes[key] = unescaped(start..<at)
            if at < range.upperBound { at = bytes.index(after: at) }
        }
    }

    private static let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]

    private func unescaped(_ range: Range<String.Index>) -> String {
        var at = first(UInt8(ascii: "&"), in: range)
        var text = String(page[range.lowerBound..<at])
        while at < range.upperBound {
            let rest = page[at..<range.upperBound]
            let entity = Self.entities.first { rest.hasPrefix($0.key) }
            text += entity?.value ?? "&"
            let start = bytes.index(at, offsetBy: entity?.key.utf8.count ?? 1)
            at = first(UInt8(ascii: "&"), in: start..<range.upperBound)
            text += page[start..<at]
        }
        return text
    }

    // MARK: Bytes

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    /// Where a byte stands first, or the end.
    private func first(_ byte: UInt8, in range: Range<String.Index>) -> String.Index {
        var at = range.lowerBound
        while at < range.upperBound, bytes[at] != byte { at = bytes.index(after: at) }
        return at
    }

    /// The first place at which something does not hold, or the end.
    private func past(_ range: Range<String.Index>, _ holds: (UInt8) -> Bool) -> String.Index {
        var at = range.lowerBound
        while at < range.upperBound, holds(bytes[at]) { at = bytes.index(after: at) }
        return at
    }
}
