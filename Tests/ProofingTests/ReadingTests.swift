import Policy
import Testing

@testable import Proofing

@Suite("How hard a text is to read")
struct ReadingTests {
    /// Counted by hand. The grade is 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59.
    struct Known: Sendable, CustomTestStringConvertible {
        var text: String
        var words: Int
        var sentences: Int
        var syllables: Int
        var testDescription: String { String(text.prefix(40)) }
        var grade: Double {
            0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
        }
    }

    static let texts = [
        // The lowest that a sentence of some length can have: −1.45.
        Known(text: "The cat sat on the mat.", words: 6, sentences: 1, syllables: 6),
        // Reading ease 69 by the same counts (206.835 − 1.015 × 16 − 84.6 × 23 ÷ 16).
        Known(
            text: "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
            words: 16, sentences: 1, syllables: 23),
        // Published as of 24 syllables: two of its words can be said with one fewer.
        Known(
            text: "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            words: 13, sentences: 1, syllables: 26),
        Known(text: "We ran. We sang! Did you hear us?", words: 8, sentences: 3, syllables: 8),
        // Figures are no words.
        Known(text: "It rained. 30 children came. 4 did not.", words: 6, sentences: 3, syllables: 7),
        // What ends a line ends a sentence when the next begins like one.
        Known(text: "Bring a coat\nBring a hat\nbut no toys", words: 9, sentences: 2, syllables: 9),
        // A point within a figure or an address ends nothing.
        Known(text: "Doors open at 3.30 pm. See www.example.org for more.", words: 10, sentences: 2, syllables: 13),
    ]

    @Test("the counts and the grade of texts of known value are those of the published formula", arguments: texts)
    func known(_ known: Known) {
        let reading = ReadingGrade(Page(known.text, WordTable()))
        #expect(reading.words == known.words)
        #expect(reading.sentences == known.sentences)
        #expect(reading.syllables == known.syllables)
        #expect(abs(reading.grade - known.grade) < 0.001)
    }

    @Test("the formula’s own figures")
    func formula() {
        // Reading ease 37.5: 24 syllables, 13 words.
        #expect(abs(ReadingGrade(words: 6, sentences: 1, syllables: 6).grade - -1.45) < 0.001)
        #expect(abs(ReadingGrade(words: 16, sentences: 1, syllables: 23).grade - 7.6125) < 0.001)
        #expect(abs(ReadingGrade(words: 13, sentences: 1, syllables: 24).grade - 11.2646) < 0.001)
        #expect(ReadingGrade(words: 100, sentences: 5, syllables: 150).age == 15)
        #expect(ReadingGrade().grade == 0)
    }

    /// By dictionary, as spoken in southern England.
    private static let syllables: [(Int, String)] = [
        (
            1,
            "the school class year term day make made home like time looked played helped walked used thanked please games "
                + "friends learned shared days coat hall sports there whole fields things hours"
        ),
        (
            2,
            "children pupil teacher parents lesson reading writing music garden water being playing going table little "
                + "people started wanted boxes places apples pages dishes handled centre lion quiet before outside science "
                + "something homework evening morning autumn winter assembled really ready party today"
        ),
        (
            3,
            "assembly library museum radio video idea area governor headteacher together everyone remember visitor "
                + "computer tomorrow beautiful wonderful curious serious uniform holiday favourite animal important "
                + "family piano studio December amazing exciting"
        ),
        (
            4,
            "education February January especially activity community information safeguarding celebration competition "
                + "material usually experience secondary volunteer photography"
        ), (5, "university imagination communication"),
    ]

    @Test(
        "of 120 common words, nineteen in twenty have the syllables that a dictionary gives them, and none is two off")
    func common() {
        let words = Self.syllables.flatMap { count, line in line.split(separator: " ").map { (String($0), count) } }
        #expect(words.count >= 120)
        var wrong: [String] = []
        for (word, count) in words {
            let page = Page(word, WordTable())
            let found = Syllables.count(page.text[...], hash: Hashing.of(page.text))
            if found != count { wrong.append("\(word) \(found) for \(count)") }
            #expect(abs(found - count) <= 1, "\(word)")
        }
        #expect(wrong.count * 20 <= words.count, "\(wrong.count) of \(words.count): \(wrong)")
    }

    private func remark(_ words: String) -> Remark? {
        School.reader.proof(ProofDraft(words: words)).first { $0.kind == .readingAge }
    }

    @Test("a long text of long words is told with an age, and the same length in plain words is not")
    func told() {
        let hard = Array(
            repeating:
                "Notwithstanding considerable organisational difficulties, comprehensive documentation concerning "
                + "extracurricular opportunities necessitates immediate consideration by participating families",
            count: 5
        ).joined(separator: " and ")
        #expect(remark(hard)?.says.contains("about 21") == true)
        let plain = Array(repeating: "We went to the pond. It was wet and cold but we had fun.", count: 6)
        #expect(remark(plain.joined(separator: " ")) == nil)
    }

    @Test("a text too short to tell is not judged, and a list in lines is not one long sentence")
    func notJudged() {
        #expect(remark("Notwithstanding considerable organisational difficulties") == nil)
        let list = (1...30).map { "Bring \($0) warm coats and hats" }.joined(separator: "\n")
        #expect(remark(list) == nil)
    }
}
