import Foundation
import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Answers that are kept")
struct KeptAnswerTests {
    private static let record = RecordID(.answer, "answer-0001")
    private static let facts = "who=teacher action=open-account application=not-approved"

    private func kept(_ test: TestOffice) async throws -> GivenAnswer {
        try await test.give("keep", on: Self.record, ["facts": [Self.facts]], as: .applicant)
        return try #require(try await test.office.keptAnswer(Self.record, at: test.school))
    }

    /// Another edition comes into force.
    private func adopt(_ yaml: String, _ test: TestOffice) async throws {
        let pack = try Pack.load(yaml: yaml, file: "new.yaml", vocabulary: test.office.vocabulary)
        let adopted = AdoptedPack(id: pack.id, edition: pack.edition, source: yaml, hash: Digest.hex(of: yaml))
        _ = try await test.office.perform(
            Drawer<School>.intent(.adopt(pack: adopted)), on: RecordID(.school, School.key),
            in: try await test.office.setting(test.school), as: .office, cause: test.office.newID(), isReaction: true)
    }

    @Test("what is kept is what was asked, and is given again byte for byte")
    func replayed() async throws {
        let test = try await TestOffice()
        let answer = try await kept(test)
        let asked = try await test.office.ask(answer.facts, at: test.school)
        #expect(answer == asked.answer)
        #expect(answer.editionHash == (try await test.office.setting(test.school)).school.adopted.hash)
        let standing = try await test.office.standing(of: answer, at: test.school)
        #expect(standing.replay == .same && standing.today == .sameEdition)
        #expect(try await test.office.keptAnswers(at: test.school).map(\.record) == [Self.record])
    }

    @Test("under a later edition it still stands as it was, and says what is answered today")
    func laterEdition() async throws {
        let test = try await TestOffice()
        let answer = try await kept(test)
        let source = try #require(try Pack.embedded("oakdene")).source
        try await adopt(source + "\n# reworded nowhere\n", test)
        guard case .sameAnswer = try await test.office.standing(of: answer, at: test.school).today else {
            Issue.record("the same rules answer otherwise")
            return
        }
        let other = try #require(try Pack.embedded("dronfield")).source
        try await adopt(other, test)
        let standing = try await test.office.standing(of: answer, at: test.school)
        #expect(standing.replay == .same)
        #expect(standing.pack?.id == "oakdene")
        if case .otherAnswer(_, let now) = standing.today {
            #expect(now.editionHash == Digest.hex(of: other))
        } else {
            guard case .sameAnswer = standing.today else {
                Issue.record("\(standing.today)")
                return
            }
        }
    }

    @Test("another engine, another text and other bytes are told apart")
    func faults() async throws {
        let test = try await TestOffice()
        let answer = try await kept(test)
        let pack = try #require(try Pack.embedded("oakdene"))
        var changed = answer
        changed.engine = 999
        #expect(
            try Replay.of(try changed.file, under: pack) == .otherEngine(then: 999, now: EngineVersion.current))
        let grange = try #require(try Pack.embedded("grange"))
        #expect(
            try Replay.of(try answer.file, under: grange)
                == .otherPack(then: answer.editionHash, now: Digest.hex(of: grange.source)))
        changed = answer
        changed.verdicts = [.permitted]
        guard case .differs(let kept, let now) = try Replay.of(try changed.file, under: pack) else {
            Issue.record("a changed answer passed")
            return
        }
        let right = String(decoding: try answer.file, as: UTF8.self)
        #expect(kept.contains("\"permitted\"") && now == right)
        changed = answer
        changed.facts["with"] = "nobody-at-all"
        guard case .unanswerable = try Replay.of(try changed.file, under: pack) else {
            Issue.record("an unknown value was answered")
            return
        }
        #expect(throws: DecodingError.self) { try Replay.of(Array("{}".utf8), under: pack) }
    }

    @Test("a value that is added to the vocabulary later changes no answer that was given without it")
    func grownVocabulary() throws {
        let pack = try #require(try Pack.embedded("oakdene"))
        var answer = try GivenAnswer(
            Facts(["who": "teacher", "action": "open-account"]), of: pack, editionHash: Digest.hex(of: pack.source))
        let fact = try #require(answer.unknown.keys.sorted().first)
        let all = try #require(answer.unknown[fact])
        // As if it had been given when the fact had one value fewer.
        answer.unknown[fact] = Array(all.dropLast())
        let then = try answer.again(under: pack)
        #expect(then.unknown[fact] == Array(all.dropLast()))
        #expect(try then.again(under: pack) == then)
    }

    @Test("it is seen by its keeper, the headteacher and nobody else", arguments: TestOffice.Member.allCases)
    func audience(member: TestOffice.Member) async throws {
        let test = try await TestOffice()
        _ = try await kept(test)
        let isSeen = [.applicant, .head].contains(member)
        let list = try await test.office.list(
            RecordQuery(kind: Kind.answer.rawValue, audience: []), as: try test.caller(member))
        #expect(list.total == (isSeen ? 1 : 0))
        let refusal = try await refusal {
            _ = try await test.office.detail(KeptAnswer.self, Self.record, as: try test.caller(member))
        }
        #expect(refusal == (isSeen ? nil : .notFound))
    }

    @Test("it is found by the words of its question and of its note")
    func found() async throws {
        let test = try await TestOffice()
        _ = try await kept(test)
        try await test.give("writeNote", on: Self.record, ["note": ["The orchestra"]], as: .applicant)
        for (words, total) in [("orchestra", 1), ("account", 1), ("zeppelin", 0)] {
            let list = try await test.office.list(
                RecordQuery(kind: Kind.answer.rawValue, words: words, audience: []), as: try test.caller(.head))
            #expect(list.total == total, "\(words)")
        }
    }
}
