import Policy
import Testing

@testable import Proofing

/// Counted, not timed: how often the checks look at the text, its words and its places.
@Suite("The work of the checks grows with the text and no faster")
struct WorkTests {
    /// A beginning, what is repeated, and an end.
    struct Hostile: Sendable, CustomTestStringConvertible {
        var before = ""
        var piece: String
        var after = ""
        var testDescription: String { "\(before)|\(piece)|\(after)".debugDescription }
        func text(_ count: Int) -> String { before + String(repeating: piece, count: count) + after }
    }

    private static let pieces = [
        "(", ")", "()", "[]", "((a))", "{a}", "1", "1 ", "1-", "1.", "1/", "1,", "12/", "0161 ", "07700900123", "+44",
        "£1.",
        "£", ".", "..", ". ", "a.", "a. ", ".a", "com.", "www.", "://", "a://", "http://", "http://a ", "Grace ",
        "Grace",
        "Hill, ", "Grace Hill ", "GraceHill", "gracehill", "Grace-", "G. ", "G ", "de ", "Ana de ", "Smith-", "@", "@a",
        "@a.", "@ab.", "a@", "a@b.", "a@b.c ", "@a@b.", "#", "#a", "#Grace", "a", "a ", "A ", "A", "i ", "aA", "f*",
        "f.",
        "f-", "f u c k ", "*", "**", "!", "!a", "a!", "$", "|", "+", "'", "’s ", "-", "a-", "_", "_a", "a_", "vote ",
        "vote Labour ", "he has ", "only £4 each ", "i will ", "the people ", "Year ", "Year 3 ", "Class ", "M1 1AE ",
        "1 High ", "1 High Street ", "born on 1/2/2015 ", "Mrs ", "Mrs Hill ", "\n", "\u{301}", "\u{200B}", "👩‍👧", "ß",
        "é",
        "и", "\u{0}",
    ]

    static let texts =
        pieces.map { Hostile(piece: $0) } + [
            Hostile(before: "@", piece: "com."), Hostile(before: "/", piece: "com."), Hostile(before: "£", piece: "1."),
            Hostile(piece: "1.", after: "1 each"), Hostile(before: "a", piece: "://"), Hostile(before: "f", piece: "*"),
            Hostile(before: "http://", piece: ")"), Hostile(before: "#", piece: "Grace"),
            Hostile(before: "Grace ", piece: "de "), Hostile(before: "Hill", piece: "-Hill"),
            Hostile(before: "f", piece: " u"), Hostile(before: "@aa", piece: "."), Hostile(before: "@", piece: "a-"),
            Hostile(before: "vote", piece: " a"), Hostile(piece: "a ", after: "vote Labour"),
        ]

    private func looks(_ text: String, _ reader: Proofreader) -> Int {
        let looks = Page.Looks()
        let page = Page(text, reader.words)
        page.looks = looks
        let sweep = reader.look(at: page)
        _ = sweep.resolved()
        var notes = Notes(reader.settings)
        reader.proofWhole(ProofDraft(words: text, voice: .personal), page, sweep, &notes)
        return looks.count
    }

    private func expectLinear(_ hostile: Hostile, _ reader: Proofreader) {
        let (short, long) = (looks(hostile.text(250), reader), looks(hostile.text(500), reader))
        // A short text with nothing in it is hardly looked at.
        #expect(Double(long) <= 2.3 * Double(max(short, 100)), "\(hostile.testDescription): \(short) and \(long)")
    }

    @Test("a text that is twice as long takes at most 2.3 times as many looks", arguments: texts)
    func linear(_ hostile: Hostile) { expectLinear(hostile, School.reader) }

    @Test(
        "so it is where a policy looks for one kind alone",
        arguments: [CheckKind.phone, .link, .insult, .pupilFullName])
    func oneKind(_ kind: CheckKind) {
        let reader = Proofreader(names: School.names, settings: [kind: CheckSetting(severity: .warning)])
        for hostile in Self.texts { expectLinear(hostile, reader) }
    }

    @Test("no text takes more than two hundred looks a byte", arguments: texts)
    func bounded(_ hostile: Hostile) {
        let text = hostile.text(200)
        #expect(looks(text, School.reader) <= 200 * text.utf8.count)
    }

    @Test("the count is of looks: twice the words are twice the looks")
    func counts() {
        let one = looks("Well done Grace Hill of Year 4. ", School.reader)
        #expect(one > 10)
        #expect(looks(String(repeating: "Well done Grace Hill of Year 4. ", count: 10), School.reader) > 8 * one)
    }
}
