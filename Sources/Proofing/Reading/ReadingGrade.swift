/// How hard a text is to read, by what Flesch and Kincaid's formula counts (Kincaid and others, 1975).
struct ReadingGrade: Equatable {
    var words = 0
    var sentences = 0
    var syllables = 0

    /// The school year in the United States in which a text can be read.
    var grade: Double {
        guard words > 0 else { return 0 }
        return 0.39 * Double(words) / Double(max(1, sentences)) + 11.8 * Double(syllables) / Double(words) - 15.59
    }

    /// Five years more: the age at which a child there is in that grade.
    var age: Int { Int((grade + 5).rounded()) }

    /// Fewer words than these tell nothing.
    static let fewestWords = 40
    /// What most adults read with ease.
    static let mostAge = 15
}

extension ReadingGrade {
    /// Figures are left out. A sentence ends at `.`, `!`, `?`, `:` and `;`, as Flesch counts, at an empty line, and at the
    /// end of a line when the next begins like a sentence: posts are written in lines.
    ///
    /// - Parameter known: the syllables of each word of a book.
    init(_ page: Page, known: [UInt8] = []) {
        var isOpen = false
        for (number, token) in page.tokens.enumerated() {
            if isOpen, number > 0, Self.ends(before: token, page.tokens[number - 1], page) {
                sentences += 1
                isOpen = false
            }
            guard !token.form.contains(.number) else { continue }
            isOpen = true
            words += 1
            syllables +=
                token.word > 0 && Int(token.word) < known.count
                ? Int(known[Int(token.word)])
                : Syllables.count(page.text[Int(token.start)..<Int(token.end)], hash: token.hash)
        }
        if isOpen { sentences += 1 }
    }

    private static func ends(before token: Token, _ last: Token, _ page: Page) -> Bool {
        let gap = token.gap
        if gap.contains(.stop) || gap.contains(.paragraph) || gap.contains(.dot) && gap.contains(.space) {
            return true
        }
        guard gap.contains(.space), token.form.contains(.capital) || token.form.contains(.number) else { return false }
        return page.text[Int(last.end)..<Int(token.start)].contains(UInt8(ascii: "\n"))
    }
}
