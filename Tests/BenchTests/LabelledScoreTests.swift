import Policy
import Proofing
import Testing

@testable import Bench

@Suite("How labelled texts are read and scored")
struct LabelledScoreTests {
    private static func score(_ text: String) throws -> LabelledScore {
        LabelledScore(of: try LabelledText(text, name: "small"))
    }

    @Test("a mark that is found is right, one that is not is missed, and whatever else is found is wrong")
    func counts() throws {
        let score = try Self.score(
            """
            [phone]
            + Ring ⟨07700 900123⟩ or ⟨the office⟩.
            + Ring ⟨the office⟩, not 07700 900123.
            - Ring 07700 900123 and 01632 960001.
            - Ring nobody.
            """)
        #expect(score.counts == [.phone: .init(right: 1, missed: 2, wrong: 3)])
        #expect(score.slips.map(\.line) == [2, 3, 3, 4, 4])
        #expect(score.slips.map(\.isMissed) == [true, true, false, false, false])
        #expect(score.slips.map(\.quote).contains("01632 960001"))
    }

    @Test("a line is asked about its own kind alone")
    func ownKind() throws {
        let score = try Self.score("[email]\n- Ring 07700 900123.\n[phone]\n+ ⟨07700 900123⟩, anna@example.org")
        #expect(score.counts == [.email: .init(), .phone: .init(right: 1)])
    }

    @Test("a mark around nothing asks for a finding of the text as a whole, on somebody's own account")
    func whole() throws {
        let score = try Self.score(
            "[missing-disclaimer]\n+ ⟨⟩A lovely day.\n- A lovely day. Views my own.\n- A lovely day.")
        #expect(score.counts == [.missingDisclaimer: .init(right: 1, wrong: 1)])
    }

    @Test("in an ordinary post a finding of any kind is wrong, but for how hard it is to read")
    func ordinary() throws {
        let post = String(repeating: "Notwithstanding institutional considerations, ", count: 12)
        let score = try Self.score("[ordinary]\n= \(post)come.\n= Ring 07700 900123.\\nBring a coat.")
        #expect(score.ordinaryPosts == 2)
        #expect(score.ordinarySlips.map(\.kind) == [.phone])
        #expect(score.ordinarySlips.first?.words == "Ring 07700 900123. / Bring a coat.")
        #expect(score.counts.isEmpty)
    }

    @Test("the people of the register are known by all their names")
    func register() throws {
        let text = try LabelledText(
            "[register]\npupil,Zofia,Brzezicka,Zosia,4 Elm\nstaff,Ada,Quint,,\n[pupil-full-name]\n+ ⟨Zosia Brzezicka⟩",
            name: "small")
        #expect(text.names.map(\.standing) == [.pupil, .staff])
        #expect(text.names.map(\.nicknames) == [["Zosia"], []])
        #expect(text.names.map(\.year) == [4, nil])
    }

    @Test("precision, recall and F1 are what they are everywhere")
    func figures() {
        let count = LabelledScore.Count(right: 6, missed: 4, wrong: 2)
        #expect(count.precision == 0.75)
        #expect(count.recall == 0.6)
        #expect(abs(count.f1 - 2 / 3) < 1e-12)
        #expect(LabelledScore.Count(missed: 3).f1 == 0)
    }

    @Test(
        "a line that says nothing clear is refused",
        arguments: [
            ("[phone]\n+ Ring the office.", 2), ("[phone]\n- Ring ⟨07700 900123⟩.", 2), ("[phones]\n", 1),
            ("[ordinary]\n+ Ring ⟨07700 900123⟩.", 2), ("[phone]\n\nRing.", 3), ("+ Ring ⟨07700 900123⟩.", 1),
            ("[register]\npupil,Zofia", 2), ("[register]\ncat,Zofia,Brzezicka,,", 2),
        ])
    func faults(_ text: String, line: Int) {
        let fault = #expect(throws: LabelledText.Fault.self) { try LabelledText(text, name: "small") }
        #expect(fault?.line == line)
    }
}
