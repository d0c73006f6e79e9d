import Foundation
import Testing

@testable import Policy

/// Questions that people at the five schools ask, with the answers read off the documents by somebody who had not seen
/// the packs.
enum Corpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    static func sheet(_ school: String) throws -> (pack: Pack, questions: [SheetQuestion]) {
        let pack = try #require(try Pack.embedded(school))
        let yaml = try String(contentsOf: folder.appending(path: "\(school).yaml"), encoding: .utf8)
        let sheet = try QuestionSheet.load(yaml: yaml, file: "\(school).yaml", about: pack)
        #expect(sheet.pack == school)
        return (pack, sheet.questions)
    }
}

@Suite("What the five schools' documents answer")
struct CorpusTests {
    @Test("a pack answers every question as its document does", arguments: Pack.embeddedIDs)
    func answers(_ school: String) throws {
        let (pack, questions) = try Corpus.sheet(school)
        for question in questions {
            for difference in question.differences(from: pack) {
                Issue.record("\(school).yaml:\(question.line): \(question.ask) \(difference)")
            }
        }
    }

    @Test("each school is asked at least sixty different questions", arguments: Pack.embeddedIDs)
    func enough(_ school: String) throws {
        let questions = try Corpus.sheet(school).questions
        #expect(Set(questions.map { "\($0.facts.values.sorted { $0.key < $1.key })" }).count >= 60)
    }

    @Test("each school's questions have every verdict that its rules give, and silence", arguments: Pack.embeddedIDs)
    func everyVerdict(_ school: String) throws {
        let (pack, questions) = try Corpus.sheet(school)
        let given = Set(pack.rules.map(\.effect.rawValue)).intersection(Verdict.allCases.map(\.rawValue))
        #expect(given.union([Verdict.notCovered.rawValue]).subtracting(questions.map(\.verdict.rawValue)) == [])
    }

    @Test("every topic that a pack rules on is asked about", arguments: Pack.embeddedIDs)
    func everyTopic(_ school: String) throws {
        let (pack, questions) = try Corpus.sheet(school)
        func topics(_ actions: some Sequence<String>) -> Set<String> {
            Set(actions.compactMap { pack.vocabulary.action($0)?.topic })
        }
        let ruled = topics(pack.rules.flatMap { $0.when.first { $0.fact == "action" }?.values ?? [] })
        #expect(ruled.subtracting(topics(questions.compactMap { $0.facts["action"] })).sorted() == [])
    }
}

@Suite("What one school allows and another does not")
struct SchoolsDifferTests {
    /// The same question under two packs.
    static let pairs: [(facts: String, one: (String, Verdict), other: (String, Verdict))] = [
        (
            "who=teacher action=accept-friend-request with=former-pupil account=personal age=18-or-over "
                + "relation=not-family sibling=no-sibling-here boundaries=within",
            ("oakdene", .prohibited), ("waterville", .permitted)
        ),
        (
            "who=teacher action=accept-friend-request with=pupil account=personal relation=family age=under-13 "
                + "boundaries=within sibling=no-sibling-here",
            ("grange", .prohibited), ("st-martins", .permitted)
        ),
        ("who=teacher action=use-logo account=personal", ("oakdene", .prohibited), ("waterville", .needsApproval)),
        ("who=teacher action=use-logo account=personal", ("grange", .needsApproval), ("dronfield", .notCovered)),
        (
            "who=teacher action=message with=parent channel=class-dojo relation=not-family age=18-or-over "
                + "subject=school-business boundaries=within",
            ("grange", .permitted), ("oakdene", .notCovered)
        ),
        (
            "who=staff action=use-own-phone place=with-pupils exceptional-case=no-case emergency=not-emergency",
            ("grange", .prohibited), ("oakdene", .notCovered)
        ),
        (
            "who=administrator action=answer-comment arrival=at-weekend answer-state=full-answer",
            ("oakdene", .required), ("waterville", .notCovered)
        ),
        ("who=teacher action=answer-journalist", ("oakdene", .needsApproval), ("grange", .notCovered)),
        (
            "who=slt action=check-candidate-online candidate-stage=shortlisted",
            ("grange", .permitted), ("oakdene", .notCovered)
        ),
        (
            "who=teacher action=visit-site site-category=auctions purpose=for-oneself by-accident=on-purpose",
            ("st-martins", .prohibited), ("dronfield", .notCovered)
        ),
        ("who=teacher action=depart-from-policy", ("waterville", .permitted), ("oakdene", .notCovered)),
    ]

    @Test("the same question has the answer of the school where it is asked", arguments: pairs)
    func differ(facts: String, one: (String, Verdict), other: (String, Verdict)) throws {
        for (school, verdict) in [one, other] {
            let pack = try #require(try Pack.embedded(school))
            let consideration = try pack.consider(Facts(parsing: facts, in: pack.vocabulary))
            #expect(consideration.ruling?.verdict == verdict, "\(school): \(consideration.verdicts)")
        }
    }
}
