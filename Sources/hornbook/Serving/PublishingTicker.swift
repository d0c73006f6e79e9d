import Logging
import Office
import ServiceLifecycle

/// Publishes what is due, twice a minute.
struct PublishingTicker: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(30)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await publish()
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
    }

    /// A school in which something cannot be decided is for the log; the others publish all the same.
    private func publish() async {
        do {
            for (school, error) in try await office.publishDue() where !Task.isCancelled {
                logger.error(
                    "publishing failed", metadata: ["school": "\(school)", "error": "\(Sentence.forLog(error))"])
            }
        } catch {
            if !Task.isCancelled { logger.error("publishing failed", metadata: ["error": "\(Sentence.forLog(error))"]) }
        }
    }
}
