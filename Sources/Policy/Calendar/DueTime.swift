/// When something falls due, with the count that led there.
package struct DueTime: Sendable, Equatable, Codable {
    package let due: Instant
    /// Every day or stretch of days looked at, in order, each counted or skipped and why.
    package let counted: [CountedStep]
    /// Why the time may turn out wrong, such as term dates not yet entered; empty when it is certain.
    package let doubts: [String]

    package var isCertain: Bool { doubts.isEmpty }

    package init(due: Instant, counted: [CountedStep], doubts: [String] = []) {
        self.due = due
        self.counted = counted
        self.doubts = doubts
    }
}

/// A day or a stretch of days in the count towards a due time.
package struct CountedStep: Sendable, Equatable, Codable {
    package let first: Day
    /// The same as `first` for a single day.
    package let last: Day
    package let isCounted: Bool
    /// `working day 3 of 10`, `weekend`, `bank holiday: Good Friday`, `INSET day`.
    package let why: String

    package init(first: Day, last: Day, isCounted: Bool, why: String) {
        self.first = first
        self.last = last
        self.isCounted = isCounted
        self.why = why
    }

    init(_ day: Day, counted: Bool, why: String) {
        self.init(first: day, last: day, isCounted: counted, why: why)
    }
}
