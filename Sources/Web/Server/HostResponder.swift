import HTTPTypes
import Hummingbird
import Ledger
import Office

/// Where a school has a host name of its own, its addresses go without its name in the path.
struct HostResponder<Inner: HTTPResponder<SiteContext>>: HTTPResponder {
    let inner: Inner
    let site: Site

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        var head = request.head
        head.headerFields[.hostOverride] = nil
        if let school = try await school(for: head), let path = head.path, !path.hasPrefix("/assets/") {
            head.headerFields[.hostOverride] = "1"
            head.path = "/\(school)" + (path == "/" ? "" : path)
        }
        return try await inner.respond(to: Request(head: head, body: request.body), context: context)
    }

    private func school(for head: HTTPRequest) async throws -> LogID? {
        guard let host = head.authority?.lowercased().split(separator: ":").first, host != "localhost", host != "127.0.0.1" else { return nil }
        return try await site.office.school(atHost: String(host))
    }
}
