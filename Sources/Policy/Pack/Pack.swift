/// A school's policy as data: how it is carried out, its rules, and the clauses of the document that they come from.
package struct Pack: Sendable, Equatable {
    /// `oakdene`: lower-case letters, digits and hyphens.
    package let id: String
    /// The identifier and what the file calls its edition: `oakdene-2026.1`.
    package let edition: String
    package let school: SchoolFacts
    package let policy: PolicyFacts
    package let process: Process
    /// How each kind of check of a draft is done: every kind, with Hornbook's default where the file is silent.
    package let checks: [CheckKind: CheckSetting]
    package internal(set) var rules: [Rule]
    /// What holds when no rule covers the question; nil when the policy says nothing of that.
    package let otherwise: Otherwise?
    package let clauses: [Clause]
    /// Documents, laws, agencies and services outside the policy that it leans on.
    package let links: [PolicyLink]
    /// What a reader found wrong with the document itself. ``defects(on:platforms:)`` adds what can be computed.
    package let foundDefects: [Defect]
    /// The rules, compiled for evaluation.
    package internal(set) var compiled: CompiledPolicy
    package internal(set) var vocabulary: Vocabulary
    /// The file as it was loaded, to be kept with the records decided under it.
    package let source: String

    package func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    package static func == (a: Pack, b: Pack) -> Bool { a.id == b.id && a.edition == b.edition && a.source == b.source }
}

/// What the policy says of its school.
package struct SchoolFacts: Sendable, Equatable {
    package var name: String
    /// `primary`
    package var phase: String
    package var authority: String
    package var trust: String?
    /// Ages of its pupils, in years.
    package var ages: ClosedRange<Int>
}

/// What is printed on the policy about itself.
package struct PolicyFacts: Sendable, Equatable {
    package enum ReviewStatus: String, Sendable, Codable {
        case inDate = "in-date"
        case overdue
        /// No next review is printed.
        case unknown

        package var label: String {
            switch self {
            case .inDate: "In date"
            case .overdue: "Review overdue"
            case .unknown: "No review date printed"
            }
        }
    }

    package var title: String
    package var version: String?
    package var issued: PrintedDate?
    package var lastReviewed: PrintedDate?
    package var nextReview: PrintedDate?
    package var ratified: PrintedDate?
    /// What else a reader should know of the copy at hand.
    package var notes: [String]

    package func reviewStatus(on today: Day) -> ReviewStatus {
        guard let nextReview else { return .unknown }
        return nextReview.lastDay < today ? .overdue : .inDate
    }
}
