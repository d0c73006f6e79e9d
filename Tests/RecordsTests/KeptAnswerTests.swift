import Testing

@testable import Policy
@testable import Records

@Suite("Kept answers")
struct KeptAnswerTests {
    private static let asked = Asked(
        facts: Facts(["who": "teacher", "action": "open-account"]), notKnown: ["application"])

    private func desk(_ who: Cast = .applicant, hash: String = "abc") throws -> Desk {
        var desk = try Desk.of(who, pack: .named("oakdene"))
        desk.packHash = hash
        return desk
    }

    private func kept(_ note: String = "The club") throws -> KeptAnswer {
        let events = try KeptAnswer.decide(nil, .keep(Self.asked, editionHash: "", note: note), at: desk())
        return try #require(events.reduce(KeptAnswer?.none) { KeptAnswer.evolve($0, $1) })
    }

    @Test("it holds the edition, its hash, the engine, the facts, what was not known and what may be anything")
    func whole() throws {
        let kept = try kept()
        let pack = try Pack.named("oakdene")
        #expect(kept.answer.edition == pack.edition && kept.answer.editionHash == "abc")
        #expect(kept.answer.engine == EngineVersion.current)
        #expect(kept.answer.facts == Self.asked.facts && kept.answer.notKnown == ["application"])
        #expect(kept.answer.unknown["application"] == pack.vocabulary.fact("application")?.values.map(\.id))
        #expect(kept.answer.verdict == nil && kept.answer.verdicts.count > 1)
        #expect(kept.question == pack.vocabulary.action("open-account")?.label)
        #expect(kept.summary.status == "depends" && kept.note == "The club")
    }

    @Test("a settled one stands in lists by its verdict", arguments: Pack.embeddedIDs)
    func settled(id: String) throws {
        var desk = try Desk.of(.applicant, pack: .named(id))
        desk.packHash = "abc"
        var facts = Facts(["who": "teacher", "action": "open-account"])
        while let fact = try desk.pack.consider(facts).next { facts[fact.id] = fact.values[0].id }
        let events = try KeptAnswer.decide(
            nil, .keep(Asked(facts: facts), editionHash: "abc", note: ""), at: desk)
        let kept = events.reduce(KeptAnswer?.none) { KeptAnswer.evolve($0, $1) }
        #expect(kept?.summary.status == (try desk.pack.consider(facts).settled)?.rawValue)
    }

    @Test("an answer of an edition that is no longer in force is not kept as if it were")
    func overtaken() throws {
        let command = KeptAnswer.Command.keep(Self.asked, editionHash: "older", note: "")
        let desk = try desk()
        guard case .wrongState = refusal({ () throws(Refusal) in try KeptAnswer.decide(nil, command, at: desk) })
        else {
            Issue.record("it was kept")
            return
        }
    }

    @Test(
        "a question that the vocabulary does not know is refused with the nearest name",
        arguments: [
            ("who=teacher action=folow", "`action` is never `folow`. Did you mean `follow`?"),
            ("who=teacher actoin=follow", "There is no fact called `actoin`. Did you mean `action`?"),
            ("who=teacher actoin=?", "There is no fact called `actoin`. Did you mean `action`?"),
            ("follow", "`follow` is not a fact. Write it as fact=value, such as with=parent"),
            ("who=teacher", "Say what is to be done: the facts lack an action"),
        ])
    func unknown(facts: String, message: String) throws {
        let desk = try desk()
        let form = try #require(KeptAnswer.forms(at: desk).first { $0.form.name == "keep" })
        let refusal = refusal { () throws(Refusal) in
            let answers = try form.form.answers(to: Input(["facts": [facts]]), people: FormPeople())
            return try KeptAnswer.decide(nil, try form.make(answers), at: desk)
        }
        #expect(refusal == .incomplete([FieldProblem("facts", message)]))
    }

    @Test("the keeper alone writes its note, and the same note again changes nothing", arguments: Cast.allCases)
    func note(who: Cast) throws {
        let kept = try kept()
        let desk = try desk(who)
        #expect(KeptAnswer.available(kept, at: desk) == (who == .applicant ? ["writeNote"] : []))
        if who == .applicant {
            #expect(try KeptAnswer.decide(kept, .writeNote("The club"), at: desk).isEmpty)
            let events = try KeptAnswer.decide(kept, .writeNote("Another"), at: desk)
            #expect(events.reduce(kept) { KeptAnswer.evolve($0, $1) }.note == "Another")
        } else {
            #expect(throws: Refusal.self) { try KeptAnswer.decide(kept, .writeNote("Another"), at: desk) }
        }
    }

    @Test("it is for the keeper, the headteacher and the safeguarding lead, and found by question and note")
    func audience() throws {
        let summary = try kept().summary
        #expect(Set(summary.audience) == [.person(Cast.applicant.id), .role(.headteacher), .role(.dsl)])
        #expect(summary.searchText.contains("The club") && summary.duties.isEmpty)
    }

    @Test("what is carried from Ask reads as it was written")
    func carried() throws {
        let vocabulary = try Pack.named("oakdene").vocabulary
        let text = Self.asked.text(in: vocabulary)
        #expect(text == "who=teacher action=open-account application=?")
        #expect(try Asked(parsing: text, in: vocabulary) == Self.asked)
    }
}
