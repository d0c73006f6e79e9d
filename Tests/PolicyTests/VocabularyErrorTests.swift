import Testing

@testable import Policy

@Suite("Vocabularies")
struct VocabularyErrorTests {
    static let cases = [
        Spoilt(
            "id: connect, label: Connect, topic: t,", "id: connect, label: Connect, topic: tt,", 3, 42,
            "Unknown topic `tt`.", "t"),
        Spoilt("facts: [with, account]", "facts: [with, acount]", 3, 59, "Unknown fact `acount`.", "account"),
        Spoilt("id: look", "id: connect", 4, 10, "There are two of the action `connect`."),
        Spoilt("  - id: with", "  - id: who", 6, 9, "There are two of the fact `who`."),
        Spoilt("question: With whom?", "qestion: With whom?", 8, 5, "Unknown key `qestion` in a fact.", "question"),
        Spoilt("{id: parent,", "{id: pupil,", 9, 87, "There are two of the value `pupil`."),
        Spoilt("label: School}", "label: [School]}", 13, 62, "`label` is a list, but a text was expected."),
    ]

    @Test("a vocabulary with one thing wrong is refused with its place and the nearest name", arguments: cases)
    func tellsThePlace(_ spoilt: Spoilt) throws {
        let yaml = Sample.swapped(Sample.vocabularyText, spoilt.old, spoilt.new)
        let expected = PackError(
            file: "v.yaml", line: spoilt.line, column: spoilt.column, message: spoilt.message, nearest: spoilt.nearest)
        do throws(PackErrors) {
            _ = try Vocabulary.load(yaml: yaml, file: "v.yaml")
            Issue.record("it was not refused")
        } catch {
            #expect(error.errors.contains(expected), "\(error)")
        }
    }

    @Test("`who` and `action` come first, then the facts in the order of the file")
    func order() throws {
        #expect(try Sample.vocabulary().facts.map(\.id) == ["who", "action", "with", "account"])
    }

    @Test("the vocabulary that is built in loads")
    func embedded() throws {
        let vocabulary = try Vocabulary.embedded()
        #expect(Set(vocabulary.actions.map(\.topic)) == Set(vocabulary.topics.map(\.id)))
    }

    @Test(
        "the nearest name is the one with the fewest changes, and none when all are far",
        arguments: [("wiht", "with"), ("accuont", "account"), ("zebra", nil), ("Parent", "parent"), ("", nil)])
    func nearest(_ typed: String, _ meant: String?) {
        #expect(Spelling.nearest(to: typed, among: ["with", "account", "parent"]) == meant)
    }
}
