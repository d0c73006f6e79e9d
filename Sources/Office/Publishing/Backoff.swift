package import Policy

/// When a delivery that failed is tried again: after half a minute, then twice as long each time, an hour at most.
package enum Backoff {
    /// Tries in all, over some two hours; then a person is asked.
    package static let mostTries = 9
    static let first: Int64 = 30
    static let longest: Int64 = 3600

    /// - Parameters:
    ///   - tries: made so far, from 1.
    ///   - chance: from 0 to 1; spreads tries out, so that not all come at once when a platform is back.
    /// - Returns: nil to give up.
    package static func next(after tries: Int, at now: Instant, failure: DeliveryFailure, chance: Double) -> Instant? {
        guard case .temporary(_, let retryAfter) = failure, tries < mostTries else { return nil }
        let full = min(longest, first << Int64(min(max(tries, 1) - 1, 20)))
        let spread = full / 2 + Int64(Double(full - full / 2) * min(max(chance, 0), 1))
        return now.adding(seconds: max(spread, retryAfter ?? 0))
    }
}
