import Policy

/// E-mail addresses that are written in words: `barry(at)example(dot)com`, `mick at example dot org`, `dave @ example.com`.
extension Sweep {
    mutating func spelledAddress(at number: Int) {
        let token = page.tokens[number]
        guard number > 0, number + 2 < page.tokens.count else { return }
        let isBracketed = page.byte(skipSpaces(Int(token.start) - 1, -1)).isOpening
        guard let end = spelledHost(from: number + 1, needsWord: !isBracketed) else { return }
        let local = local(before: isBracketed ? skipSpaces(Int(token.start) - 1, -1) : Int(token.start))
        guard let local else { return }
        findings.append(Finding(kind: .email, start: local, end: end))
    }

    /// `dave @ example.com`, from its sign.
    mutating func spacedAddress(_ place: Int) {
        guard page.byte(place - 1) == UInt8(ascii: " "), page.byte(place + 1) == UInt8(ascii: " ") else { return }
        let first = tokenIndex(atOrAfter: place)
        guard first + 1 < page.tokens.count, let local = local(before: place),
            let end = spelledHost(from: first, needsWord: false)
        else { return }
        findings.append(Finding(kind: .email, start: local, end: end))
    }

    private func skipSpaces(_ place: Int, _ way: Int) -> Int {
        var place = place
        while page.byte(place) == UInt8(ascii: " "), place > 0 { place += way }
        return place
    }

    /// Where the name before an `at` begins; nil where none stands there.
    private func local(before place: Int) -> Int? {
        let end = skipSpaces(place - 1, -1) + 1
        var start = end
        while start > 0, end - start < 64, page.text[start - 1].isLocal { start -= 1 }
        guard end - start >= 2, place - end <= 2, (start..<end).contains(where: { ByteClass.isLetter(page.text[$0]) })
        else { return nil }
        return start
    }

    /// The end of a host whose parts are joined by dots, or by the word in brackets or without.
    private func spelledHost(from first: Int, needsWord: Bool) -> Int? {
        var (next, hasWord, parts) = (first, false, 1)
        while next + 1 < page.tokens.count, parts < 6, next - first < Self.mostOfHost {
            let after = page.tokens[next + 1]
            if after.gap == [.dot] {
                next += 1
            } else if after.hash == Self.dot, !after.gap.contains(.hyphen), next + 2 < page.tokens.count,
                !page.tokens[next + 2].gap.contains(.hyphen),
                page.tokens[next + 2].start - after.end <= 3
            {
                (next, hasWord) = (next + 2, true)
            } else if after.gap == .hyphen {
                next += 1
                continue
            } else {
                break
            }
            parts += 1
        }
        guard parts > 1, hasWord || !needsWord, page.tokens[next].traits.contains(.domainEnd) else { return nil }
        return Int(page.tokens[next].end)
    }

    /// Words of a host, those between hyphens too: what is longer is none, and is not read to its end from every `at`.
    private static let mostOfHost = 24
    static let at = Hashing.of("at".utf8)
    private static let dot = Hashing.of("dot".utf8)
}

extension UInt8 {
    fileprivate var isOpening: Bool {
        self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "{") || self == UInt8(ascii: "<")
    }

    fileprivate var isLocal: Bool {
        ByteClass.kind(self) != 0 || self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
