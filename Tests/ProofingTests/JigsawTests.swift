import Policy
import Testing

@testable import Proofing

@Suite("Pieces that together point to one child")
struct JigsawTests {
    struct Situation: Sendable, CustomTestStringConvertible {
        var why: String
        var earlier: [String] = []
        var here: String
        var alt: [String] = []
        var points: [String] = []
        var testDescription: String { why }
    }

    /// In one text.
    static let alone: [Situation] = [
        Situation(why: "a name, a year and a class", here: "Ada of Oak class in Year 3 won.", points: ["ada"]),
        Situation(why: "a year in a word", here: "Ada of Oak class, Year Three, won.", points: ["ada"]),
        Situation(why: "a year in short", here: "Ada (Oak, Y3) won.", points: ["ada"]),
        Situation(why: "a name that three bear", here: "Ada won a medal."),
        Situation(why: "a name and a class that two fit", here: "Ada of Oak class won."),
        Situation(why: "a name and a year that two fit", here: "Ada of Year 3 won."),
        Situation(why: "several years", here: "In Years 3, 4 and 5 of Oak class Ada was quickest."),
        Situation(why: "a span of years", here: "Ada of Oak class was the quickest of Years 3 to 6."),
        Situation(why: "a span with a hyphen", here: "Ada of Oak was the quickest of Years 3-4."),
        Situation(why: "a time is no year", here: "This year 3 of Oak class, with Ada, won."),
        Situation(why: "a tree is no class", here: "In Year 3 Ada sat under the Oak tree."),
        Situation(why: "a name that is told of as a name already", here: "Tomas of Year 5 won."),
        Situation(why: "a whole name that is told of already", here: "Ada Bell of Oak class, Year 3, won."),
        Situation(why: "a child who may be named", here: "Zuzanna in Year 2 won."),
        Situation(
            why: "somebody else of the first name", here: "Ada Lovelace was born in 1815, we learned in Oak, Year 3."),
        Situation(why: "an adult of the first name", here: "Miss Ada helped Oak class of Year 3."),
        Situation(why: "a nickname that two have", here: "Sam in Year 6 won."),
        Situation(why: "a nickname and a class", here: "Sam of Birch class won.", points: ["sam"]),
        Situation(why: "a name that is a word", here: "In Year 5 it was Hope who won.", points: ["hope"]),
        Situation(why: "a word that is a name", here: "We hope that Year 5 had fun. Hope for sun!"),
        Situation(why: "a class that is a name", here: "Rowan class of Year 5 won, and Rowan Pike’s mum came."),
        Situation(why: "a sister", here: "Zuzanna Nowak and her brother made a kite.", points: ["tomas"]),
        Situation(why: "a twin", here: "Well done to Ivy Hart and her twin!", points: ["fay"]),
        Situation(why: "one of two brothers and sisters", here: "Ben Bell and his sister made a kite."),
        Situation(
            why: "one of two, by the year", here: "Ben Bell and his sister of Year 3 made a kite.", points: ["ada"]),
        Situation(why: "a sister of nobody who is known", here: "Her sister made a kite."),
        Situation(why: "initials", here: "Our winner is A. B. with a score of ten.", points: ["ada"]),
        Situation(why: "initials that are a subject", here: "P.E. kit on Monday, please. We love P. E. in the hall."),
        Situation(why: "letters of a firm", here: "The P.E.T. shop and the B.B.C. came."),
        Situation(
            why: "an initial in a small class", here: "In Reception L. has lost a tooth, Birch class.", points: ["lena"]
        ),
        Situation(why: "an initial that ends a sentence", here: "We need vitamin L. In Reception, Birch class too."),
        Situation(why: "an initial and a title", here: "Ask Mrs L. about Reception in Birch class."),
        Situation(
            why: "the only child of a year in a small class", here: "A pupil from Reception in Birch class is five.",
            points: ["lena"]),
        Situation(
            why: "one of several", here: "One of our girls, from Year 2, and all of Birch class sang."),
        Situation(
            why: "one of our girls, the only one", here: "One of our girls in Birch, the one in Reception, is five.",
            points: ["lena"]),
        Situation(why: "one of two years", here: "A pupil from Reception or Year 1 in Birch class is five."),
        Situation(why: "no child at all", here: "Reception and Birch class had a lovely day."),
        Situation(
            why: "a desk is no class", here: "A child’s coat was handed in to Reception. Birch class, is it yours?"),
        Situation(
            why: "in a description", here: "A kite.", alt: ["Ada of Oak class, Year 3, with a kite"], points: ["ada"]),
        Situation(
            why: "a description and the words", here: "Ada made a kite.",
            alt: ["A girl of Oak class, Year 3, and a kite"],
            points: ["ada"]),
    ]

