/// A date as a policy prints it: a whole day, a month or only a year.
package enum PrintedDate: Sendable, Hashable {
    case year(Int)
    case month(year: Int, month: Int)
    case day(Day)

    /// Reads `2018`, `2018-05` and `2018-05-31`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            guard let year = Digits.number(parts[0], count: 4), year > 0 else { return nil }
            self = .year(year)
        case 2:
            guard let year = Digits.number(parts[0], count: 4), year > 0,
                let month = Digits.number(parts[1], count: 2), (1...12).contains(month)
            else { return nil }
            self = .month(year: year, month: month)
        default:
            guard let day = Day(iso: text) else { return nil }
            self = .day(day)
        }
    }

    /// `2018`, `May 2018`, `31 May 2018`.
    package var text: String {
        switch self {
        case .year(let year): "\(year)"
        case .month(let year, let month): "\(Day.monthName(month)) \(year)"
        case .day(let day): day.longText
        }
    }

    /// Whether a whole day is printed, as opposed to a month or a year.
    package var isDay: Bool {
        if case .day = self { true } else { false }
    }

    /// The last day that the print can mean: something due in May is late from 1 June on.
    package var lastDay: Day {
        switch self {
        case .year(let year): Day(year: year, month: 12, day: 31) ?? Day(number: 0)
        case .month(let year, let month):
            Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? Day(number: 0)
        case .day(let day): day
        }
    }

    /// The first day that the print can mean.
    package var firstDay: Day {
        switch self {
        case .year(let year): Day(year: year, month: 1, day: 1) ?? Day(number: 0)
        case .month(let year, let month): Day(year: year, month: month, day: 1) ?? Day(number: 0)
        case .day(let day): day
        }
    }
}
