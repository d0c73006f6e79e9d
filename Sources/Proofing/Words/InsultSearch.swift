/// Looks for offensive words that are written so that a filter does not see them.
struct InsultSearch {
    let page: Page
    let book: InsultBook

    struct Hit {
        var start: Int
        var end: Int
        var grade: InsultBook.Grade
    }

    /// The word of a token that is written plainly.
    func plain(_ token: Token) -> Hit? {
        let letters = page.text[Int(token.start)..<Int(token.end)].map(InsultBook.like)
        return book.grade(letters).map { Hit(start: Int(token.start), end: Int(token.end), grade: $0) }
    }

    /// `looooser`.
    func stretched(_ token: Token) -> Hit? {
        let letters = page.text[Int(token.start)..<Int(token.end)].map(InsultBook.like)
        return book.gradeSqueezed(letters).map { Hit(start: Int(token.start), end: Int(token.end), grade: $0) }
    }

    /// `i d i o t`, `i.d.i.o.t`, from the first of its letters: the longest word among them.
    ///
    /// - Returns: What was found, and the token after the run of single letters.
    func spaced(at number: Int) -> (Hit?, next: Int) {
        var letters: [UInt8] = []
        var next = number
        while next < page.tokens.count, next - number < 40, page.tokens[next].length == 1,
            next == number || isSpacing(next),
            let letter = InsultBook.letter(page.text[Int(page.tokens[next].start)])
        {
            letters.append(letter)
            next += 1
        }
        guard letters.count >= 4 else { return (nil, max(next, number + 1)) }
        for length in stride(from: min(letters.count, 14), through: 4, by: -1) {
            for start in 0...(letters.count - length) {
                let word = Array(letters[start..<start + length])
                if let grade = book.grade(word) {
                    let (first, last) = (page.tokens[number + start], page.tokens[number + start + length - 1])
                    return (Hit(start: Int(first.start), end: Int(last.end), grade: grade), next)
                }
            }
        }
        return (nil, next)
    }

    private func isSpacing(_ number: Int) -> Bool {
        let gap = Int(page.tokens[number].start - page.tokens[number - 1].end)
        return gap <= 3 && !page.tokens[number].gap.contains(.paragraph)
    }

    /// `id.iot`, `dick-head`: two tokens, or three, with one sign between.
    func joined(at number: Int) -> Hit? {
        guard number > 0 else { return nil }
        let start = Int(page.tokens[number - 1].start)
        for last in number...min(number + 1, page.tokens.count - 1) {
            let token = page.tokens[last]
            guard token.start - page.tokens[last - 1].end == 1,
                token.gap.isSubset(of: [.dot, .hyphen, .other, .apostrophe])
            else { return nil }
            var letters: [UInt8] = []
            for part in number - 1...last {
                letters += page.text[Int(page.tokens[part].start)..<Int(page.tokens[part].end)].compactMap(
                    InsultBook.letter)
            }
            if letters.count > 3, let grade = book.grade(letters) {
                return Hit(start: start, end: Int(token.end), grade: grade)
            }
        }
        return hyphenated(number)
    }

    /// `sh-t`: a hyphen, or several, in the place of letters.
    private func hyphenated(_ number: Int) -> Hit? {
        let (before, token) = (page.tokens[number - 1], page.tokens[number])
        guard token.gap == .hyphen, before.length <= 2, token.length <= 4 else { return nil }
        let run = page.text[Int(before.start)..<Int(token.end)].map { $0 == UInt8(ascii: "-") ? 0 : $0 }
        guard run.first.map({ $0 &- 0x61 < 26 }) == true, run.count > 3 else { return nil }
        let found = book.byInitial[Int(run[0] &- 0x61)].contains { word in
            word.grade == .strong && word.letters.count == run.count
                && zip(word.letters, run).allSatisfy { $1 == 0 || $0 == InsultBook.like($1) }
        }
        return found ? Hit(start: Int(before.start), end: Int(token.end), grade: .strong) : nil
    }

    /// `w4nker`, `$hit`, `id*ot`: the run of letters, figures and signs around a place.
    ///
    /// - Returns: What was found, and the place after the run.
    func mixed(around place: Int) -> (Hit?, next: Int) {
        var (start, end) = (place, place)
        while start > 0, isMixed(page.text[start - 1]), place - start < 40 { start -= 1 }
        while end < page.text.count, isMixed(page.text[end]), end - place < 40 { end += 1 }
        let next = max(end, place + 1)
        while start < end, page.text[start] == UInt8(ascii: "#") || page.text[start] == UInt8(ascii: "(") { start += 1 }
        guard end - start >= 4 else { return (nil, next) }
        // A mark of exclamation at the end is most likely one.
        var shorter = end
        while shorter > start, page.text[shorter - 1] == UInt8(ascii: "!") { shorter -= 1 }
        for last in shorter < end ? [shorter, end] : [end] where last - start >= 4 {
            if let grade = grade(page.text[start..<last]) { return (Hit(start: start, end: last, grade: grade), next) }
        }
        return (nil, next)
    }

    private func isMixed(_ byte: UInt8) -> Bool { InsultBook.letter(byte) != nil || InsultBook.isMask(byte) }

    private func grade(_ run: ArraySlice<UInt8>) -> InsultBook.Grade? {
        var letters: [UInt8] = []
        var (masks, plain) = (0, 0)
        for byte in run {
            if InsultBook.isMask(byte) {
                masks += 1
                letters.append(0)
            } else if let letter = InsultBook.letter(byte) {
                letters.append(letter)
                if byte &- 0x61 < 26 { plain += 1 }
            }
        }
        guard plain > 0 else { return nil }
        if masks > 0 {
            // Signs around a word make it bold, and hide nothing.
            if letters.first == 0 { return nil }
            return book.unmask(letters[...])
        }
        return book.grade(letters) ?? (hasRun(letters) ? book.gradeSqueezed(letters) : nil)
    }

    private func hasRun(_ letters: [UInt8]) -> Bool {
        letters.indices.dropFirst(2).contains { letters[$0] == letters[$0 - 1] && letters[$0] == letters[$0 - 2] }
    }
}
