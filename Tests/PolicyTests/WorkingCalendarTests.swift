import Testing

@testable import Policy

@Suite("Due times")
struct WorkingCalendarTests {
    /// Two terms around Christmas 2026, with an INSET day at the start of the second.
    static func calendar() throws -> WorkingCalendar {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        return WorkingCalendar(
            bankHolidays: try BankHolidays.load(),
            terms: [
                Term(name: "Spring", first: try day("2027-01-04"), last: try day("2027-02-12")),
                Term(name: "Autumn", first: try day("2026-11-02"), last: try day("2026-12-18")),
            ],
            insetDays: [try day("2027-01-04")])
    }

    @Test(
        "days are counted from the day after, skip what they must, and end at five in the afternoon",
        arguments: [
            // Friday, over a weekend.
            ("2026-11-20T10:00:00Z", "1 working day", "2026-11-23T17:00:00Z"),
            // Saturday.
            ("2026-11-21T10:00:00Z", "1 working day", "2026-11-23T17:00:00Z"),
            // Christmas Day, the weekend and the substitute for Boxing Day.
            ("2026-12-24T10:00:00Z", "1 working day", "2026-12-29T17:00:00Z"),
            ("2026-12-18T10:00:00Z", "10 working days", "2027-01-06T17:00:00Z"),
            // Good Friday and Easter Monday; the clocks have gone forward.
            ("2026-04-02T10:00:00Z", "2 working days", "2026-04-08T16:00:00Z"),
            // The school holidays and an INSET day.
            ("2026-12-17T10:00:00Z", "2 school days", "2027-01-05T17:00:00Z"),
            ("2026-11-20T10:00:00Z", "5 school days", "2026-11-27T17:00:00Z"),
            ("2026-11-20T10:00:00Z", "30 days", "2026-12-20T17:00:00Z"),
            ("2026-11-20T10:00:00Z", "24 hours", "2026-11-21T10:00:00Z"),
            // Over the change of the clocks: 72 hours are 72 hours.
            ("2026-10-23T12:00:00Z", "72 hours", "2026-10-26T12:00:00Z"),
            ("2027-01-31T10:00:00Z", "1 month", "2027-02-28T17:00:00Z"),
            ("2026-11-30T10:00:00Z", "12 months", "2027-11-30T17:00:00Z"),
            // Half past midnight in London is the next day there.
            ("2026-06-04T23:30:00Z", "1 working day", "2026-06-08T16:00:00Z"),
        ])
    func due(_ start: String, _ span: String, _ end: String) throws {
        let due = try Self.calendar().due(from: #require(Instant(iso: start)), within: #require(Span(span)))
        #expect(due.due.iso == end)
        #expect(due.isCertain)
    }

    @Test(
        "a wall calendar notes holidays, INSET days and the days between terms, and nothing where no terms are entered",
        arguments: [
            ("2026-12-18", nil), ("2026-12-19", "School holiday"), ("2026-12-25", "Christmas Day"),
            ("2027-01-04", "INSET day"), ("2027-01-09", nil), ("2027-02-13", nil), ("2026-10-30", nil),
            ("2027-08-30", "Summer bank holiday"),
        ] as [(String, String?)])
    func note(_ day: String, _ note: String?) throws {
        #expect(try Self.calendar().note(on: #require(Day(iso: day))) == note)
    }

    @Test("every day on the way is told, counted or skipped, and why")
    func explains() throws {
        let due = try Self.calendar().due(from: #require(Instant(iso: "2026-12-24T10:00:00Z")), within: .working(2))
        #expect(
            due.counted.map(\.first.iso) == [
                "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29", "2026-12-30",
            ])
        #expect(due.counted.map(\.isCounted) == [false, false, false, false, true, true])
        #expect(
            due.counted.map(\.why) == [
                "bank holiday: Christmas Day", "weekend", "weekend", "bank holiday: Boxing Day (substitute day)",
                "working day 1 of 2", "working day 2 of 2",
            ])
    }