    /// With what was published before.
    static let together: [Situation] = [
        Situation(
            why: "a year before, a class now", earlier: ["Ada from Year 3 can juggle."],
            here: "Ada of Oak class swam a mile.",
            points: ["ada"]),
        Situation(
            why: "a year and a class in two posts, the name now",
            earlier: ["Ada from Year 3 can juggle.", "Ada of Oak class sang."], here: "Ada swam a mile.",
            points: ["ada"]),
        Situation(
            why: "years that do not agree", earlier: ["Ada from Year 6 can juggle."],
            here: "Ada of Oak class swam a mile."),
        Situation(
            why: "a name that stays one of several", earlier: ["Ada can juggle.", "Ada of Elm class sang."],
            here: "Ada of Oak class swam a mile."),
        Situation(
            why: "something rare in two posts",
            earlier: ["A pupil of Birch class has a reindeer called Snorri."],
            here: "The child with the reindeer Snorri is in Reception.", points: ["lena"]),
        Situation(
            why: "something rare, once with the name",
            earlier: ["Lena Moss brought her reindeer Snorri."],
            here: "A child and a reindeer named Snorri met the mayor.",
            points: ["lena"]),
        Situation(
            why: "something rare, and two were named",
            earlier: ["Lena Moss and Rex Reed brought a reindeer, Snorri."],
            here: "A child and a reindeer named Snorri met the mayor."),
        Situation(
            why: "something rare, but of another year",
            earlier: ["Lena Moss brought her reindeer Snorri."],
            here: "A child from Year 6 and a reindeer named Snorri met the mayor."),
        Situation(
            why: "one thing in common is not enough", earlier: ["A pupil of Birch class has a reindeer."],
            here: "The child with the reindeer is in Reception."),
        Situation(
            why: "two matters", earlier: ["A pupil of Birch class has a reindeer called Snorri."],
            here: "A child in Reception lost a tooth."),
        Situation(
            why: "the year is added to somebody of before",
            earlier: ["Sam plays the bassoon in the orchestra at Ripley."],
            here: "Our bassoon player at Ripley is in Birch class.", points: ["sam"]),
        Situation(
            why: "what was before gave it away by itself", earlier: ["Sam of Birch class plays the bassoon at Ripley."],
            here: "The bassoon concert at Ripley is on Friday."),
        Situation(
            why: "how the school speaks ties nothing",
            earlier: Array(repeating: "Harvest festival: Birch class sang and a child read.", count: 12),
            here: "Harvest festival: a child in Reception brought a marrow."),
    ]

    @Test("a situation in one text", arguments: alone)
    func inOneText(_ situation: Situation) {
        #expect(SmallSchool.reader.pointedAt(situation.here, alt: situation.alt) == situation.points)
    }

    @Test("a situation over several posts, in any order", arguments: together)
    func overSeveral(_ situation: Situation) {
        #expect(SmallSchool.reader.pointedAt(situation.here, after: situation.earlier) == situation.points)
        #expect(SmallSchool.reader.pointedAt(situation.here, after: situation.earlier.reversed()) == situation.points)
        // And nothing without them.
        #expect(SmallSchool.reader.pointedAt(situation.here).isEmpty)
    }

    @Test("what is told has the pack's severity, its clauses and the words that it is about")
    func remark() throws {
        let words = "Hooray! Ada of Oak class in Year 3 won."
        let remark = try #require(SmallSchool.reader.jigsaw(ProofDraft(words: words), earlier: []).first)
        #expect(remark.severity == .leader && remark.clauses == ["c-1"])
        #expect(words.bytes((remark.start ?? 0)..<(remark.end ?? 0)) == "Ada")
        // Who it is stands in a field of its own, for those who may see it.
        #expect(!remark.says.contains("Ada") && !remark.mend.contains("Ada"))
    }

    @Test("a place after letters of several bytes is told in bytes of the original")
    func bytes() throws {
        let alt = "Żółw 🐢 — Ada of Oak class, Year 3"
        let draft = ProofDraft(words: "", pictures: [ProofDraft.Picture(altText: alt)])
        let remark = try #require(SmallSchool.reader.jigsaw(draft, earlier: []).first)
        #expect(remark.place == .altText(0))
        #expect(alt.bytes((remark.start ?? 0)..<(remark.end ?? 0)) == "Ada")
    }

    @Test("where everybody may be named, or the policy does not look for it, nothing is told")
    func notLookedFor() {
        let words = "Ada of Oak class in Year 3 won."
        let all = SmallSchool.names.map { name in
            var name = name
            name.mayBeNamed = true
            return name
        }
        let looking = [CheckKind.jigsaw: CheckSetting(severity: .leader)]
        #expect(Proofreader(names: all, settings: looking).pointedAt(words).isEmpty)
        #expect(Proofreader(names: SmallSchool.names, settings: [:]).pointedAt(words).isEmpty)
        #expect(Proofreader(names: SmallSchool.names, settings: looking).pointedAt(words) == ["ada"])
    }

    @Test("a child of whom the school has not said the year or the class may be meant by any")
    func unknownYear() {
        var names = SmallSchool.names
        names.append(ProofName(id: "new", first: "Ada", last: "Winter"))
        let reader = Proofreader(names: names, settings: [.jigsaw: CheckSetting(severity: .leader)])
        #expect(reader.pointedAt("Ada of Oak class in Year 3 won.").isEmpty)
    }
}
