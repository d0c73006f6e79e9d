/// A person's names folded into words.
struct PersonWords {
    struct Form {
        /// Of all its letters, joined.
        var hash: UInt64
        var initial: UInt8
        var letters: [UInt8]
        /// Of the first word, when there are several.
        var part: UInt64?
    }

    var firsts: [Form]
    var nicks: [Form]
    var last: [UInt8]
    var lastParts: [[UInt8]]

    var lastHash: UInt64 { Hashing.of(last) }
    /// A surname without letters has none.
    var lastInitial: UInt8 { last.first ?? 0 }

    init(_ name: ProofName) {
        let first = Self.words(name.first)
        var firsts = Self.form(first).map { [$0] } ?? []
        // A child of two first names is often called by one of them.
        if first.count > 1, first[0].count > 2, let short = Self.form([first[0]]) { firsts.append(short) }
        self.firsts = firsts
        nicks = name.nicknames.compactMap { Self.form(Self.words($0)) }
        lastParts = Self.words(name.last)
        last = Array(lastParts.joined())
    }

    private static func form(_ words: [[UInt8]]) -> Form? {
        guard let initial = words.first?.first else { return nil }
        return Form(
            hash: Hashing.of(words.joined()), initial: initial, letters: Array(words.joined()),
            part: words.count > 1 ? Hashing.of(words[0]) : nil)
    }

    static func words(_ name: String) -> [[UInt8]] {
        let page = Page(name, WordTable())
        return page.tokens.map { Array(page.text[Int($0.start)..<Int($0.end)]) }
    }
}
