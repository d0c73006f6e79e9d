import HTML
import Policy
import Testing

@testable import Web

private let hostile = "<script>alert(1)</script>\" onmouseover='x' &"

@Suite("Month table")
struct MonthTableTests {
    @Test(
        "a month has its days under their weekdays, whole weeks, and today marked once",
        arguments: [("2026-11-01", 6, 6), ("2027-02-01", 0, 4), ("2028-02-01", 1, 5), ("2026-08-01", 5, 6)])
    func weeks(_ month: String, _ blanksBefore: Int, _ weeks: Int) throws {
        let first = try #require(Day(iso: month))
        let table = MonthTable(
            caption: "Posts", month: first.adding(days: 9), today: first.adding(days: 2), notes: [:], entries: [:]
        ).body.string
        let length = Day.length(ofMonth: first.month, year: first.year)
        #expect(table.ranges(of: "<time").count == length)
        #expect(table.ranges(of: "<tr").count == weeks + 1 && table.ranges(of: "<td").count == weeks * 7)
        let before = try #require(table.ranges(of: "datetime=\"\(month)\"").first).lowerBound
        #expect(table[..<before].ranges(of: "month-blank").count == blanksBefore)
        #expect(table.ranges(of: "aria-current=\"date\"").count == 1)
    }

    @Test("what is noted on days in a row is told once beside the list, escaped")
    func notes() throws {
        let first = try #require(Day(iso: "2026-11-01"))
        let notes = Dictionary(
            uniqueKeysWithValues: [1, 2, 3, 8].map { (first.adding(days: $0), [MonthTable.Note(hostile, .stop)]) })
        let table = MonthTable(caption: hostile, month: first, today: first, notes: notes, entries: [:]).body.string
        #expect(table.contains("2 to 4 November 2026: ") && table.contains("9 November 2026: "))
        #expect(!table.contains("<script>"))
    }

    @Test("a month in which a phone would list no day is left out there whole, as an empty table would be a fault")
    func nothingToList() throws {
        let first = try #require(Day(iso: "2026-11-01"))
        func table(today: Day, entries: [Day: [MonthTable.Entry]] = [:]) -> String {
            let notes = [first: [MonthTable.Note("Half-term", .holiday)]]
            return MonthTable(caption: "Posts", month: first, today: today, notes: notes, entries: entries).body.string
        }
        let leftOut = "<table class=\"month month-free\""
        let before = first.adding(days: -1)
        #expect(table(today: before).contains(leftOut))
        #expect(!table(today: first).contains(leftOut))
        #expect(!table(today: before, entries: [first: [MonthTable.Entry { "Fair" }]]).contains(leftOut))
    }
}
