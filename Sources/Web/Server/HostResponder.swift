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
        let school: LogID?
        do {
            school = try await self.school(for: head)
        } catch {
            var response = try site.answer(to: error, on: "host name")
            SecurityHeaders(isOverHTTPS: site.hasSecureCookies).add(to: &response)
            return head.method == .head ? response.createHeadResponse() : response
        }
        if let school, let path = head.path, !Self.isOfInstallation(path) {
            head.headerFields[.hostOverride] = "1"
            head.path = "/\(school)" + (path == "/" ? "" : path)
        }
        return try await inner.respond(to: Request(head: head, body: request.body), context: context)
    }

    /// What is the same under every host name.
    private static func isOfInstallation(_ path: String) -> Bool {
        path.hasPrefix("/assets/") || path == "/openapi.json" || path == "/health"
    }

    private func school(for head: HTTPRequest) async throws -> LogID? {
        guard let host = head.authority?.lowercased().split(separator: ":").first, host != "localhost",
            host != "127.0.0.1"
        else { return nil }
        return try await site.office.school(atHost: String(host))
    }
}
