extension WorkingCalendar {
    /// When something that must be done within a span of a moment falls due.
    ///
    /// Hours run on the clock. Days and months are counted in London from the day after, and end at the closing time
    /// of the last; the day of the moment itself never counts. A month that is too short ends on its last day.
    package func due(from start: Instant, within span: Span) -> DueTime {
        let day = start.londonDay
        switch span {
        case .clockHours(let hours):
            return clockHours(hours, from: start)
        case .workingDays(let days):
            return count(days.count, unit: "working day", after: day, skipping: reasonNotWorking)
        case .schoolDays(let days):
            return schoolDays(days, after: day)
        case .calendarDays(let days):
            return stretch(from: day, to: day.adding(days: days.count), why: span.text)
        case .months(let months):
            return stretch(from: day, to: day.adding(months: months.count), why: span.text)
        }
    }

    private func clockHours(_ hours: ClockHours, from start: Instant) -> DueTime {
        let due = start.adding(seconds: Int64(hours.count) * 3_600)
        let step = CountedStep(
            first: start.londonDay, last: due.londonDay, isCounted: true,
            why: "\(Span.clockHours(hours).text) on the clock: nights, weekends and holidays count")
        return DueTime(due: due, counted: [step])
    }

    private func stretch(from start: Day, to end: Day, why: String) -> DueTime {
        let step = CountedStep(
            first: min(start.adding(days: 1), end), last: end, isCounted: true, why: "\(why): every day counts")
        return DueTime(due: closing(end), counted: [step])
    }

    /// Past the last term that is entered, working days are counted in place of school days, and the answer says so.
    private func schoolDays(_ days: SchoolDays, after day: Day) -> DueTime {
        guard let end = terms.map(\.last).max(), let beginning = terms.first?.first else {
            return count(
                days.count, unit: "school day", after: day, skipping: reasonNotWorking,
                doubts: ["No term dates are entered, so working days were counted as school days."])
        }
        var counted = count(days.count, unit: "school day", after: day) { day in
            day > end || day < beginning ? reasonNotWorking(day) : reasonNotSchool(day)
        }
        let last = counted.counted.last?.last ?? day
        var doubts = counted.doubts
        if day.adding(days: 1) < beginning {
            doubts.append("No term dates before \(beginning.longText) are entered, so working days were counted there.")
        }
        if last > end {
            doubts.append("No term dates after \(end.longText) are entered, so working days were counted from then on.")
        }
        counted = DueTime(due: counted.due, counted: counted.counted, doubts: doubts)
        return counted
    }

    private func count(
        _ wanted: Int, unit: String, after start: Day, skipping reason: (Day) -> String?, doubts: [String] = []
    ) -> DueTime {
        var steps: [CountedStep] = []
        var day = start
        var reached = 0
        repeat {
            day = day.adding(days: 1)
            if let why = reason(day) {
                steps.append(CountedStep(day, counted: false, why: why))
            } else {
                reached += 1
                steps.append(CountedStep(day, counted: true, why: "\(unit) \(reached) of \(max(wanted, 1))"))
            }
        } while reached < wanted
        return DueTime(due: closing(day), counted: steps, doubts: doubts + coverageDoubts(start, day))
    }

    private func coverageDoubts(_ start: Day, _ end: Day) -> [String] {
        let known = bankHolidays.coverage
        guard start < known.lowerBound || end > known.upperBound else { return [] }
        return [
            "Bank holidays are known from \(known.lowerBound.longText) to \(known.upperBound.longText) only, "
                + "so some may have been missed."
        ]
    }
}
