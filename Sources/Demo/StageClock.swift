import Policy
import Synchronization

/// The story's own clock: set to the day of each scene, and a minute on after each command.
final class StageClock: Sendable {
    private let time: Mutex<Instant>

    init(_ time: Instant) { self.time = Mutex(time) }

    var now: Instant { time.withLock { $0 } }
    func set(_ instant: Instant) { time.withLock { $0 = instant } }
    func pass() { time.withLock { $0 = $0.adding(seconds: 60) } }
}
