import Ledger
import Synchronization

/// Verifications that are running or have run, one for each school: long work, so it runs apart and shows how far it is.
final class Verifications: Sendable {
    enum State: Sendable {
        case running(done: Int64, total: Int64)
        case finished(VerificationReport, at: Int64)
        case failed

        var isRunning: Bool {
            if case .running = self { true } else { false }
        }
    }

    private let states = Mutex<[LogID: State]>([:])

    func state(_ log: LogID) -> State? { states.withLock { $0[log] } }

    /// Starts one, unless one is running for that school.
    func start(
        _ log: LogID,
        work:
            @escaping @Sendable (@escaping @Sendable (Int64, Int64) -> Void) async throws -> (VerificationReport, Int64)
    ) {
        let isFree = states.withLock { states in
            if case .running = states[log] { return false }
            states[log] = .running(done: 0, total: 0)
            return true
        }
        guard isFree else { return }
        Task {
            do {
                let (report, at) = try await work { done, total in self.set(log, .running(done: done, total: total)) }
                set(log, .finished(report, at: at))
            } catch {
                set(log, .failed)
            }
        }
    }

    private func set(_ log: LogID, _ state: State) { states.withLock { $0[log] = state } }
}
