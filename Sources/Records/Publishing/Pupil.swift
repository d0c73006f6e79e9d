package import Policy

/// A child of the school: a name, a class and what consent says. Nothing else is kept of them.
package struct Pupil: Record {
    package static let kind = Kind.pupil

    package var id: PupilID
    package var particulars: Particulars
    package var joined: Day
    /// The last day at the school, where it is known; in the future for somebody who is still here.
    package var leaving: Day?
    package var hasLeft: Bool
    /// Every answer that was given, the oldest first.
    package var answers: [ConsentAnswer]
    /// Not to be named or shown anywhere, whatever the answers say. Why is nowhere kept.
    package var isProtected: Bool
    /// When a parent was last asked by link, while no answer has come; nil otherwise.
    package var asking: Asking?
    /// nil where none were given: a pupil who was written down before there were any reads as they did.
    private var namedParents: [String]?
    /// Names of parents and carers that the school’s list gave, so that the checks know them in a post. Used for nothing
    /// else, and forgotten when the child leaves.
    package var parents: [String] {
        get { namedParents ?? [] }
        set { namedParents = newValue.isEmpty ? nil : newValue }
    }

    package init(
        id: PupilID, particulars: Particulars, joined: Day, leaving: Day?, hasLeft: Bool, answers: [ConsentAnswer],
        isProtected: Bool, asking: Asking?
    ) {
        self.id = id
        self.particulars = particulars
        self.joined = joined
        self.leaving = leaving
        self.hasLeft = hasLeft
        self.answers = answers
        self.isProtected = isProtected
        self.asking = asking
    }

    package struct Particulars: Sendable, Equatable, Codable {
        package var first: String
        package var last: String
        /// Other first names that they go by.
        package var nicknames: [String]
        package var className: String
        /// 0 for reception, 1 to 6; nil where the school has not said.
        package var year: Int?

        package init(first: String, last: String, nicknames: [String] = [], className: String = "", year: Int? = nil) {
            self.first = first
            self.last = last
            self.nicknames = nicknames
            self.className = className
            self.year = year
        }

        package var name: String { "\(first) \(last)" }
    }

    package struct Asking: Sendable, Equatable, Codable {
        package var by: PersonID
        package var at: Instant
        /// The last day on which the link works.
        package var until: Day
    }

    package static func yearLabel(_ year: Int) -> String { year == 0 ? "Reception" : "Year \(year)" }
}
