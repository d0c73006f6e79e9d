import Testing

@testable import Policy

/// A question that the school's document answers, with the answer read off the document by a person.
struct CorpusQuestion: Sendable, CustomTestStringConvertible {
    var facts: String
    var verdict: Verdict
    /// Each leave that is needed, by any one of its roles.
    var approvers: [[Role]]
    /// Clauses that the answer must cite; it may cite more.
    var clauses: [String]

    init(_ facts: String, _ verdict: Verdict, by approvers: [[Role]] = [], _ clauses: [String] = []) {
        self.facts = facts
        self.verdict = verdict
        self.approvers = approvers
        self.clauses = clauses
    }

    var testDescription: String { facts }

    func check(_ school: String) throws {
        let pack = try #require(try Pack.embedded(school))
        let consideration = try pack.consider(Facts(parsing: facts, in: pack.vocabulary))
        let ruling = try #require(
            consideration.ruling, "it asks for \(consideration.next?.id ?? "-") of \(consideration.verdicts)")
        #expect(ruling.verdict == verdict)
        #expect(ruling.approvals == approvers)
        let cited = Set((ruling.citations + ruling.alongside).flatMap(\.clauses) + (ruling.otherwise?.clauses ?? []))
        #expect(Set(clauses).isSubset(of: cited), "it cites \(cited.sorted())")
    }
}

@Suite("What the five schools' documents answer")
struct CorpusTests {
    @Test("Oakdene", arguments: Corpus.oakdene)
    func oakdene(_ question: CorpusQuestion) throws { try question.check("oakdene") }

    @Test("Waterville", arguments: Corpus.waterville)
    func waterville(_ question: CorpusQuestion) throws { try question.check("waterville") }

    @Test("Grange", arguments: Corpus.grange)
    func grange(_ question: CorpusQuestion) throws { try question.check("grange") }

    @Test("Dronfield", arguments: Corpus.dronfield)
    func dronfield(_ question: CorpusQuestion) throws { try question.check("dronfield") }

    @Test("St Martin's", arguments: Corpus.stMartins)
    func stMartins(_ question: CorpusQuestion) throws { try question.check("st-martins") }
}

enum Corpus {}
