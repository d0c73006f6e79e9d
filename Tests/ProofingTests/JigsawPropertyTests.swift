import Policy
import Testing

@testable import Proofing

@Suite("The jigsaw, whatever was published")
struct JigsawPropertyTests {
    private static let whos = [
        "Ada", "Sam", "Hope", "a pupil", "one of our girls", "A. B.", "L.", "Ben Bell and his sister", "Lena Moss",
        "Rowan",
        "Ivy Hart and her twin", "everybody",
    ]
    private static let wheres = [
        "", " of Year 3", " of Oak class", " from Reception", " in Birch", " of Year 5", " in Elm class",
        " from Years 3 and 4",
        " of Birch class, Reception",
    ]
    private static let whats = [
        "rode a reindeer called Snorri", "played the bassoon at Ripley", "met the mayor with a reindeer, Snorri",
        "grew a marrow", "had lunch", "heard the bassoon and saw Snorri", "swam across Ullswater twice",
    ]

    private static func post(_ dice: inout Dice) -> String {
        (0..<Int.random(in: 1...2, using: &dice)).map { _ in
            "Today \(dice.pick(whos))\(dice.pick(wheres)) \(dice.pick(whats))."
        }.joined(separator: " ")
    }

    @Test(
        "one more post among what was published takes no finding away, unless that post gave the child away itself",
        arguments: 1...40)
    func monotone(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        var (found, kept) = (0, 0)
        for _ in 0..<40 {
            let earlier = (0..<Int.random(in: 0...2, using: &dice)).map { _ in Self.post(&dice) }
            let (here, more) = (Self.post(&dice), Self.post(&dice))
            let before = SmallSchool.reader.pointedAt(here, after: earlier)
            let after = SmallSchool.reader.pointedAt(here, after: earlier + [more])
            found += before.count
            let gaveAway = Set(SmallSchool.reader.pointedAt(more, after: earlier))
            for child in before where !gaveAway.contains(child) {
                #expect(after.contains(child), "\(child): \(here) after \(earlier) and \(more)")
                kept += 1
            }
        }
        #expect(found > 0 && kept > 0)
    }

    @Test("a post about something else takes no finding away, however many there are", arguments: 1...10)
    func others(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let others = (0..<40).map { "Nothing but \(Self.word($0)) and \(Self.word($0 + 40)) on the table." }
        for _ in 0..<20 {
            let (earlier, here) = ([Self.post(&dice), Self.post(&dice)], Self.post(&dice))
            let before = SmallSchool.reader.pointedAt(here, after: earlier)
            let count = Int.random(in: 1...40, using: &dice)
            #expect(SmallSchool.reader.pointedAt(here, after: earlier + others.prefix(count)) == before)
            #expect(SmallSchool.reader.pointedAt(here, after: others.prefix(count) + earlier) == before)
        }
    }

    /// A word that stands nowhere else.
    private static func word(_ number: Int) -> String {
        "qu"
            + String(
                String(number + 1000).map { Character(UnicodeScalar(UInt8(ascii: "a") + ($0.asciiValue ?? 48) - 48)) })
    }

    @Test("the order in which posts were published changes nothing", arguments: 1...20)
    func order(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let (earlier, here) = ((0..<4).map { _ in Self.post(&dice) }, Self.post(&dice))
        let found = SmallSchool.reader.pointedAt(here, after: earlier)
        #expect(SmallSchool.reader.pointedAt(here, after: earlier.shuffled(using: &dice)) == found)
    }

    @Test("nobody is told of who may be named, and nobody twice", arguments: 1...20)
    func once(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let mayBeNamed = Set(SmallSchool.names.filter(\.mayBeNamed).map(\.id))
        for _ in 0..<20 {
            let found = SmallSchool.reader.pointedAt(
                Self.post(&dice), after: (0..<3).map { _ in Self.post(&dice) })
            #expect(Set(found).count == found.count && mayBeNamed.isDisjoint(with: found))
        }
    }

    @Test("twice as many published posts are at most 2.1 times the steps", arguments: [3, 17, 29])
    func linear(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let posts = (0..<400).map { _ in ProofDraft(words: Self.post(&dice)) }
        let here = ProofDraft(
            words:
                "Ada of Oak class, one of our girls, A. B. and Sam of Year 6 rode a reindeer, Snorri, and the bassoon.")
        let steps = [50, 100, 200, 400].map { count in
            var effort = JigsawEffort()
            _ = SmallSchool.reader.jigsaw(here, earlier: Array(posts.prefix(count)), &effort)
            return effort.steps
        }
        for (short, long) in zip(steps, steps.dropFirst()) {
            #expect(long > short)
            #expect(Double(long) <= 2.1 * Double(short) + 200, "\(steps)")
        }
    }

    @Test("twice as many pupils are at most 2.1 times the steps, with as many who may not be named")
    func pupils() {
        let steps = [100, 200, 400].map { count in
            let names = (0..<count).map {
                ProofName(
                    id: "\($0)", first: "Child\($0 % 7)", last: "Family\($0)", year: $0 % 7,
                    className: "Class\($0 % 14)",
                    mayBeNamed: $0 >= 20)
            }
            let reader = Proofreader(names: names, settings: [.jigsaw: CheckSetting(severity: .leader)])
            var effort = JigsawEffort()
            let earlier = (0..<20).map { ProofDraft(words: "A pupil in Year \($0 % 7) rode Snorri the reindeer.") }
            _ = reader.jigsaw(
                ProofDraft(words: "A pupil in Year 3 rode a reindeer called Snorri."), earlier: earlier, &effort)
            return effort.steps
        }
        for (short, long) in zip(steps, steps.dropFirst()) {
            #expect(Double(long) <= 2.1 * Double(short), "\(steps)")
        }
    }
}
