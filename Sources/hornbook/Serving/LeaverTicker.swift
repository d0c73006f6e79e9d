import Logging
import Office
import ServiceLifecycle

/// Records as left the pupils whose last day is over, so that what shows them is taken down in time.
struct LeaverTicker: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(3600)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                for school in try await office.schools() { try await office.seeOffLeavers(of: school.id) }
            } catch {
                if !Task.isCancelled {
                    logger.error("leavers failed", metadata: ["error": "\(Sentence.forLog(error))"])
                }
            }
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
    }
}
