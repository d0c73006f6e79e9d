package import Hummingbird
import NIOCore

/// What Hummingbird carries with a request: nothing of ours but where it came from.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; `unknown` in process.
    package let peer: String

    /// Ends the connection within moments, whether or not the other end goes on sending.
    let endSoon: @Sendable () -> Void

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        let channel = source.channel
        peer = channel.remoteAddress?.ipAddress ?? "unknown"
        // Time enough for the answer to be read.
        endSoon = { channel.eventLoop.scheduleTask(in: .seconds(10)) { channel.close(promise: nil) } }
    }

    /// Forms and lists of people are small; evidence and pictures are not posted here.
    package var maxUploadSize: Int { 2 * 1024 * 1024 }
}
