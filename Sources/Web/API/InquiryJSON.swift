package import Office
package import Policy

/// An answer, or how far a question has come: what the API and the terminal print.
package struct InquiryJSON: Encodable, Sendable {
    struct Question: Encodable, Sendable {
        var fact: String
        var question: String
        var values: [String]
    }

    struct Cited: Encodable, Sendable {
        var rule: String
        var says: String
        var clauses: [String]
    }

    var edition: String
    var editionHash: String
    var engine: Int
    var facts: [String: String]
    /// Every verdict still possible, strictest first; one when it is settled.
    var verdicts: [String]
    var isSettled: Bool
    var next: Question?
    /// Each entry is one leave to be had, from any one of its roles.
    var approvals: [[String]]
    var duties: [String]
    var rules: [Cited]
    var alsoConsider: [Cited]
    /// The smallest changes of facts that would give a settled question another verdict; three at most.
    var changes: [Change]

    struct Change: Encodable, Sendable {
        /// Only the facts that would be otherwise.
        var facts: [String: String]
        var verdict: String
        var says: String
    }

    package init(_ inquiry: Inquiry, in vocabulary: Vocabulary) {
        let consideration = inquiry.consideration
        let ruling = consideration.ruling
        edition = inquiry.edition
        editionHash = inquiry.editionHash
        engine = inquiry.engine
        facts = inquiry.facts.values
        verdicts = consideration.verdicts.map(\.rawValue)
        isSettled = ruling != nil
        next = consideration.next.map { Question(fact: $0.id, question: $0.question, values: $0.values.map(\.id)) }
        approvals = ruling?.approvals.map { $0.map(\.rawValue) } ?? []
        duties = ruling?.obligations.map(\.text) ?? []
        rules = ruling?.citations.map(Self.cited) ?? []
        alsoConsider = (ruling.map { $0.alongside + $0.possiblyAlongside + $0.possibleCitations } ?? []).map(Self.cited)
        changes = inquiry.flips.map { flip in
            Change(
                facts: Dictionary(flip.changes.map { ($0.fact, $0.value) }, uniquingKeysWith: { $1 }),
                verdict: flip.verdict.rawValue, says: flip.sentence(in: vocabulary))
        }
    }

    private static func cited(_ citation: Citation) -> Cited {
        Cited(rule: citation.rule, says: citation.says, clauses: citation.clauses)
    }
}
