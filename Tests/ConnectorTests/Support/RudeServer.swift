import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A server that does not do as HTTP asks, or takes its time for ever.
struct RudeServer: Sendable {
    enum Manner: String, Sendable, CaseIterable {
        /// A body far longer than any answer, as fast as it goes.
        case endless
        /// A byte of the body now and then.
        case trickling
        /// Not even a status.
        case silent
        /// Fewer bytes than were promised.
        case breaksOff
        /// More headers than anybody reads.
        case manyHeaders
    }

    var manner: Manner

    func serving(_ work: @escaping @Sendable (_ address: String) async throws -> Void) async throws {
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        let manner = manner
        let responder = CallbackResponder<BasicRequestContext> { _, _ in try await Self.response(manner) }
        var logger = Logger(label: "rude")
        logger.logLevel = .critical
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { ready.yield($0.localAddress?.port ?? 0) }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            defer { group.cancelAll() }
            for await port in ports { return try await work("http://127.0.0.1:\(port)") }
        }
    }

    private static func response(_ manner: Manner) async throws -> Response {
        switch manner {
        case .endless:
            let piece = ByteBuffer(repeating: UInt8(ascii: " "), count: 65_536)
            return Response(
                status: .ok, body: ResponseBody { writer in for _ in 0..<200 { try await writer.write(piece) } })
        case .trickling:
            return Response(
                status: .ok,
                body: ResponseBody { writer in
                    while true {
                        try await writer.write(ByteBuffer(string: " "))
                        try await Task.sleep(for: .milliseconds(100))
                    }
                })
        case .silent:
            try await Task.sleep(for: .seconds(60))
            return Response(status: .ok)
        case .breaksOff:
            return Response(
                status: .ok,
                body: ResponseBody(contentLength: 1000) { writer in
                    try await writer.write(ByteBuffer(string: "{\"id\":"))
                    throw CancellationError()
                })
        case .manyHeaders:
            var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "no JSON")))
            for number in 0..<2000 {
                if let name = HTTPField.Name("X-Nothing-\(number)") {
                    response.headers[name] = String(repeating: "x", count: 100)
                }
            }
            return response
        }
    }
}
