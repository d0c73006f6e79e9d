import Policy

/// Looks at figures: telephone numbers, dates of birth, numbers of pupils and patients, postcodes, street addresses.
struct NumberSearch {
    let page: Page

    /// Figures with single signs between, as they are grouped.
    struct Groups {
        var digits: [UInt8] = []
        var lengths: [Int] = []
        /// The token of each group.
        var tokens: [Int] = []
        var start: Int
        var isInternational = false
    }

    /// What the figures of a token begin.
    ///
    /// - Returns: What was found, and the token after it.
    func finding(at number: Int) -> (Finding, next: Int)? {
        if let found = postcode(at: number) ?? pupilNumber(at: number) { return found }
        guard isFree(page.tokens[number]) else { return nil }
        if let found = dateOfBirth(at: number) { return found }
        let length = page.tokens[number].length
        // Most figures are too short to be anything: look no further.
        guard
            length >= 2 || page.byte(Int(page.tokens[number].start) - 1) == UInt8(ascii: "+")
                || isAlone(number) == false
        else { return address(at: number) }
        return telephone(at: number) ?? patientNumber(at: number) ?? address(at: number)
    }

    private func isAlone(_ number: Int) -> Bool {
        guard number + 1 < page.tokens.count else { return true }
        return !page.tokens[number + 1].form.contains(.number)
    }

    /// Whether a figure begins here, and not in the middle of a word, a sum or a decimal.
    func isFree(_ token: Token) -> Bool {
        let before = page.byte(Int(token.start) - 1)
        // `o7700 900123`
        if before == UInt8(ascii: "o"), ByteClass.kind(page.byte(Int(token.start) - 2)) == 0 { return true }
        // `Mobile07700 900123`, but not `H2O` or a part of an account's name.
        if ByteClass.isLetter(before), token.length >= 5, isAfterWord(Int(token.start)) { return true }
        if ByteClass.kind(before) != 0 || before == Fold.pound || before == Fold.euro || before == UInt8(ascii: "_") {
            return false
        }
        if before == UInt8(ascii: ".") || before == UInt8(ascii: ","),
            ByteClass.isDigit(page.byte(Int(token.start) - 2))
        {
            return false
        }
        return true
    }

    /// Whether letters alone, four or more, stand before a place.
    private func isAfterWord(_ place: Int) -> Bool {
        var start = place
        while start > 0, ByteClass.isLetter(page.text[start - 1]), place - start < 16 { start -= 1 }
        let before = page.byte(start - 1)
        return place - start >= 4 && (ByteClass.isSpace(before) || before == UInt8(ascii: "("))
    }

    func groups(at number: Int, most: Int = 6) -> Groups {
        var groups = Groups(start: Int(page.tokens[number].start))
        var next = number
        // `0 7 7 0 0`: figures that stand one by one are many groups.
        let isSpaced =
            page.tokens[number].length == 1 && number + 2 < page.tokens.count
            && page.tokens[number + 1...number + 2].allSatisfy { $0.form.contains(.number) && $0.length == 1 }
        let most = isSpaced ? 12 : most
        while next < page.tokens.count, groups.lengths.count < most, next - number < Self.mostOfGroups,
            page.tokens[next].form.contains(.number) || isNought(next)
        {
            let token = page.tokens[next]
            if next > number, !isGrouping(next) { break }
            groups.digits += page.text[Int(token.start)..<Int(token.end)].map { ByteClass.isDigit($0) ? $0 - 0x30 : 0 }
            if token.gap.isEmpty, let last = groups.lengths.indices.last {
                groups.lengths[last] += token.length
                groups.tokens[last] = next
            } else {
                groups.lengths.append(token.length)
                groups.tokens.append(next)
            }
            next += 1
        }
        return groups
    }

    private func isGrouping(_ number: Int) -> Bool {
        let (from, to) = (Int(page.tokens[number - 1].end), Int(page.tokens[number].start))
        guard to - from <= 3 else { return false }
        return page.text[from..<to].allSatisfy {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "(")
                || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "/")
        }
    }

    /// Whether one of some words stands within so many tokens before one, in the same sentence.
    func has(_ words: Set<UInt64>, before number: Int, within most: Int) -> Bool {
        var place = number
        for _ in 0..<most where place > 0 {
            let gap = page.tokens[place].gap
            if gap.contains(.paragraph)
                || gap.contains(.dot) && gap.contains(.space)
                    && page.tokens[place - 1].length > 3
            {
                return false
            }
            place -= 1
            if words.contains(page.tokens[place].hash) { return true }
        }
        return false
    }

    func has(_ words: Set<UInt64>, after number: Int, within most: Int) -> Bool {
        var place = number + 1
        for _ in 0..<most where place < page.tokens.count {
            let gap = page.tokens[place].gap
            if gap.contains(.paragraph) || gap.contains(.stop) || gap.contains(.dot) && gap.contains(.space) {
                return false
            }
            if words.contains(page.tokens[place].hash) { return true }
            place += 1
        }
        return false
    }

    /// Tokens, those of one group too: of `0o0o0o` each figure would else be read to the end.
    private static let mostOfGroups = 16

    static func words(_ text: String) -> Set<UInt64> { Set(text.split(separator: " ").map { Hashing.of($0.utf8) }) }

    static let reference = words(
        "reference ref references order invoice isbn issn barcode serial booking voucher code account catalogue receipt "
            + "ticket model product parcel tracking policy membership charity company registered item quote")
}
