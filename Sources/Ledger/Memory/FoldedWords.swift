/// Words as the in-memory store compares them: lower case, without the accents of Latin letters.
enum FoldedWords {
    static func of(_ text: String) -> [String] { SearchWords.split(text).map(fold) }

    private static func fold(_ word: String) -> String {
        var folded = ""
        for scalar in word.lowercased().unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            folded.unicodeScalars.append(base[scalar] ?? scalar)
        }
        return folded
    }

    private static let base: [Unicode.Scalar: Unicode.Scalar] = {
        let accented: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥ"),
            ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţť"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var base: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, forms) in accented { for form in forms.unicodeScalars { base[form] = letter } }
        return base
    }()
}