    @Test("school holidays and INSET days are named when school days are counted")
    func explainsSchoolDays() throws {
        let due = try Self.calendar().due(from: #require(Instant(iso: "2026-12-18T10:00:00Z")), within: .school(1))
        let why = Dictionary(due.counted.map { ($0.first.iso, $0.why) }, uniquingKeysWith: { $1 })
        #expect(why["2026-12-21"] == "school holiday")
        #expect(why["2027-01-04"] == "INSET day")
        #expect(why["2027-01-05"] == "school day 1 of 1")
    }

    @Test("past the last day of the data the answer doubts itself")
    func doubts() throws {
        let calendar = try Self.calendar()
        let late = try #require(Instant(iso: "2028-12-28T10:00:00Z"))
        #expect(!calendar.due(from: late, within: .working(5)).isCertain)
        let spring = try #require(Instant(iso: "2027-02-11T10:00:00Z"))
        let pastTerms = calendar.due(from: spring, within: .school(2))
        #expect(
            pastTerms.doubts == [
                "No term dates after 12 February 2027 are entered, so working days were counted from then on."
            ])
        #expect(pastTerms.due.iso == "2027-02-15T17:00:00Z")
        let none = WorkingCalendar(bankHolidays: try BankHolidays.load()).due(from: spring, within: .school(1))
        #expect(none.doubts == ["No term dates are entered, so working days were counted as school days."])
        let before = try #require(Instant(iso: "2018-12-24T10:00:00Z"))
        #expect(!calendar.due(from: before, within: .working(1)).isCertain)
    }

    @Test(
        "a reply within 24 hours waits for the next working day when the message comes on a day off",
        arguments: [
            // Wednesday; Friday, which runs into Saturday; Saturday; Sunday before midnight in London.
            ("2026-11-18T10:00:00Z", "2026-11-19T10:00:00Z"), ("2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z"),
            ("2026-11-21T10:00:00Z", "2026-11-23T17:00:00Z"), ("2026-11-22T23:59:00Z", "2026-11-23T17:00:00Z"),
            // Christmas Day is no weekend.
            ("2026-12-25T10:00:00Z", "2026-12-26T10:00:00Z"),
        ])
    func responseClock(_ arrival: String, _ end: String) throws {
        let clock = ResponseClock(within: .hours(24), onDayOff: .nextWorkingDayAfterWeekend)
        #expect(try Self.calendar().due(from: #require(Instant(iso: arrival)), by: clock).due.iso == end)
    }

    @Test("a reply clock that minds bank holidays waits on them too")
    func responseClockOnHolidays() throws {
        let clock = ResponseClock(within: .hours(24), onDayOff: .nextWorkingDay)
        let due = try Self.calendar().due(from: #require(Instant(iso: "2026-12-25T10:00:00Z")), by: clock)
        #expect(due.due.iso == "2026-12-29T17:00:00Z")
        #expect(due.counted.first?.why == "arrived on a day off: bank holiday: Christmas Day")
    }

    @Test("a later closing time holds from its day on")
    func closingTimes() throws {
        let four = ClosingTime(from: try #require(Day(iso: "2026-11-24")), time: try #require(TimeOfDay("16:00")))
        let calendar = WorkingCalendar(
            bankHolidays: try BankHolidays.load(), closingTimes: [four] + ClosingTime.fiveOClock)
        let start = try #require(Instant(iso: "2026-11-20T10:00:00Z"))
        #expect(calendar.due(from: start, within: .working(1)).due.iso == "2026-11-23T17:00:00Z")
        #expect(calendar.due(from: start, within: .working(2)).due.iso == "2026-11-24T16:00:00Z")
    }

    @Test("calendars that could answer differently have different editions")
    func editions() throws {
        let holidays = try BankHolidays.load()
        #expect(try Self.calendar().edition != WorkingCalendar(bankHolidays: holidays).edition)
        #expect(try Self.calendar().edition == Self.calendar().edition)
    }
}
