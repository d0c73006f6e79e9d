import Testing

@testable import Policy

@Suite("Bank holidays")
struct BankHolidayTests {
    @Test("Easter's bank holidays are two days before and one day after Easter Sunday", arguments: 2019...2028)
    func easter(_ year: Int) throws {
        let holidays = try BankHolidays.load()
        let easter = try #require(Self.easter(year))
        #expect(holidays.title(on: easter.adding(days: -2)) == "Good Friday")
        #expect(holidays.title(on: easter.adding(days: 1)) == "Easter Monday")
    }

    @Test("every year has its eight bank holidays and those that were proclaimed", arguments: 2019...2028)
    func counts(_ year: Int) throws {
        let days = try BankHolidays.load().holidays.map(\.day).filter { $0.year == year }
        #expect(days.count == 8 + ([2022: 2, 2023: 1][year] ?? 0))
        #expect(days.allSatisfy { !$0.weekday.isWeekend })
        let rest = days.filter { ![3, 4].contains($0.month) }
        let shared = Set(rest.map(\.month)).isSuperset(of: [1, 5, 8, 12])
        #expect(shared)
    }

    @Test(
        "substitutes and single holidays are there",
        arguments: [
            "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2026-12-28", "2027-12-27",
            "2027-12-28",
            "2028-01-03",
        ])
    func singles(_ day: String) throws {
        #expect(try BankHolidays.load().title(on: #require(Day(iso: day))) != nil)
    }

    @Test(
        "days that only seem to be holidays are not",
        arguments: ["2020-05-04", "2022-05-30", "2026-12-26", "2028-01-01", "2026-01-02"])
    func others(_ day: String) throws {
        #expect(try BankHolidays.load().title(on: #require(Day(iso: day))) == nil)
    }

    @Test("the list says where it comes from and which days it covers")
    func provenance() throws {
        let holidays = try BankHolidays.load()
        #expect(holidays.source.contains("GOV.UK"))
        #expect(holidays.coverage.lowerBound.iso == "2019-01-01")
        #expect(holidays.coverage.upperBound.iso == "2028-12-31")
    }

    /// Easter Sunday by the anonymous Gregorian rule.
    static func easter(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
