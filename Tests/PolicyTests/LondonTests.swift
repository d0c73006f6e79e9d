import Testing

@testable import Policy

@Suite("London's clocks")
struct LondonTests {
    @Test(
        "clocks go forward on the last Sunday of March and back on the last Sunday of October, at 01:00 UTC",
        arguments: [
            ("2026-03-29T00:59:59Z", "2026-03-29", "00:59"), ("2026-03-29T01:00:00Z", "2026-03-29", "02:00"),
            ("2026-10-25T00:59:59Z", "2026-10-25", "01:59"), ("2026-10-25T01:00:00Z", "2026-10-25", "01:00"),
            ("2024-03-31T01:00:00Z", "2024-03-31", "02:00"), ("2021-10-31T01:00:00Z", "2021-10-31", "01:00"),
            ("2026-07-01T23:30:00Z", "2026-07-02", "00:30"), ("2026-12-31T23:30:00Z", "2026-12-31", "23:30"),
        ])
    func local(_ utc: String, _ day: String, _ time: String) throws {
        let local = London.local(try #require(Instant(iso: utc)))
        #expect(local.day.iso == day)
        #expect(local.time.text == time)
    }

    @Test(
        "a time that the clocks skip is as long after midnight, and one that they show twice is the first",
        arguments: [
            ("2026-03-29", "01:30", "2026-03-29T01:30:00Z"), ("2026-03-29", "02:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25", "01:30", "2026-10-25T00:30:00Z"), ("2026-10-25", "02:00", "2026-10-25T02:00:00Z"),
            ("2026-06-15", "17:00", "2026-06-15T16:00:00Z"), ("2026-11-21", "09:30", "2026-11-21T09:30:00Z"),
        ])
    func gapsAndOverlaps(_ day: String, _ time: String, _ utc: String) throws {
        let instant = London.instant(try #require(Day(iso: day)), try #require(TimeOfDay(time)))
        #expect(instant.iso == utc)
    }

    @Test("every half hour of a year is the moment that its London time gives back, save the hour shown twice")
    func roundTrips() throws {
        let start = try #require(Instant(iso: "2026-01-01T00:00:00Z"))
        for step in 0..<(365 * 48) {
            let instant = start.adding(seconds: Int64(step) * 1_800)
            let local = London.local(instant)
            if local.day.iso == "2026-10-25" && local.time.hour == 1 { continue }
            try #require(London.instant(local.day, local.time) == instant)
        }
    }

    @Test(
        "a moment that is not written in UTC to the second is refused",
        arguments: [
            "2026-11-21", "2026-11-21T09:30Z", "2026-11-21T24:00:00Z", "2026-11-21T09:30:00+01:00",
            "2026-11-21 09:30:00Z",
        ])
    func refusesOtherForms(_ text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test("a moment before 1970 is written and read")
    func beforeTheEpoch() {
        #expect(Instant(seconds: -1).iso == "1969-12-31T23:59:59Z")
        #expect(Instant(iso: "1969-12-31T23:59:59Z") == Instant(seconds: -1))
    }
}
