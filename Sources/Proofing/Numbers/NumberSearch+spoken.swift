import Policy

/// Telephone numbers that are written so that a filter does not see them.
extension NumberSearch {
    /// `oh seven seven double oh, nine double oh, four one six`
    func spoken(at number: Int) -> (Finding, next: Int)? {
        let (start, hash) = (Int(page.tokens[number].start), page.tokens[number].hash)
        guard
            page.text[start] == UInt8(ascii: "o") || page.text[start] == UInt8(ascii: "z")
                || page.text[start] == UInt8(ascii: "n"),
            hash == Self.oh || hash == Self.zero || hash == Self.nought || hash == Self.o
        else { return nil }
        var (next, figures, repeats) = (number, 0, 1)
        while next < page.tokens.count, figures < 16,
            next == number || page.tokens[next].gap.isSubset(of: [.space, .comma, .hyphen])
        {
            let token = page.tokens[next]
            if token.form.contains(.number) {
                figures += token.length
            } else if Self.digits.contains(token.hash) {
                figures += repeats
                repeats = 1
            } else if token.hash == Self.double {
                repeats = 2
            } else if token.hash == Self.triple || token.hash == Self.treble {
                repeats = 3
            } else if token.hash == Self.hundred {
                figures += 2
            } else {
                break
            }
            next += 1
        }
        guard figures == 10 || figures == 11 else { return nil }
        return (
            Finding(kind: .phone, start: Int(page.tokens[number].start), end: Int(page.tokens[next - 1].end)), next
        )
    }

    /// Whether a token is the letter o, or several, in the place of noughts beside a figure.
    func isNought(_ number: Int) -> Bool {
        guard page.tokens.indices.contains(number), page.tokens[number].length <= 3,
            page.text[Int(page.tokens[number].start)..<Int(page.tokens[number].end)]
                .allSatisfy({ $0 == UInt8(ascii: "o") })
        else { return false }
        let isAfter = number > 0 && page.tokens[number].gap.isEmpty && page.tokens[number - 1].form.contains(.number)
        let isBefore =
            number + 1 < page.tokens.count && page.tokens[number + 1].gap.isEmpty
            && page.tokens[number + 1].form.contains(.number)
        return isAfter || isBefore
    }

    private static let (oh, zero) = (Hashing.of("oh".utf8), Hashing.of("zero".utf8))
    private static let (nought, o) = (Hashing.of("nought".utf8), Hashing.of("o".utf8))
    private static let digits = words("oh zero o nought one two three four five six seven eight nine")
    private static let double = Hashing.of("double".utf8)
    private static let triple = Hashing.of("triple".utf8)
    private static let treble = Hashing.of("treble".utf8)
    private static let hundred = Hashing.of("hundred".utf8)
}
