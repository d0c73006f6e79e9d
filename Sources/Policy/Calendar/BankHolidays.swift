/// The bank holidays of England and Wales between two days, with where they were published.
package struct BankHolidays: Sendable, Equatable {
    package struct Holiday: Sendable, Equatable {
        package var day: Day
        package var title: String
        package init(day: Day, title: String) {
            self.day = day
            self.title = title
        }
    }

    /// What names this list in a stored answer, such as `england-and-wales to 2028-12-31`.
    package let edition: String
    package let source: String
    /// The days of which the list is complete; outside them nothing is known.
    package let coverage: ClosedRange<Day>
    /// In order.
    package let holidays: [Holiday]
    private let titles: [Day: String]

    package init(edition: String, source: String, coverage: ClosedRange<Day>, holidays: [Holiday]) {
        self.edition = edition
        self.source = source
        self.coverage = coverage
        self.holidays = holidays.sorted { $0.day < $1.day }
        titles = Dictionary(holidays.map { ($0.day, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The holiday's name, or nil when the day is none that is known.
    package func title(on day: Day) -> String? { titles[day] }
}
