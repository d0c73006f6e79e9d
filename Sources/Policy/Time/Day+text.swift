extension Day {
    /// Reads `2026-11-21`; nil for any other form and for a day that does not exist.
    package init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Digits.number(parts[0], count: 4),
            let month = Digits.number(parts[1], count: 2), let day = Digits.number(parts[2], count: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-11-21`.
    package var iso: String {
        "\(Digits.text(year, count: 4))-\(Digits.text(month, count: 2))-\(Digits.text(day, count: 2))"
    }

    /// `21 November 2026`.
    package var longText: String { "\(day) \(Day.monthName(month)) \(year)" }

    /// `2026-11`.
    package var monthKey: String { "\(Digits.text(year, count: 4))-\(Digits.text(month, count: 2))" }

    /// `November 2026`.
    package var monthText: String { "\(Day.monthName(month)) \(year)" }

    /// `November` for 11; empty outside 1 to 12.
    package static func monthName(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not a day")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// A day of the week, Monday first.
package enum Weekday: String, Sendable, Codable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }
    /// `Monday`.
    package var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Decimal digits of a fixed count, as dates and times are written.
enum Digits {
    /// - Returns: nil unless the text is exactly so many ASCII digits.
    static func number(_ text: Substring, count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    static func text(_ number: Int, count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
