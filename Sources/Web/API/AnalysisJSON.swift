package import Policy

/// Something that the analysis found: what the API and the terminal print.
package struct FindingJSON: Encodable, Sendable {
    var kind: String
    var topic: String?
    var actions: [String]
    var rules: [String]
    /// The fewest facts that show it, the action among them.
    var facts: [String: String]?
    /// Of an open question: all that is open, in parts; each fact that is named has one of these values.
    var cases: [[String: [String]]]
    var says: String

    package init(_ finding: Finding, in vocabulary: Vocabulary) {
        kind = finding.kind.rawValue
        topic = finding.topic
        actions = finding.actions
        rules = finding.rules
        facts = finding.witness?.values
        cases = finding.cases.map(\.byFact)
        says = finding.text(in: vocabulary)
    }
}

/// A part of what can be asked on which two policies differ: what the API and the terminal print.
package struct DifferenceJSON: Encodable, Sendable {
    struct Answer: Encodable, Sendable {
        var verdict: String
        /// Each entry is one leave to be had, from any one of its roles.
        var approvals: [[String]]
        /// Duties that the other does not ask; only where verdict and leaves are the same.
        var duties: [String]

        init(_ answer: ComparedAnswer) {
            verdict = answer.verdict.rawValue
            approvals = answer.approvals.map { $0.map(\.rawValue) }
            duties = answer.duties.map(\.text)
        }
    }

    var kind: String
    var topic: String
    var actions: [String]
    /// Each fact that is named has one of these values; the others may be anything.
    var conditions: [String: [String]]
    /// The fewest facts that show it, the first action among them.
    var facts: [String: String]
    var first: Answer
    var second: Answer
    var says: String

    /// - Parameter places: words for each pack, as ``Pack/places(_:_:)`` gives them.
    package init(_ difference: Difference, in vocabulary: Vocabulary, places: (first: String, second: String)) {
        kind = difference.kind.rawValue
        topic = difference.topic
        actions = difference.actions
        conditions = difference.conditions.byFact
        facts = difference.witness.values
        first = Answer(difference.first)
        second = Answer(difference.second)
        says = difference.text(in: vocabulary, first: places.first, second: places.second)
    }
}

extension [Condition] {
    fileprivate var byFact: [String: [String]] {
        Dictionary(map { ($0.fact, $0.values) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The questions that staff ask most with every policy's answer: what the API and the terminal print.
package struct QuestionTableJSON: Encodable, Sendable {
    struct Question: Encodable, Sendable {
        var id: String
        var asks: String
        var facts: [String: String]
        /// In the order of the editions.
        var answers: [Answer]
    }

    struct Answer: Encodable, Sendable {
        var edition: String
        /// Nil where it depends on more than the question says.
        var verdict: String?
        var approvals: [[String]]
        var clauses: [String]
    }

    var editions: [String]
    var questions: [Question]

    package init(_ table: QuestionTable) {
        editions = table.packs.map(\.edition)
        questions = table.rows.map { row in
            Question(
                id: row.question.id, asks: row.question.asks, facts: row.question.facts.values,
                answers: zip(table.packs, row.answers).map { pack, answer in
                    Answer(
                        edition: pack.edition, verdict: answer.verdict?.rawValue,
                        approvals: answer.approvals.map { $0.map(\.rawValue) }, clauses: answer.clauses)
                })
        }
    }
}
