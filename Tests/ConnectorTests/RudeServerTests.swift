import Foundation
import Office
import Records
import Testing

@testable import Connectors

@Suite("Servers that answer badly")
struct RudeServerTests {
    /// What a delivery comes to: to be tried again, and when, or not.
    enum Outcome: Equatable, Sendable {
        case later(Int64?), never, signIn
        init?(_ failure: DeliveryFailure?) {
            switch failure {
            case .temporary(_, let seconds): self = .later(seconds)
            case .permanent: self = .never
            case .signInRefused: self = .signIn
            default: return nil
            }
        }
    }

    static let page = "<!DOCTYPE html><html><body>Welcome to our school</body></html>"
    static let html = ["Content-Type": "text/html"]
    static let answers: [(String, Said, Outcome)] = [
        ("a page instead of JSON", Said(status: 200, headers: html, body: page), .later(nil)),
        ("nothing at all", Said(status: 200, body: ""), .later(nil)),
        ("JSON of another shape", .json(200, "[[1,2],{}]"), .later(nil)),
        ("JSON that breaks off", .json(200, #"{"id":"7","na"#), .later(nil)),
        ("JSON nested without end", .json(200, String(repeating: "[", count: 100_000)), .later(nil)),
        ("a page that is not found", Said(status: 404, headers: html, body: page), .never),
        ("a page that may not be posted to", Said(status: 405, headers: html, body: page), .never),
        ("a refusal that is a page", Said(status: 403, headers: html, body: page), .signIn),
        ("a proxy's error", Said(status: 502, headers: html, body: page), .later(nil)),
        ("too busy", Said(status: 429, headers: ["Retry-After": "120"], body: ""), .later(120)),
        (
            "too busy, with a date",
            Said(status: 429, headers: ["Retry-After": "Fri, 20 Nov 2026 10:05:00 GMT"], body: ""), .later(300)
        ),
        ("being mended", Said(status: 503, headers: ["Retry-After": "600"], body: page), .later(600)),
        (
            "an allowance that is used up",
            Said(status: 429, headers: ["X-RateLimit-Reset": "2026-11-20T10:01:00.500259Z"], body: ""), .later(61)
        ),
        (
            "down, with an allowance left",
            Said(status: 503, headers: ["X-RateLimit-Reset": "2026-11-20T13:00:00.000259Z"], body: ""), .later(nil)
        ),
        (
            "a time to come back that is none", Said(status: 429, headers: ["Retry-After": "soon"], body: ""),
            .later(nil)
        ),
        ("moved for good", redirect(301), .never), ("found elsewhere", redirect(302), .never),
        ("see elsewhere", redirect(303), .never), ("moved for now", redirect(307), .never),
        ("moved with its body", redirect(308), .never),
    ]

    private static func redirect(_ status: Int) -> Said {
        Said(status: status, headers: ["Location": "http://127.0.0.1:1/"], body: "")
    }

    @Test("what it answers is told apart, and it is asked once", arguments: Case.doubles, answers.indices)
    func answer(_ platform: Case, _ index: Int) async throws {
        let (what, said, outcome) = Self.answers[index]
        try await platform.run { double, destination in
            await double?.fail(said)
            let failure = await #expect(throws: DeliveryFailure.self, "\(what)") {
                _ = try await PlatformConnectors.forTests().holder(of: destination)
            }
            #expect(Outcome(failure) == outcome, "\(what): \(String(describing: failure))")
            #expect(await double?.log.count == 1, "\(what)")
            #expect(failure.map { !$0.words.contains("<") } == true, "\(what)")
        }
    }

    @Test("a delivery that meets it sends no post", arguments: Case.doubles, answers.indices)
    func delivery(_ platform: Case, _ index: Int) async throws {
        let (what, said, outcome) = Self.answers[index]
        // An older server of the Mastodon API lacks what is asked first, and that is no fault.
        if platform == .mastodon, said.status == 404 { return }
        try await platform.run { double, destination in
            await double?.fail(said)
            let failure = await #expect(throws: DeliveryFailure.self, "\(what)") {
                _ = try await PlatformConnectors.forTests().deliver(.sample(), to: destination)
            }
            #expect(Outcome(failure) == outcome, "\(what): \(String(describing: failure))")
            #expect(await double?.log.count == 1, "\(what)")
        }
    }

    @Test(
        "a server that never ends, never answers or breaks off holds nothing up",
        arguments: [
            (RudeServer.Manner.endless, Outcome.never), (.trickling, .later(nil)), (.silent, .later(nil)),
            (.breaksOff, .later(nil)), (.manyHeaders, .later(nil)),
        ])
    func manner(_ manner: RudeServer.Manner, _ outcome: Outcome) async throws {
        try await RudeServer(manner: manner).serving { address in
            // What never ends is measured by its bytes, what never comes by the seconds.
            let longest: Int? = manner == .endless ? nil : 2
            for connection in [
                Connection.mastodon(server: address), .wordPress(site: address, user: "a"),
                .atProtocol(service: address, identifier: "a.example"),
            ] {
                let failure = await #expect(throws: DeliveryFailure.self) {
                    _ = try await PlatformConnectors.forTests(longest: longest)
                        .holder(of: Destination(connection: connection, secret: "s"))
                }
                #expect(Outcome(failure) == outcome, "\(connection.way): \(String(describing: failure))")
            }
        }
    }
}
