/// Clocks in the United Kingdom: Greenwich Mean Time, and an hour ahead of it in summer.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC: the Summer Time
/// Act 1972 as amended by the Summer Time Order 2002, and the same rule in every year since 1996. Earlier years are
/// not needed here and are given by the same rule.
package enum London {
    /// The day and the wall-clock time, to the minute, at a moment.
    package static func local(_ instant: Instant) -> (day: Day, time: TimeOfDay) {
        let (day, second) = instant.adding(seconds: offset(at: instant)).utc
        return (day, TimeOfDay(minutesAfterMidnight: second / 60))
    }

    /// The moment when clocks show a time on a day.
    ///
    /// In spring the clocks skip 01:00 to 01:59: such a time is taken as if they had not, so that 01:30 is the moment
    /// when they show 02:30. In autumn they show 01:00 to 01:59 twice: the first of the two is meant.
    package static func instant(_ day: Day, _ time: TimeOfDay) -> Instant {
        let asUTC = Instant(seconds: Int64(day.number) * 86_400 + Int64(time.minutes) * 60)
        let summer = asUTC.adding(seconds: -3_600)
        return isSummer(summer) ? summer : asUTC
    }

    /// Seconds that London's clocks are ahead of UTC.
    package static func offset(at instant: Instant) -> Int64 { isSummer(instant) ? 3_600 : 0 }

    private static func isSummer(_ instant: Instant) -> Bool {
        let year = instant.utc.day.year
        return instant >= change(year: year, month: 3) && instant < change(year: year, month: 10)
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(year: Int, month: Int) -> Instant {
        guard let last = Day(year: year, month: month, day: 31) else { return Instant(seconds: .max) }
        let number = last.number
        let daysSinceSunday = (number % 7 + 7 + 4) % 7
        return Instant(seconds: Int64(number - daysSinceSunday) * 86_400 + 3_600)
    }
}
