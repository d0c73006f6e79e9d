import Testing

@testable import Policy

@Suite("The impact of a draft")
struct ImpactTests {
    private func grange() throws -> Pack { try #require(try Pack.embedded("grange")) }

    @Test("of the same edition is none", arguments: Pack.embeddedIDs)
    func none(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        #expect(try pack.impact(of: pack).isEmpty)
    }

    @Test("of a comment or a new name is none")
    func comment() throws {
        let pack = try grange()
        let named = try pack.renamed(edition: "2027.1")
        let commented = try Pack.load(
            yaml: "# One line more\n" + named.source, file: "grange.yaml", vocabulary: pack.vocabulary)
        #expect(try pack.impact(of: commented).isEmpty)
    }

    @Test("of a rule taken out: answers with witnesses, the rule, and the clauses that nothing rests on any more")
    func removal() throws {
        let pack = try grange()
        let draft = try pack.removing("class-dojo-with-parents")
        let impact = try pack.impact(of: draft)
        #expect(impact.answers.contains { $0.actions.contains("message") && $0.first.verdict == .permitted })
        for difference in impact.answers {
            let (before, after) = (
                try pack.consider(difference.witness), try draft.consider(difference.witness)
            )
            #expect(before.verdicts == [difference.first.verdict])
            #expect(after.verdicts == [difference.second.verdict])
        }
        #expect(impact.rules.map(\.kind) == [.removed])
        let unclaimed = Set(draft.coverage().filter(\.isUnclaimed).map(\.clause.id))
        #expect(impact.clausesLeft.map(\.id).allSatisfy(unclaimed.contains))
    }

    @Test("of other words: the rule, and no answer")
    func words() throws {
        let pack = try grange()
        var rule = try #require(pack.rules.first)
        rule.says = "Said otherwise."
        let impact = try pack.impact(of: try pack.replacing(rule.id, with: rule))
        #expect(impact.answers.isEmpty && impact.findingsAdded.isEmpty && impact.findingsGone.isEmpty)
        #expect(impact.rules.map(\.kind) == [.changed(["sentence"])])
    }

    @Test("of a setting: what it was and what it becomes")
    func setting() throws {
        let pack = try grange()
        let draft = try pack.setting(.operatorsAtLeast, to: SettingText(values: ["5"], clauses: []))
        let impact = try pack.impact(of: draft)
        #expect(impact.settings.map(\.after) == ["5"])
        #expect(impact.settings.first?.before.contains("default") == true)
        #expect(impact.rules.isEmpty && impact.answers.isEmpty)
    }

    @Test("of a rule that contradicts another: the finding appears, and goes when it is taken back")
    func findings() throws {
        let pack = try grange()
        var rule = try #require(pack.rule("no-pupil-friends"))
        rule.id = "pupil-friends"
        rule.effect = .permitted
        let draft = try pack.adding(rule)
        let appears = try pack.impact(of: draft).findingsAdded
        #expect(appears.contains { $0.kind == .permittedAndProhibited && $0.rules.contains("pupil-friends") })
        #expect(try draft.impact(of: pack).findingsGone == appears)
    }
}
