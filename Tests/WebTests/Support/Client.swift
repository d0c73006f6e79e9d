import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import NIOEmbedded
import Policy
import Records
import Synchronization

@testable import Web

/// What came back, whole.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    func header(_ name: String) -> String { HTTPField.Name(name).flatMap { headers[$0] } ?? "" }
    var location: String { header("Location") }
    var cookies: [String] { headers[values: .setCookie] }
    func contains(_ text: String) -> Bool { !body.ranges(of: text).isEmpty }
}

/// Sends requests to the whole site, in process. An error that the site lets out ends the test.
struct Client: Sendable {
    private let respond: @Sendable (Request) async throws -> Response

    init(_ site: Site) {
        let responder = WebApplication.responder(site)
        respond = { request in
            let channel = NIOAsyncTestingChannel()
            channel.remoteAddress = try SocketAddress(ipAddress: "127.0.0.1", port: 50_000)
            let source = ApplicationRequestContextSource(channel: channel, logger: site.logger)
            return try await responder.respond(to: request, context: SiteContext(source: source))
        }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, host: String = "localhost", headers: [String: String] = [:],
        body: String? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields)
        let response = try await respond(Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? ""))))
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code, headers: response.headers,
            body: String(buffer: collector.buffer.withLock { $0 }))
    }

    private final class Collector: ResponseBodyWriter, Sendable {
        let buffer = Mutex(ByteBuffer())
        func write(_ part: ByteBuffer) async throws { buffer.withLock { _ = $0.writeImmutableBuffer(part) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

/// A browser: keeps cookies, posts forms as a browser does.
struct Browser: Sendable {
    let client: Client
    var cookies: [String: String] = [:]
    var host = "localhost"
    /// Sent with every request.
    var headers: [String: String] = ["User-Agent": "Testing"]

    init(_ client: Client) { self.client = client }

    mutating func get(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> Answer {
        try await send(method, path)
    }

    mutating func post(_ path: String, _ fields: [String: [String]]) async throws -> Answer {
        try await send(.post, path, type: "application/x-www-form-urlencoded", body: Input(fields).urlEncoded)
    }

    /// Opens a page, fills in the form that is posted to `action`, and sends it.
    mutating func fillIn(_ page: String, _ action: String? = nil, _ fields: [String: [String]] = [:]) async throws
        -> Answer
    {
        let opened = try await get(page)
        return try await send(try opened.form(action ?? page), fields)
    }

    mutating func send(_ form: HTMLForm, _ fields: [String: [String]] = [:]) async throws -> Answer {
        try await post(form.action, form.filled(in: fields))
    }

    mutating func send(_ method: HTTPRequest.Method, _ path: String, type: String? = nil, body: String? = nil)
        async throws -> Answer
    {
        var all = headers
        if !cookies.isEmpty { all["Cookie"] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
        all["Content-Type"] = type
        let answer = try await client.send(method, path, host: host, headers: all, body: body)
        for cookie in answer.cookies {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            cookies[pair[0]] = pair[1].isEmpty ? nil : pair[1]
        }
        return answer
    }
}
