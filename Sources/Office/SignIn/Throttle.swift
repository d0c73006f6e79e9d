import Synchronization

/// Slows down guessing without letting anyone lock a school out.
///
/// Failures are counted for one name from one address; only that pair waits. A name that is guessed at from many
/// addresses makes new addresses wait too, but never one that this name has signed in from before.
final class Throttle: Sendable {
    private struct Count {
        var failures = 0
        var last: Int64 = 0
    }

    private struct State {
        var pairs: [String: Count] = [:]
        var names: [String: Count] = [:]
        var trusted: Set<String> = []
    }

    /// Failures of one name from one address before it must wait.
    static let freeTries = 5
    /// Failures of one name from anywhere, within an hour, before unknown addresses must wait.
    static let freeTriesFromAnywhere = 50
    static let longestWait: Int64 = 900
    private static let memory: Int64 = 3600
    private static let mostEntries = 20_000

    private let state = Mutex(State())

    /// Seconds to wait before the next try; 0 when it may be made now.
    func wait(name: String, source: String, now: Int64) -> Int64 {
        state.withLock { state in
            let pair = Self.pair(name, source)
            let own = Self.wait(after: state.pairs[pair], free: Self.freeTries, now: now)
            if own > 0 || state.trusted.contains(pair) { return own }
            return Self.wait(after: state.names[name], free: Self.freeTriesFromAnywhere, now: now)
        }
    }

    func failed(name: String, source: String, now: Int64) {
        state.withLock { state in
            Self.count(&state.pairs, Self.pair(name, source), now)
            Self.count(&state.names, name, now)
        }
    }

    func succeeded(name: String, source: String) {
        state.withLock { state in
            if state.trusted.count >= Self.mostEntries { state.trusted.removeAll() }
            state.trusted.insert(Self.pair(name, source))
            state.pairs[Self.pair(name, source)] = nil
        }
    }

    private static func pair(_ name: String, _ source: String) -> String { "\(source) \(name)" }

    private static func wait(after count: Count?, free: Int, now: Int64) -> Int64 {
        guard let count, count.failures >= free, now - count.last < memory else { return 0 }
        let seconds = Int64(1) << min(Int64(count.failures - free + 2), 10)
        return max(0, count.last + min(seconds, longestWait) - now)
    }

    private static func count(_ counts: inout [String: Count], _ key: String, _ now: Int64) {
        if counts.count >= mostEntries { counts = counts.filter { now - $0.value.last < memory } }
        if counts.count >= mostEntries { counts.removeAll() }
        var count = counts[key] ?? Count()
        if now - count.last >= memory { count = Count() }
        count.failures += 1
        count.last = now
        counts[key] = count
    }
}
