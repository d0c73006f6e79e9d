import Testing

@testable import Policy

@Suite("Days")
struct DayTests {
    @Test("every day from 1900 to 2100 has the number after the day before, and the number gives the day back")
    func numbersRunOn() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        let end = try #require(Day(year: 2100, month: 12, day: 31))
        var weekday = Weekday.monday
        while day < end {
            let next = day.adding(days: 1)
            try #require(next.number == day.number + 1 && next > day && Day(number: day.number) == day)
            try #require(day.weekday == weekday, "\(day)")
            weekday = Weekday.allCases[((Weekday.allCases.firstIndex(of: weekday) ?? 0) + 1) % 7]
            day = next
        }
    }

    @Test(
        "days that do not exist are refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "", "2026-04-31", "0000-01-01"])
    func refusesImpossibleDays(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(
        "a month later is the same day or the end of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-21", 12, "2027-11-21"),
            ("2024-02-29", 12, "2025-02-28"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
        ])
    func clampsMonths(_ start: String, _ months: Int, _ end: String) {
        #expect(Day(iso: start)?.adding(months: months) == Day(iso: end))
    }

    @Test("a day is written in full for people")
    func longText() {
        #expect(Day(iso: "2026-11-21")?.longText == "21 November 2026")
    }
}
