/// Hours on a clock: nights, weekends and holidays count.
package struct ClockHours: Sendable, Hashable, Codable {
    package let count: Int
    package init(_ count: Int) { self.count = count }
}

/// Days from Monday to Friday that are not bank holidays.
package struct WorkingDays: Sendable, Hashable, Codable {
    package let count: Int
    package init(_ count: Int) { self.count = count }
}

/// Days on which pupils are in school: in term, and not INSET days.
package struct SchoolDays: Sendable, Hashable, Codable {
    package let count: Int
    package init(_ count: Int) { self.count = count }
}

/// Days of the calendar, all alike.
package struct CalendarDays: Sendable, Hashable, Codable {
    package let count: Int
    package init(_ count: Int) { self.count = count }
}

/// Calendar months.
package struct Months: Sendable, Hashable, Codable {
    package let count: Int
    package init(_ count: Int) { self.count = count }
}

/// How long something may take, in one of the clocks that a policy may count by. They are separate types, so that
/// hours, working days and school days are never added up or mistaken for one another.
package enum Span: Sendable, Hashable, Codable {
    case clockHours(ClockHours)
    case workingDays(WorkingDays)
    case schoolDays(SchoolDays)
    case calendarDays(CalendarDays)
    case months(Months)

    package static func hours(_ count: Int) -> Span { .clockHours(ClockHours(count)) }
    package static func working(_ count: Int) -> Span { .workingDays(WorkingDays(count)) }
    package static func school(_ count: Int) -> Span { .schoolDays(SchoolDays(count)) }
    package static func days(_ count: Int) -> Span { .calendarDays(CalendarDays(count)) }
    package static func months(_ count: Int) -> Span { .months(Months(count)) }

    package var count: Int {
        switch self {
        case .clockHours(let span): span.count
        case .workingDays(let span): span.count
        case .schoolDays(let span): span.count
        case .calendarDays(let span): span.count
        case .months(let span): span.count
        }
    }

    /// `24 hours`, `1 working day`, `5 school days`, `30 days`, `12 months`.
    package var text: String {
        let unit =
            switch self {
            case .clockHours: "hour"
            case .workingDays: "working day"
            case .schoolDays: "school day"
            case .calendarDays: "day"
            case .months: "month"
            }
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// Reads what ``text`` writes, in the singular or the plural, for counts from 1 to 1000.
    package init?(_ text: String) {
        let words = text.split(separator: " ").map { $0.lowercased() }
        guard let first = words.first, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(first),
            (1...1000).contains(count)
        else { return nil }
        switch words.dropFirst().joined(separator: " ") {
        case "hour", "hours": self = .hours(count)
        case "working day", "working days": self = .working(count)
        case "school day", "school days": self = .school(count)
        case "day", "days", "calendar day", "calendar days": self = .days(count)
        case "month", "months": self = .months(count)
        default: return nil
        }
    }
}

extension Span: CustomStringConvertible {
    package var description: String { text }
}
