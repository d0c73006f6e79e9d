/// An answer as it was given, in the identifiers of the vocabulary and the pack's own words.
///
/// It depends on the text of the pack, on ``facts`` and ``unknown``, and on the engine alone: no clock, no chance, and no
/// wording of the vocabulary, which may be bettered later. So it can be given again, years after, to the same bytes.
package struct GivenAnswer: Sendable, Equatable, Codable {
    package var edition: String
    /// SHA-256 of the pack's text, lower-case hexadecimal.
    package var editionHash: String
    package var engine: Int
    package var facts: Facts
    /// Every fact that was left open though a rule on the action turns on it, with each value that it could have had.
    package var unknown: [String: [String]]
    /// Those of the unknown facts that the person was asked for and did not know. The others may be anything.
    package var notKnown: [String]
    /// Every verdict still possible, strictest first; one when it is settled.
    package var verdicts: [Verdict]
    /// Whether every completion of the facts leads to the same verdict, approvals and duties.
    package var isSettled: Bool
    /// Each entry is one leave to be had, from any one of its roles; none unless it is settled.
    package var approvals: [[Role]]
    package var duties: [String]
    /// What the policy says where no rule speaks.
    package var otherwise: String?
    package var rules: [Cited]
    /// What rides along: advice, and what is required although leave is needed too.
    package var alsoConsider: [Cited]
    /// What would speak as well for some values of the unknown facts.
    package var mayConsider: [Cited]

    /// A rule that speaks, and where it stands.
    package struct Cited: Sendable, Equatable, Codable {
        package var rule: String
        package var says: String
        package var clauses: [String]

        init(_ citation: Citation) {
            rule = citation.rule
            says = citation.says
            clauses = citation.clauses
        }
    }

    /// The verdict; nil where what was known did not settle the question.
    package var verdict: Verdict? { isSettled ? verdicts.first : nil }
}

extension GivenAnswer {
    /// Nothing asked and nothing answered.
    package static let unasked = GivenAnswer(
        edition: "", editionHash: "", engine: 0, facts: Facts(), unknown: [:], notKnown: [], verdicts: [],
        isSettled: false, approvals: [], duties: [], otherwise: nil, rules: [], alsoConsider: [], mayConsider: [])

    /// Answers under a pack.
    /// - Parameters:
    ///   - notKnown: facts that the person was asked for and does not know.
    ///   - editionHash: SHA-256 of the pack's text.
    /// - Throws: for a fact or a value that the vocabulary does not have.
    package init(
        _ facts: Facts, notKnown: Set<String> = [], of pack: Pack, editionHash: String
    ) throws(EvaluationError) {
        let open = pack.factsAtStake(in: facts["action"]).filter { facts[$0.id] == nil }
        try self.init(
            facts,
            unknown: Dictionary(open.map { ($0.id, $0.values.map(\.id)) }, uniquingKeysWith: { first, _ in first }),
            notKnown: open.map(\.id).filter(notKnown.contains), of: pack, editionHash: editionHash)
    }

    /// The same question, answered again by this engine.
    /// - Parameter pack: the edition that it was answered under; which one is not checked here.
    package func again(under pack: Pack) throws(EvaluationError) -> GivenAnswer {
        try GivenAnswer(facts, unknown: unknown, notKnown: notKnown, of: pack, editionHash: editionHash)
    }

    private init(
        _ facts: Facts, unknown: [String: [String]], notKnown: [String], of pack: Pack, editionHash: String
    ) throws(EvaluationError) {
        let consideration = try pack.limited(to: unknown).consider(facts)
        let ruling = consideration.ruling
        self.init(
            edition: pack.edition, editionHash: editionHash, engine: EngineVersion.current, facts: facts,
            unknown: unknown, notKnown: notKnown, verdicts: consideration.verdicts,
            isSettled: ruling != nil,
            approvals: ruling?.approvals ?? [], duties: ruling?.obligations.map(\.text) ?? [],
            otherwise: ruling?.otherwise?.says, rules: ruling?.citations.map(Cited.init) ?? [],
            alsoConsider: ruling?.alongside.map(Cited.init) ?? [],
            mayConsider: (ruling.map { $0.possibleCitations + $0.possiblyAlongside } ?? []).map(Cited.init))
    }
}
