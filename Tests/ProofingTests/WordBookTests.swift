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

@Suite("Words that stand together")
struct TogetherTests {
    private static func found(_ line: String, in text: String) -> [String] {
        var book = PhraseBook()
        var reader = PhraseReader()
        reader.read("[threat together]\n\(line)\n", of: "threats", into: &book)
        #expect(book.faults == [])
        let page = Page(text, book.words)
        let search = PhraseSearch(page: page, program: PhraseProgram(book))
        return page.tokens.indices.flatMap { number in
            search.program.leads(of: page.tokens[number].word).compactMap { place in
                let lead = search.program.leads[place]
                let tokens = search.range(of: search.program.lines[Int(lead.line)], lead, at: number)
                return tokens.map {
                    let bytes = page.text[
                        Int(page.tokens[$0.lowerBound].start)..<Int(page.tokens[$0.upperBound - 1].end)]
                    return String(decoding: bytes, as: UTF8.self)
                }
            }
        }
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
