/// A moment, to the second, the same everywhere.
package struct Instant: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// Reads `2026-11-21T09:30:00Z`; nil for any other form.
    package init?(iso: String) {
        let parts = iso.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(iso: String(parts[0])), parts[1].hasSuffix("Z") else { return nil }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = Digits.number(clock[0], count: 2), hour < 24,
            let minute = Digits.number(clock[1], count: 2), minute < 60,
            let second = Digits.number(clock[2], count: 2), second < 60
        else { return nil }
        seconds = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    }

    /// `2026-11-21T09:30:00Z`.
    package var iso: String {
        let (day, second) = utc
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { Digits.text($0, count: 2) }
        return "\(day.iso)T\(clock.joined(separator: ":"))Z"
    }

    /// The day in London at this moment.
    package var londonDay: Day { London.local(self).day }

    package func adding(seconds more: Int64) -> Instant {
        let (sum, overflow) = seconds.addingReportingOverflow(more)
        return Instant(seconds: overflow ? (more > 0 ? .max : .min) : sum)
    }

    /// The day in UTC and the second of that day.
    var utc: (day: Day, second: Int) {
        let (days, second) = (Int(seconds) / 86_400, Int(seconds) % 86_400)
        return second < 0 ? (Day(number: days - 1), second + 86_400) : (Day(number: days), second)
    }
}

extension Instant: Comparable {
    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Instant: CustomStringConvertible {
    package var description: String { iso }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not a moment in UTC")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
