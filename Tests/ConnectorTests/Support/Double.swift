import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A request as a double sees it, whole.
struct Seen: Sendable {
    var method: String
    var path: String
    var query: [String: String]
    var headers: [String: String]
    var body: [UInt8]
    /// The host and port that were asked.
    var host = ""

    /// The body as an object of JSON; nil for anything else.
    var object: [String: JSONValue]? { try? JSONDecoder().decode([String: JSONValue].self, from: Data(body)) }
}

struct Said: Sendable {
    var status: Int
    var headers: [String: String] = [:]
    var body: String

    static func json(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> Said {
        Said(status: status, headers: headers.merging(["Content-Type": "application/json"]) { $1 }, body: body)
    }
}

/// A platform as its published specification describes it, in this process.
protocol Platform: Actor {
    func answer(_ seen: Seen) -> Said
    /// Answers that are given before any other, one each, for faults.
    var faults: [Said] { get set }
    /// Every request that has come in.
    var log: [Seen] { get set }
    /// Does the work of a request whose answer is then lost.
    var losesAnswers: Int { get set }
}

extension Platform {
    func fail(_ faults: Said...) { self.faults += faults }
    func loseAnswers(_ count: Int) { losesAnswers = count }

    fileprivate func take(_ seen: Seen) -> Said {
        log.append(seen)
        if !faults.isEmpty { return faults.removeFirst() }
        let said = answer(seen)
        guard losesAnswers > 0, seen.method == "POST", said.status < 300 else { return said }
        losesAnswers -= 1
        return Said(status: 503, body: "")
    }

    /// Serves it at a port of this machine while something is done with its address.
    nonisolated func serving<Result: Sendable>(
        _ work: @escaping @Sendable (_ address: String) async throws -> Result
    ) async throws -> Result {
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            try await self.response(to: request)
        }
        var logger = Logger(label: "double")
        logger.logLevel = .critical
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { ready.yield($0.localAddress?.port ?? 0) }, logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            defer { group.cancelAll() }
            for await port in ports { return try await work("http://127.0.0.1:\(port)") }
            throw CancellationError()
        }
    }

    nonisolated private func response(to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 10_000_000)
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        var query: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { query[String(name)] = String(value) }
        let said = await take(
            Seen(
                method: request.method.rawValue, path: request.uri.path, query: query, headers: headers,
                body: Array(buffer: body), host: request.head.authority ?? ""))
        var fields = HTTPFields()
        for (name, value) in said.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        return Response(
            status: .init(code: said.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: said.body)))
    }
}

/// JSON of a string, for answers.
func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data("\"\"".utf8), as: UTF8.self)
}
