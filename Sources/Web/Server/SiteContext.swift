package import Hummingbird
import NIOCore

/// What Hummingbird carries with a request: nothing of ours but where it came from.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; `unknown` in process.
    package let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// Forms and lists of people are small; evidence and pictures are not posted here.
    package var maxUploadSize: Int { 2 * 1024 * 1024 }
}
