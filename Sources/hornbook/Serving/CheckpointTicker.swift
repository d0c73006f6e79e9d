import Ledger
import Logging
import Office
import Policy
import ServiceLifecycle

/// Signs one checkpoint a school a day, and one when the server stops, wherever the tree has grown.
struct CheckpointTicker: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(600)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await sign(onlyDaily: true)
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
        // Cancelled is not stopped: something failed, and the next start signs.
        if !Task.isCancelled { await sign(onlyDaily: false) }
    }

    /// A school that cannot be signed is for the log; the others are signed all the same.
    func sign(onlyDaily: Bool) async {
        func note(_ message: Logger.Message, _ metadata: Logger.Metadata) {
            // What stops in the middle because the server failed is told once, by the server.
            if !Task.isCancelled { logger.error(message, metadata: metadata) }
        }
        do {
            for log in try await office.ledger.logs() {
                do {
                    if try await isDue(log, onlyDaily: onlyDaily) { _ = try await office.checkpoint(log) }
                } catch {
                    note("checkpoint failed", ["school": "\(log)", "error": "\(Sentence.forLog(error))"])
                }
            }
        } catch {
            note("checkpoints failed", ["error": "\(Sentence.forLog(error))"])
        }
    }

    private func isDue(_ log: LogID, onlyDaily: Bool) async throws -> Bool {
        let size = try await office.ledger.head(log).size
        guard let newest = try await office.ledger.store.checkpoints(log, limit: 1).first else { return size > 0 }
        guard size > newest.size else { return false }
        return !onlyDaily || Instant(seconds: newest.time).londonDay < office.now().londonDay
    }
}
