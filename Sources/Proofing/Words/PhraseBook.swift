import Policy

/// The words and phrases that the checks know: the books of `Resources`, read once.
struct PhraseBook: Sendable {
    var words = WordTable(capacity: 4096)
    var phrases: [Phrase] = []
    var topics = [""]
    /// Words for a child, and pronouns.
    var childWords: Set<UInt16> = []
    /// Words that nearly every text has; a search does not begin at one if it can begin elsewhere.
    var everyday: Set<UInt16> = []
    /// Words that many texts have.
    var frequent: Set<UInt16> = []
    /// What could not be read, with its line; a test says that there is nothing.
    var faults: [String] = []

    /// The phrases as the search follows them.
    private(set) var program = PhraseProgram()

    private(set) var wordCount: UInt16 = 0
    /// How many syllables each word has.
    private(set) var syllables: [UInt8] = [0]

    static let embedded: PhraseBook = {
        var book = PhraseBook()
        for word in ["ll", "re", "ve", "d", "m", "t", "s", "i", "going", "gonna", "don"] {
            book.everyday.insert(book.word(word.utf8))
        }
        var reader = PhraseReader()
        for (name, text) in books { reader.read(String(decoding: text, as: UTF8.self), of: name, into: &book) }
        InsultBook.embedded.add(to: &book)
        book.program = PhraseProgram(book)
        return book
    }()

    /// Words first: a phrase is looked for at the least common of its own.
    private static let books = [
        ("words", PackageResources.words_txt), ("lists", PackageResources.lists_txt),
        ("politics", PackageResources.politics_txt), ("commerce", PackageResources.commerce_txt),
        ("threats", PackageResources.threats_txt), ("discrimination", PackageResources.discrimination_txt),
        ("confidential", PackageResources.confidential_txt), ("claims", PackageResources.claims_txt),
        ("controversial", PackageResources.controversial_txt), ("tone", PackageResources.tone_txt),
        ("voice", PackageResources.voice_txt), ("copyright", PackageResources.copyright_txt),
        ("tagging", PackageResources.tagging_txt), ("abuse", PackageResources.abuse_txt),
    ]

    mutating func word(_ letters: some Sequence<UInt8>) -> UInt16 {
        let hash = Hashing.of(letters)
        if let value = words[hash]?.value, value != 0 { return UInt16(truncatingIfNeeded: value) }
        wordCount += 1
        words.add(hash, value: UInt32(wordCount))
        syllables.append(UInt8(clamping: Syllables.count(ArraySlice(letters), hash: hash)))
        return wordCount
    }

    mutating func add(_ traits: Token.Traits, to word: some Sequence<UInt8>) {
        words.add(Hashing.of(word), traits: traits)
    }

    mutating func topic(_ text: String) -> Int {
        if let known = topics.firstIndex(of: text) { return known }
        topics.append(text)
        return topics.count - 1
    }

    /// How much a search costs that begins at a word: by how many texts have it.
    func weight(_ word: UInt16) -> Int { everyday.contains(word) ? 2000 : frequent.contains(word) ? 40 : 1 }

    /// The place of the least common of some words that follow each other.
    func rarest(_ words: [UInt16]) -> Int {
        words.indices.min { weight(words[$0]) < weight(words[$1]) } ?? 0
    }
}
