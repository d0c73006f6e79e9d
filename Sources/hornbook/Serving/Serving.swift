import Foundation
import Hummingbird
import Logging
import NIOCore
import Office
import ServiceLifecycle
import UnixSignals
import Web

/// Runs the site until it is told to stop, with the work that goes on beside it.
struct Serving {
    var site: Site
    var host: String
    var port: Int
    var logger: Logger

    /// Returns after a SIGTERM or SIGINT: requests under way are answered, then the ledger is signed.
    func run(whenReady: @escaping @Sendable (Int) -> Void) async throws {
        // Before anybody can be uploading: what an earlier run left behind belongs to nothing.
        try await site.office.sweepBlobs()
        IncomingFile.sweep()
        let application = Application(
            responder: WebApplication.responder(site),
            // A connection on which nothing comes: between two requests, or in the middle of one.
            server: .http1(configuration: .init(idleTimeout: .seconds(75))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in whenReady(channel.localAddress?.port ?? 0) }, logger: logger)
        var configuration = ServiceGroupConfiguration(
            // Stopped in the reverse order: the site first, so that what it still appends is signed too.
            services: [
                CheckpointTicker(office: site.office, logger: logger), TicketSweep(office: site.office, logger: logger),
                PublishingTicker(office: site.office, logger: logger),
                PictureKeeping(office: site.office, logger: logger),
                Deliveries(office: site.office, logger: logger),
                LeaverTicker(office: site.office, logger: logger),
                application,
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Failure("Port \(port) is in use by another program. Choose another with --port.")
        } catch let error as IOError where error.errnoCode == EACCES {
            throw Failure("Port \(port) may not be opened by this user. Choose one above 1023 with --port.")
        }
    }

    /// To standard error, and only what is worth a reader's time.
    static func logger() -> Logger {
        var logger = Logger(label: "hornbook") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }
}
