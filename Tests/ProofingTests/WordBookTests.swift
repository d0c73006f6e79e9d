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
        reader.read("[threat]\n\(line)\n", into: &book)
        #expect(book.faults.count == 1)
    }

    @Test("a phrase without a word that must stand there is a fault")
    func optional() {
        var book = PhraseBook()
        var reader = PhraseReader()
        reader.read("[threat]\nwords?\n", into: &book)
        #expect(book.faults.count == 1)
    }
}
