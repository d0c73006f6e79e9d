import Policy
import Proofing
import Testing

@testable import Bench

@Suite("Texts that are made to be hard")
struct HostileTextTests {
    private static let pieces = [
        "a@b.io ", "://", "http://", "com.", "@a", "@", "# ", "*", "f*", "f ", "Grace ", "Grace Hill ", "Hill, ",
        "0161 ", "07700900123", "1/2/", "M1 1AE ", "£4 each ", "vote Labour ", "he has ", "!", "\u{301}", "\u{200B}",
        "\u{202E}", "👩‍👩‍👧‍👦", "🇬🇧", "a.", "a-", "'", "’s ", "\n", "\r\n", "i will ", "the people ", "ß", "Ⅻ", "﷽", "\u{0}",
    ]

    @Test("a piece repeated ten thousand times is read to its end", .timeLimit(.minutes(3)), arguments: pieces)
    func repeated(_ piece: String) {
        let text = String(repeating: piece, count: 10_000)
        let remarks = School.reader.proof(ProofDraft(words: text))
        #expect(remarks.allSatisfy { $0.start.map { text.utf8.count >= $0 } ?? true })
    }

    @Test("where a remark stands is within the text, at whole characters, whatever the text", arguments: 0..<60)
    func spans(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let scraps = Self.pieces + TableTests.tables.flatMap { ($0.found + $0.innocent).map { Marked($0).text } }
        let text = (0..<40).map { _ in dice.pick(scraps) }.joined(separator: dice.pick(["", " ", "\n", "\u{200B}"]))
        for remark in School.reader.proof(ProofDraft(words: text)) where remark.start != nil {
            let (start, end) = (remark.start ?? -1, remark.end ?? -1)
            #expect(start < end)
            #expect(text.bytes(start..<max(start, end)) != nil, "\(remark.kind) cuts a character")
        }
    }

    @Test("nothing is found in an empty text, nor in one of spaces", arguments: ["", " ", "\n\n\t", "\u{200B}"])
    func empty(_ text: String) { #expect(School.reader.proof(ProofDraft(words: text)).isEmpty) }

    @Test(
        "a name is found however its letters are composed",
        arguments: [
            "Zoë O’Connor", "Zoe\u{308} O’Connor", "ZOË O'CONNOR", "\u{200F}Zoë\u{200E} O’Connor", "Z\u{AD}oë O’Connor",
        ])
    func composed(_ name: String) {
        let text = "🌳 Thank you, \(name) 🌳!"
        let found = School.reader.found(.pupilFullName, in: text)
        #expect(found.count == 1)
        #expect(found.first.flatMap { text.bytes($0) }.map { name.contains($0) } ?? false)
    }
}
