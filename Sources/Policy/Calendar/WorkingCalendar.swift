/// A stretch of days in which pupils come to school, from its first to its last day. A half-term break parts two.
package struct Term: Sendable, Hashable, Codable {
    package var name: String
    package var first: Day
    package var last: Day

    package init(name: String, first: Day, last: Day) {
        self.name = name
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

/// When a working day ends, from a day on: what is due "within so many days" is due then.
///
/// Staff read a due day as "before I go home", so a deadline counted in days ends at five in the afternoon rather
/// than at midnight. A school that changes this keeps the earlier time for the days before.
package struct ClosingTime: Sendable, Hashable, Codable {
    package var from: Day
    package var time: TimeOfDay

    package init(from: Day, time: TimeOfDay) {
        self.from = from
        self.time = time
    }

    package static let fiveOClock = [
        ClosingTime(from: Day(number: 0), time: TimeOfDay(minutesAfterMidnight: 17 * 60))
    ]
}

/// Which days a school works and teaches, in London.
package struct WorkingCalendar: Sendable, Equatable {
    package let bankHolidays: BankHolidays
    /// In order of their first days.
    package let terms: [Term]
    package let insetDays: Set<Day>
    package let closingTimes: [ClosingTime]

    package init(
        bankHolidays: BankHolidays, terms: [Term] = [], insetDays: Set<Day> = [],
        closingTimes: [ClosingTime] = ClosingTime.fiveOClock
    ) {
        self.bankHolidays = bankHolidays
        self.terms = terms.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
        self.insetDays = insetDays
        self.closingTimes = closingTimes.sorted { $0.from < $1.from }
    }

    /// Monday to Friday, and not a bank holiday. Staff work on INSET days, and the school's offices in the holidays.
    package func isWorkingDay(_ day: Day) -> Bool { reasonNotWorking(day) == nil }

    /// A working day in a term on which pupils come.
    package func isSchoolDay(_ day: Day) -> Bool { reasonNotSchool(day) == nil }

    /// The moment at which a day's work ends.
    package func closing(_ day: Day) -> Instant {
        let time = closingTimes.last { $0.from <= day }?.time ?? TimeOfDay(minutesAfterMidnight: 17 * 60)
        return London.instant(day, time)
    }

    /// All that an answer depended on, as text in a fixed order, so that a stored answer can name its calendar.
    package var edition: String {
        let terms = terms.map { "\($0.first)..\($0.last)" }.joined(separator: ",")
        let inset = insetDays.sorted().map(\.iso).joined(separator: ",")
        let closing = closingTimes.map { "\($0.from)=\($0.time)" }.joined(separator: ",")
        return "holidays \(bankHolidays.edition); terms \(terms); inset \(inset); closing \(closing)"
    }

    /// What a calendar on a wall says of a day; nil for an ordinary one, and outside the terms that are entered.
    package func note(on day: Day) -> String? {
        if let holiday = bankHolidays.title(on: day) { return holiday }
        if insetDays.contains(day) { return "INSET day" }
        guard let first = terms.first?.first, let last = terms.map(\.last).max(), first <= day, day <= last,
            !terms.contains(where: { $0.contains(day) })
        else { return nil }
        return "School holiday"
    }

    func reasonNotWorking(_ day: Day) -> String? {
        if day.weekday.isWeekend { return "weekend" }
        return bankHolidays.title(on: day).map { "bank holiday: \($0)" }
    }

    func reasonNotSchool(_ day: Day) -> String? {
        if let reason = reasonNotWorking(day) { return reason }
        if insetDays.contains(day) { return "INSET day" }
        return terms.contains { $0.contains(day) } ? nil : "school holiday"
    }
}
