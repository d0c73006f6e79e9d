import Logging
import Office
import Policy
import ServiceLifecycle

/// Removes pictures on the day that was set for them: at every start, and every hour after, so that a day is never missed.
struct PictureKeeping: Service {
    var office: Office
    var logger: Logger
    var interval: Duration = .seconds(3600)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await round()
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { break }
        }
    }

    private func round() async {
        do {
            let round = try await office.removeDuePictures(office.now())
            if round.removed > 0 { logger.notice("pictures removed", metadata: ["count": "\(round.removed)"]) }
            if round.failed > 0 { logger.error("pictures not removed", metadata: ["count": "\(round.failed)"]) }
        } catch {
            if !Task.isCancelled { logger.error("pictures", metadata: ["error": "\(Sentence.forLog(error))"]) }
        }
    }
}
