/// A year of a primary school: 0 for reception, then 1 to 6.
package struct SchoolYear: Sendable, Hashable, Comparable {
    package static let all = (0...6).map { SchoolYear(known: $0) }

    package let number: Int

    /// - Returns: nil outside 0 to 6.
    package init?(_ number: Int) {
        guard (0...6).contains(number) else { return nil }
        self.number = number
    }

    private init(known number: Int) { self.number = number }

    package var label: String { number == 0 ? "reception" : "year \(number)" }

    package static func < (a: SchoolYear, b: SchoolYear) -> Bool { a.number < b.number }
}
