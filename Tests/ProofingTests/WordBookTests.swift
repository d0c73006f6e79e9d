import Testing

@testable import Proofing

@Suite("The books of words")
struct WordBookTests {
    @Test("every line of the phrases is read")
    func phrases() {
        #expect(PhraseBook.embedded.faults == [])
        #expect(PhraseBook.embedded.phrases.count > 300)
    }

    @Test("every line of the offensive words is read")
    func insults() { #expect(InsultBook.embedded.faults == []) }

    @Test("every line of the domains is read, and each category is one that a link can be remarked on for")
    func domains() {
        #expect(LinkBook.embedded.faults == [])
        #expect(LinkBook.embedded.categories.dropFirst().allSatisfy { LinkTopic.number($0) > 0 })
    }

    @Test(
        "a line with a sign inside a word, a list that is not there or nothing to begin at is a fault",
        arguments: ["vote views?|view", "vote <nobody>", "..3", "@child", "vote ..x"])
    func faults(_ line: String) {
        var book = PhraseBook()
        var reader = PhraseReader()
        reader.read("[threat]\n\(line)\n", of: "threats", into: &book)
        #expect(book.faults.count == 1)
    }

    @Test("a phrase without a word that must stand there is a fault")
    func optional() {
        var book = PhraseBook()
        var reader = PhraseReader()
        reader.read("[threat]\nwords?\n", of: "threats", into: &book)
        #expect(book.faults.count == 1)
    }
}

/// What a book of a few lines finds, as it was folded.
private func wordsFound(by lines: String, in text: String) -> [String] {
    var book = PhraseBook()
    var reader = PhraseReader()
    reader.read(lines, of: "threats", into: &book)
    #expect(book.faults == [])
    let page = Page(text, book.words)
    let search = PhraseSearch(page: page, program: PhraseProgram(book))
    var found: [String] = []
    for number in page.tokens.indices {
        let token = page.tokens[number]
        guard token.word != 0 || search.isMoney(number) else { continue }
        search.look(at: number, token.word) { _, range in
            let bytes = page.text[Int(page.tokens[range.lowerBound].start)..<Int(page.tokens[range.upperBound - 1].end)]
            found.append(String(decoding: bytes, as: UTF8.self))
        }
    }
    return found
}

@Suite("Words in a row")
struct RowTests {
    @Test(
        "are found whatever kind of word stands beside the one that led to them",
        arguments: [
            ("egg spoon", "an egg spoon", ["egg spoon"]), ("egg spoon", "an egg, spoon", ["egg spoon"]),
            ("egg spoon", "an egg. A spoon", []), ("egg spoon", "an egg! Spoon", []),
            ("egg spoon", "an egg cup spoon", []), ("egg ^spoon", "EGG SPOON", ["egg spoon"]),
            ("egg ..2 ^spoon", "egg, one two spoon", ["egg one two spoon"]),
            ("egg ..2 ^spoon", "egg one two three spoon", []), ("egg ^spoon race?", "egg spoon", ["egg spoon"]),
            ("egg ^spoon race?", "egg spoon race", ["egg spoon race"]),
            ("egg? ^spoon race", "spoon race", ["spoon race"]),
            ("egg? ^spoon race", "egg spoon race", ["egg spoon race"]),
            ("a_boiled_egg ^spoon", "a boiled egg spoon", ["a boiled egg spoon"]),
            ("the ^egg_and_spoon race", "the egg and spoon race", ["the egg and spoon race"]),
            ("an_egg|egg ^spoon|wooden_spoon", "an egg wooden spoon", ["an egg wooden spoon", "egg wooden spoon"]),
            ("^egg #", "an egg 12", ["egg 12"]), ("# ^egg", "12 eggs, 3 egg", ["3 egg"]), ("# ^egg", "no egg", []),
            ("^egg £", "egg £3", ["egg 3"]), ("^egg £", "egg 3", []), ("^£ egg", "£3 egg", ["3 egg"]),
            ("^£ an|each ..1 egg", "£3 each boiled egg", ["3 each boiled egg"]), ("^£ egg", "£3 spoon egg", []),
            ("^egg %", "egg 40%", ["egg 40"]), ("^egg @capital", "an egg Benedict", ["egg benedict"]),
            ("^egg @capital", "an egg benedict", []), ("^egg @unknown", "egg flibber", ["egg flibber"]),
            ("^egg @unknown", "egg spoon", []), ("^egg @account", "egg mo_iq.live now", ["egg mo iq live"]),
            ("^egg @account", "egg and spoon", []), ("^egg =spoon", "egg Spoon", ["egg spoon"]),
            ("^egg =spoon", "egg spoon", []),
        ])
    func found(_ line: String, _ text: String, _ expected: [String]) {
        // Letters alone are told: what stands between them is of no account.
        let found = wordsFound(by: "[words common]\nspoon\n[threat]\n\(line)\n", in: text)
        #expect(found.map { $0.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") } == expected)
    }
}

@Suite("Words that stand together")
struct TogetherTests {
    private static func found(_ line: String, in text: String) -> [String] {
        wordsFound(by: "[threat together]\n\(line)\n", in: text)
    }

    @Test(
        "are found in any order within one sentence, from the first of them to the last",
        arguments: [
            ("egg ^spoon", "an egg and a spoon", ["egg and a spoon"]),
            ("egg ^spoon", "a spoon, then an egg", ["spoon then an egg"]),
            ("egg ^spoon", "an egg. Then a spoon", []), ("egg ^spoon", "an egg! A spoon", []),
            ("egg ^spoon", "an egg: a spoon", ["egg a spoon"]), ("egg ^spoon", "an egg\n\na spoon", []),
            ("egg ^spoon", "egg and spoon and egg", ["spoon and egg"]), ("egg ^spoon", "a spoon alone", []),
            ("egg|boiled_egg ^wooden_spoon", "a boiled egg, a wooden spoon", ["egg a wooden spoon"]),
            ("egg|boiled_egg ^wooden_spoon", "a spoon that is wooden, an egg", []),
            ("£ ^spoon", "a spoon for 3p", ["spoon for 3"]), ("£ ^spoon", "a spoon for 3", []),
            ("egg ^spoon !race", "an egg and a spoon", ["egg and a spoon"]),
            ("egg ^spoon !race", "an egg and a spoon race", []), ("egg ^spoon ..2", "egg one two spoon", []),
            ("egg ^spoon ..3", "egg one two spoon", ["egg one two spoon"]),
        ])
    func together(_ line: String, _ text: String, _ expected: [String]) {
        #expect(Self.found(line, in: text).map { $0.replacing(", ", with: " ").replacing(": ", with: " ") } == expected)
    }

    @Test(
        "are a fault when a line has one part alone, an optional part or nothing to begin at",
        arguments: ["egg", "egg spoon?", "!egg !spoon", "egg !spoon ..x", "£ %"])
    func faults(_ line: String) {
        var book = PhraseBook()
        var reader = PhraseReader()
        reader.read("[threat together]\n\(line)\n", of: "threats", into: &book)
        #expect(book.faults.count == 1)
    }
}
