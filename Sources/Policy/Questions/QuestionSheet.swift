/// A school's own checks of its pack: questions with the answers that a person read off the document.
package struct QuestionSheet: Sendable, Equatable {
    /// The pack that they are about.
    package var pack: String
    package var questions: [SheetQuestion]
}

package struct SheetQuestion: Sendable, Equatable {
    /// A duty that the answer must ask. What is nil may be anything.
    package struct Duty: Sendable, Equatable {
        package var kind: Obligation.Kind
        package var to: [Role]?
        package var within: Span?
    }

    /// What a person would say.
    package var ask: String
    package var facts: Facts
    package var verdict: Verdict
    /// For `needsApproval`: each leave, by any one of its roles. The order does not matter.
    package var approvals: [[Role]]
    /// Duties that must be among the answer's; empty for an answer without any, nil when they are not checked.
    package var duties: [Duty]?
    /// Clauses that the answer must cite; it may cite more.
    package var clauses: [String]
    /// Line of the file, from 1.
    package var line: Int
}
