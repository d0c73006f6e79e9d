/// A reply time as policies word it: so long from arrival, but from the next working day if it comes when nobody works.
package struct ResponseClock: Sendable, Hashable, Codable {
    /// What arrives on a day that nobody works.
    package enum OnDayOff: String, Sendable, CaseIterable, Hashable, Codable {
        /// The clock runs all the same.
        case runs
        /// Due at the close of the next working day when it arrives on a Saturday or Sunday.
        case nextWorkingDayAfterWeekend = "next-working-day-after-weekend"
        /// The same for bank holidays too.
        case nextWorkingDay = "next-working-day"
    }

    package var within: Span
    package var onDayOff: OnDayOff

    package init(within: Span, onDayOff: OnDayOff = .runs) {
        self.within = within
        self.onDayOff = onDayOff
    }
}

extension ResponseClock {
    /// `24 hours; what arrives at a weekend, by the next working day`
    package var text: String {
        switch onDayOff {
        case .runs: within.text
        case .nextWorkingDayAfterWeekend: "\(within.text); what arrives at a weekend, by the next working day"
        case .nextWorkingDay: "\(within.text); what arrives on a day off, by the next working day"
        }
    }
}

extension WorkingCalendar {
    /// When a reply falls due. An arrival on a working day runs its full span, even into a weekend, because that is
    /// what "within 24 hours" says.
    package func due(from arrival: Instant, by clock: ResponseClock) -> DueTime {
        let day = arrival.londonDay
        let waits =
            switch clock.onDayOff {
            case .runs: false
            case .nextWorkingDayAfterWeekend: day.weekday.isWeekend
            case .nextWorkingDay: !isWorkingDay(day)
            }
        guard waits else { return due(from: arrival, within: clock.within) }
        let answer = due(from: arrival, within: .working(1))
        let first = CountedStep(day, counted: false, why: "arrived on a day off: \(reasonNotWorking(day) ?? "")")
        return DueTime(due: answer.due, counted: [first] + answer.counted, doubts: answer.doubts)
    }
}
