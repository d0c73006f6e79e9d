/// What a platform takes in one post, from a day on. A part that is nil is not limited, or not known to be.
package struct PlatformLimits: Sendable, Equatable {
    /// How a platform counts the characters of a post. The raw values stand in `platforms.yaml`.
    package enum Counting: String, Sendable, CaseIterable {
        /// What a reader would call a character counts one.
        case characters
        /// Likewise, but what is neither Latin, Greek, Cyrillic or a near script, nor common punctuation, counts two.
        case wideAsTwo = "wide-as-two"
        /// Likewise, but an emoji counts as many as it has bytes in UTF-8.
        case emojiAsBytes = "emoji-as-bytes"
        /// Every character counts as many as it has units of UTF-16.
        case utf16 = "utf-16"
        /// Every character counts as many as it has bytes in UTF-8.
        case bytes
    }

    /// The first day on which they hold.
    package var from: Day
    package var characters: Int?
    package var counting: Counting
    /// What a link counts, however long it is; nil where it counts its own length.
    package var linkLength: Int?
    package var pictures: Int?
    /// Characters in the description of a picture.
    package var altCharacters: Int?
    /// Bytes of one picture.
    package var pictureBytes: Int?
    package var source: String
}

extension PlatformLimits {
    /// How long some words are as the platform counts them.
    package func length(of words: String) -> Int {
        guard let linkLength else { return words.reduce(0) { $0 + counting.weight($1) } }
        var length = 0
        var rest = words[...]
        while let first = rest.first {
            if let end = PlatformLimits.linkEnd(rest) {
                length += linkLength
                rest = rest[end...]
            } else {
                length += counting.weight(first)
                rest = rest.dropFirst()
            }
        }
        return length
    }

    /// Words in pieces, each told apart as a link or other words, and as within the limit or beyond it. A link has room
    /// whole or not at all.
    ///
    /// - Parameter limits: nil where none are known, so that everything has room.
    package static func pieces(of words: String, within limits: PlatformLimits?) -> [CountedPiece] {
        let counting = limits?.counting ?? .characters
        var pieces: [CountedPiece] = []
        var used = 0
        var rest = words[...]
        while let first = rest.first {
            let link = linkEnd(rest).map { rest[..<$0] }
            let text = link ?? rest.prefix(1)
            used += link.flatMap { _ in limits?.linkLength } ?? text.reduce(0) { $0 + counting.weight($1) }
            let isBeyond = limits?.characters.map { used > $0 } ?? false
            if link == nil, let last = pieces.last, !last.isLink, last.isBeyond == isBeyond {
                pieces[pieces.count - 1].text.append(first)
            } else {
                pieces.append(CountedPiece(text: String(text), isLink: link != nil, isBeyond: isBeyond))
            }
            rest = rest[text.endIndex...]
        }
        return pieces
    }

    /// Where a link that the text begins with ends; nil where it begins with none.
    private static func linkEnd(_ text: Substring) -> Substring.Index? {
        let head = text.prefix(8).lowercased()
        guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
        var link = text.prefix { !$0.isWhitespace }
        while let last = link.last, ".,;:!?)’”\"'".contains(last) { link = link.dropLast() }
        return link.endIndex
    }
}

/// A stretch of words as a platform counts them.
package struct CountedPiece: Sendable, Equatable {
    package var text: String
    package var isLink: Bool
    /// The platform has no room for it.
    package var isBeyond: Bool

    package init(text: String, isLink: Bool = false, isBeyond: Bool = false) {
        self.text = text
        self.isLink = isLink
        self.isBeyond = isBeyond
    }
}

extension PlatformLimits.Counting {
    fileprivate func weight(_ character: Character) -> Int {
        switch self {
        case .characters: 1
        case .wideAsTwo: character.unicodeScalars.allSatisfy(Self.isNarrow) ? 1 : 2
        case .emojiAsBytes: Self.isEmoji(character) ? character.utf8.count : 1
        case .utf16: character.utf16.count
        case .bytes: character.utf8.count
        }
    }

    /// The ranges of version 3 of X's own counting library.
    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }

    private static func isEmoji(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
    }
}
