/// The words of a phrase, each as it was typed and folded so that its other forms are found too.
struct PlainWords: Sendable {
    struct Word: Sendable, Hashable {
        var typed: String
        /// Lower case, without accents, plural and verb endings.
        var folded: String
    }

    /// Words that say something; those such as "the" and "may" are left out.
    let words: [Word]

    /// - Parameter atMost: words after so many are not read.
    init(_ text: String, atMost: Int = 60) {
        var words: [Word] = []
        // "e-mail" and "e mail" are "email".
        var letterBefore = false
        for typed in PlainWords.split(text).prefix(atMost) {
            let plain = PlainWords.plain(typed)
            if letterBefore, let letter = words.popLast() {
                words.append(Word(typed: "\(letter.typed)-\(typed)", folded: PlainWords.stem(letter.folded + plain)))
                letterBefore = false
            } else if !plain.isEmpty, !PlainWords.idle.contains(plain) {
                words.append(Word(typed: typed, folded: PlainWords.stem(plain)))
                letterBefore = plain == "e"
            }
        }
        self.words = words
    }

    var folded: [String] { words.map(\.folded) }

    /// Words that are in every question and tell none apart.
    private static let idle = Set(
        """
        a about also am an and any are as at be been being but by can could did do does for from had has have he her \
        hers him his i if in into is it its just may me might my now of on onto or our ours please shall she should so \
        somebody someone than that the their them then there these they this those to too up us via want was we were \
        what when where which who whom whose why will with without would yes you your need ok okay allowed get got im \
        id ive
        """.split(separator: " ").map(String.init))

    private static func split(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
    }

    /// Lower case, with letters for accented ones and without apostrophes: "Zoë’s" is "zoes".
    static func plain(_ word: String) -> String {
        var plain = ""
        for scalar in word.lowercased().unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark || scalar == "'" || scalar == "’" { continue }
            // The name of "é" is LATIN SMALL LETTER E WITH ACUTE.
            if !scalar.isASCII, let name = scalar.properties.name, name.contains(" WITH "),
                let letter = name.split(separator: " ").dropFirst(3).first, letter.count == 1
            {
                plain += letter.lowercased()
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// Without a plural or verb ending, so that "messages", "messaging" and "messaged" are one word. What is left need
    /// not be a word itself.
    static func stem(_ word: String) -> String {
        var stem = Substring(word)
        func drop(_ ending: String, leaving letters: Int = 3) -> Bool {
            guard stem.hasSuffix(ending), stem.count - ending.count >= letters else { return false }
            stem = stem.dropLast(ending.count)
            return true
        }
        if drop("ies") || drop("ied") {
            return stem + "y"
        }
        if !["ss", "us", "is"].contains(where: stem.hasSuffix) { _ = drop("s", leaving: 2) }
        if !drop("ing") { _ = drop("ed") }
        _ = drop("e")
        if let last = stem.last, last.isLetter, stem.count > 3, stem.dropLast().last == last { stem = stem.dropLast() }
        return String(stem)
    }
}
