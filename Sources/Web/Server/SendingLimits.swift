import Synchronization

/// How long somebody may take to send a request. Whoever sends slowly on purpose holds a connection and a file on the disk.
package struct SendingLimits: Sendable, Equatable {
    /// From one piece to the next.
    package var idle: Duration
    /// From the head of the request to its last byte.
    package var total: Duration

    static let form = SendingLimits(idle: .seconds(30), total: .seconds(120))
    /// Ten pictures of 25 megabytes over a slow line.
    static let files = SendingLimits(idle: .seconds(30), total: .seconds(900))
}

/// The time as it passes, from some moment on.
package struct Stopwatch: Sendable {
    package var now: @Sendable () -> Duration
    /// Returns once that much has passed since the same moment, or throws when the task is cancelled.
    package var wait: @Sendable (Duration) async throws -> Void

    package init(now: @escaping @Sendable () -> Duration, wait: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.wait = wait
    }

    /// The machine's own.
    package static func started() -> Stopwatch {
        let start = ContinuousClock.now
        return Stopwatch(now: { ContinuousClock.now - start }) { until in
            try await Task.sleep(until: start + until, clock: .continuous)
        }
    }
}

/// When something that is being sent is given up.
struct SendingPace {
    let limits: SendingLimits
    private let began: Duration
    private var heard: Duration

    init(_ limits: SendingLimits, began: Duration) {
        self.limits = limits
        self.began = began
        heard = began
    }

    /// A piece has come.
    mutating func hear(at moment: Duration) { heard = max(heard, moment) }

    /// From then on it is too slow, unless another piece comes before.
    var deadline: Duration { min(heard + limits.idle, began + limits.total) }
}

/// It was sent more slowly than anybody needs to.
struct SentTooSlowly: Error {}

extension Stopwatch {
    /// Does what reads a request, and gives it up when nothing comes for too long or it takes too long in all.
    ///
    /// - Parameter read: is given what it calls whenever a piece has come.
    /// - Throws: ``SentTooSlowly``, or what `read` throws.
    func keepingTo<Result: Sendable>(
        _ limits: SendingLimits, _ read: @escaping @Sendable (_ heard: @Sendable () -> Void) async throws -> Result
    ) async throws -> Result {
        let pace = Pace(SendingPace(limits, began: now()))
        return try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await read { pace.hear(at: now()) } }
            group.addTask {
                while true {
                    let deadline = pace.deadline
                    guard now() < deadline else { throw SentTooSlowly() }
                    try await wait(deadline)
                }
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }

    private final class Pace: Sendable {
        private let pace: Mutex<SendingPace>
        init(_ pace: SendingPace) { self.pace = Mutex(pace) }
        func hear(at moment: Duration) { pace.withLock { $0.hear(at: moment) } }
        var deadline: Duration { pace.withLock { $0.deadline } }
    }
}
