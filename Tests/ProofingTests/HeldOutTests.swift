import Policy
import Proofing
import Testing

@testable import Bench

/// Sentences that were written after the phrases and are no part of them, in chance order, with chance people.
@Suite("Posts that the checks were not written for")
struct HeldOutTests {
    private static let firsts = [
        "Oliver", "Amelia", "Noor", "Kofi", "Siân", "Ffion", "Priya", "Yusuf", "Beatrix", "Caitlin", "Declan", "Ewa",
        "Faith", "Gareth", "Harpreet", "Ines", "Jude", "Kezia", "Leila", "Niamh", "Rose", "Will", "Zara", "Jean-Luc",
    ]
    private static let lasts = [
        "Abernethy", "Brown", "Chowdhury", "D’Arcy", "Eze", "Field", "Gołąb", "Hughes-Pryce", "Ibrahim", "Jaworski",
        "Kaur", "Lawal", "MacDonald", "Ng", "Oduya", "Park", "Quirke", "Rashid", "St Clair", "Treharne", "van Dijk",
        "Winter", "Yeung", "Zielińska",
    ]

    private static func names(_ dice: inout Dice) -> [ProofName] {
        (0..<240).map { number in
            ProofName(id: "p\(number)", first: dice.pick(firsts), last: dice.pick(lasts), year: number % 7)
        }
    }

    private static let plain = [
        "The kiln is warm and the clay is ready.", "Coats with names in them come home, we find.",
        "Thirty-two scarecrows guard the allotment tonight.", "Bring wellies: the marsh is wet after the rain.",
        "Our bees made eleven jars of honey this summer.", "The lantern parade leaves the gate at dusk.",
        "A heron watched the whole of our pond dip.", "We mixed every shade of blue that we could.",
        "Lunch on Wednesday is fish pie or falafel.", "The choir’s second song made the windows hum.",
    ]

    private static let frames = [
        "Applause for \u{1}, who stayed calm to the very end.", "It was \u{1} who spotted the first swallow.",
        "Judges could not choose between \u{1} and the weather.", "(Drawing by \u{1}.)", "\u{1}: bravo!",
        "Nobody jumped further than \u{1} today.",
    ]

    @Test("names in every form are found, and little else, in chance texts", arguments: [11, 23, 47, 91])
    func names(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let people = Self.names(&dice)
        let reader = Proofreader(names: people, settings: School.everything)
        var (right, found, planted) = (0, 0, 0)
        for _ in 0..<300 {
            let person = dice.pick(people)
            let form = dice.pick(Self.forms)(person)
            let sentences = [dice.pick(Self.plain), dice.pick(Self.frames).replacing("\u{1}", with: "⟨\(form)⟩")]
            let text = Marked(sentences.joined(separator: " "))
            let hits = reader.found(.pupilFullName, in: text.text)
            planted += 1
            found += hits.count
            right += hits.contains { $0 == text.spans[0] } ? 1 : 0
        }
        #expect(Self.score(right, found, planted) >= 0.95, "\(right) right of \(found) found and \(planted) planted")
    }

    private static let forms: [@Sendable (ProofName) -> String] = [
        { "\($0.first) \($0.last)" }, { "\($0.first.uppercased()) \($0.last.uppercased())" },
        { "\($0.last), \($0.first)" }, { "\($0.first)  \($0.last)" }, { "\($0.first) \($0.last.uppercased())" },
        { "\($0.first) \($0.last)".replacing("’", with: "'").decomposed },
    ]

    @Test(
        "each kind of words scores 0.95 or more on sentences that it was not written for", arguments: HeldOutWords.all)
    func words(_ table: KindTable) {
        var dice = Dice(seed: 7)
        var (right, found, planted) = (0, 0, 0)
        for line in table.found + table.innocent {
            let text = Marked("\(dice.pick(Self.plain)) \(line) \(dice.pick(Self.plain))")
            let hits = School.reader.found(table.kind, in: text.text)
            planted += text.spans.count
            found += hits.count
            right += text.spans.count { span in hits.contains { $0.overlaps(span) } }
        }
        #expect(Self.score(right, found, planted) >= 0.95, "\(right) right of \(found) found and \(planted) planted")
    }

    private static func score(_ right: Int, _ found: Int, _ planted: Int) -> Double {
        found + planted == 0 ? 1 : 2 * Double(right) / Double(found + planted)
    }
}

extension String {
    /// With accents as characters of their own, for the few letters that the names have.
    fileprivate var decomposed: String { replacing("ë", with: "e\u{308}").replacing("â", with: "a\u{302}") }
}
