/// A time on a wall clock, to the minute: `09:30`.
package struct TimeOfDay: Hashable, Sendable {
    /// Minutes after midnight, 0 to 1439.
    package let minutes: Int

    /// - Returns: nil outside 0 to 1439.
    package init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `09:30`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Digits.number(parts[0], count: 2), hour < 24,
            let minute = Digits.number(parts[1], count: 2), minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    init(minutesAfterMidnight minutes: Int) { self.minutes = min(max(minutes, 0), 1439) }

    package static let midnight = TimeOfDay(minutesAfterMidnight: 0)

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }
    /// `09:30`.
    package var text: String { "\(Digits.text(hour, count: 2)):\(Digits.text(minute, count: 2))" }
}

extension TimeOfDay: Comparable {
    package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    package var description: String { text }
}

extension TimeOfDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = TimeOfDay(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not a time of day")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
