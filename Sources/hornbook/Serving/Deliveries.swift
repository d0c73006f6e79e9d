import Logging
import Office
import ServiceLifecycle

/// Sends posts to their platforms and takes them down there, round after round and never two rounds at once.
struct Deliveries: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(15)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                // What is begun is ended, also while the server stops: a call to a platform takes seconds.
                let round = try await office.runDeliveries { Double.random(in: 0...1) }
                for fault in round.faults { logger.error("delivery failed", metadata: ["fault": "\(fault)"]) }
            } catch {
                if !Task.isCancelled {
                    logger.error("deliveries failed", metadata: ["error": "\(Sentence.forLog(error))"])
                }
            }
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
    }
}
