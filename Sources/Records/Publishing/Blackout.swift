package import Policy

/// Days on which the school publishes nothing: what is due then waits.
package struct Blackout: Sendable, Equatable, Codable {
    package enum Reason: String, Sendable, CaseIterable, Codable {
        case election, bereavement, other

        package var label: String {
            switch self {
            case .election: "An election period"
            case .bereavement: "A bereavement"
            case .other: "Another reason"
            }
        }
    }

    package var first: Day
    /// The last day of it.
    package var last: Day
    package var reason: Reason
    /// More about it; empty where nothing was said.
    package var note: String
    package var by: PersonID
    package var at: Instant

    package init(first: Day, last: Day, reason: Reason, note: String, by: PersonID, at: Instant) {
        self.first = first
        self.last = last
        self.reason = reason
        self.note = note
        self.by = by
        self.at = at
    }

    package func covers(_ day: Day) -> Bool { first <= day && day <= last }
    /// "An election period, 1 to 7 May 2026".
    package var text: String { "\(reason.label), \(first.longText) to \(last.longText)" }
}
