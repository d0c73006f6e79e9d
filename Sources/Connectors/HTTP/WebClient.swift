import Dispatch
import Synchronization

/// Sends requests by libcurl, each on a thread of its own: a slow platform holds up nobody's page.
///
/// A serial queue for each call, because libdispatch gives those threads beside the pool that Swift's tasks run on. The
/// threads of a concurrent queue are of that pool: as many calls as the machine has cores would stop every task.
///
/// It follows no redirect, keeps no cookie and takes no proxy from the environment; it connects only where ``Reach``
/// lets it, looked up at the moment of connecting, so that a name cannot lead elsewhere the second time.
package struct WebClient: Sendable {
    let reach: Reach
    /// How many times as long as usual an answer may take.
    private let patience: Int
    /// The most seconds that an answer may take, whatever is usual; nil for no such end.
    private let longest: Int?

    package init(reach: Reach, patience: Int = 1, longest: Int? = nil) {
        self.reach = reach
        self.patience = patience
        self.longest = longest
    }

    func send(_ request: WebRequest) async throws(WebFailure) -> WebAnswer {
        let stop = StopSign()
        var request = request
        request.timeout = min(request.timeout * patience, longest ?? .max)
        let patient = request
        let queue = DispatchQueue(label: "hornbook.connectors.call")
        let reach = reach
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<WebAnswer, WebFailure>, Never>) in
                queue.async {
                    continuation.resume(returning: Transfer(patient, reach: reach, stop: stop).run())
                }
            }
        } onCancel: {
            stop.raise()
        }
        return try result.get()
    }
}

/// Raised when nobody waits for an answer any more.
final class StopSign: Sendable {
    private let raised = Atomic<Bool>(false)
    var isRaised: Bool { raised.load(ordering: .relaxed) }
    func raise() { raised.store(true, ordering: .relaxed) }
}
