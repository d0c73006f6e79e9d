import Ledger
import Logging
import Office
import Policy
import ServiceLifecycle

/// Forgets sessions, tokens and links that have run out.
struct TicketSweep: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(3600)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await office.ledger.store.removeExpiredTickets(now: office.now().seconds)
            } catch {
                if !Task.isCancelled { logger.error("sweep failed", metadata: ["error": "\(Sentence.forLog(error))"]) }
            }
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
    }
}
