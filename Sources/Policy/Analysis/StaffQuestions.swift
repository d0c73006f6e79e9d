/// One of the questions that staff ask most.
package struct StaffQuestion: Sendable, Equatable {
    package var id: String
    /// In plain words: "May I use my own phone in class?"
    package var asks: String
    /// Every fact that the answer may turn on.
    package var facts: Facts
}

/// What one policy says to one question, in short.
package struct ShortAnswer: Sendable, Equatable {
    /// Nil where the question leaves something open on which this policy's answer turns.
    package var verdict: Verdict?
    /// Each entry is one leave that must be given, by any one of its roles.
    package var approvals: [[Role]]
    /// The rules that say so.
    package var citations: [Citation]

    /// Identifiers of the clauses that the rules rest on, each once.
    package var clauses: [String] { citations.flatMap(\.clauses).uniqued }

    /// Who gives leave: `Headteacher or Chair of governors`; empty when no leave is needed.
    package var approvers: String {
        approvals.map { $0.map(\.label).joined(separator: " or ") }.joined(separator: ", and ")
    }
}

/// What several policies say to the questions that staff ask most, side by side.
package struct QuestionTable: Sendable {
    package struct Row: Sendable {
        package var question: StaffQuestion
        /// One for each of the packs, in their order.
        package var answers: [ShortAnswer]

        /// How many of the answers are different from each other in verdict or approvers.
        package var differing: Int {
            Set(answers.map { ComparedAnswer(verdict: $0.verdict ?? .notCovered, approvals: $0.approvals) }).count
        }
    }

    package var packs: [Pack]
    package var rows: [Row]

    /// - Throws: for a question that is not in the packs' vocabulary.
    package init(_ questions: [StaffQuestion], packs: [Pack]) throws(EvaluationError) {
        self.packs = packs
        var rows: [Row] = []
        for question in questions {
            var answers: [ShortAnswer] = []
            for pack in packs { answers.append(try pack.shortAnswer(to: question)) }
            rows.append(Row(question: question, answers: answers))
        }
        self.rows = rows
    }
}

extension Pack {
    package func shortAnswer(to question: StaffQuestion) throws(EvaluationError) -> ShortAnswer {
        let consideration = try consider(question.facts)
        guard let ruling = consideration.ruling else {
            return ShortAnswer(verdict: nil, approvals: [], citations: [])
        }
        return ShortAnswer(verdict: ruling.verdict, approvals: ruling.approvals, citations: ruling.citations)
    }
}
