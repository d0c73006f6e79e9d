import Foundation
import Office
import Records
import Testing

@testable import Connectors

@Suite("Mastodon")
struct MastodonTests {
    private func withServer(
        _ work: @escaping @Sendable (MastodonDouble, Destination, PlatformConnectors) async throws -> Void
    ) async throws {
        let double = MastodonDouble()
        try await double.serving { address in
            try await work(
                double, Destination(connection: .mastodon(server: address), secret: MastodonDouble.token), .forTests())
        }
    }

    @Test("pictures carry their descriptions")
    func descriptions() async throws {
        try await withServer { double, destination, connectors in
            _ = try await connectors.deliver(.sample(pictures: 2), to: destination)
            #expect(
                await double.media.values.sorted() == [
                    "A lamb \"in\" a pen, number 0", "A lamb \"in\" a pen, number 1",
                ])
        }
    }

    @Test("a picture that the server still works on is waited for", arguments: [1, 3])
    func waits(_ turns: Int) async throws {
        try await withServer { double, destination, connectors in
            await double.workOnPictures(turns)
            _ = try await connectors.deliver(.sample(pictures: 1), to: destination)
            #expect(await double.statuses.first?.media.count == 1)
        }
    }

    @Test("a picture that is never ready ends in another try later")
    func neverReady() async throws {
        try await withServer { double, destination, connectors in
            await double.workOnPictures(1000)
            let failure = await #expect(throws: DeliveryFailure.self) {
                _ = try await connectors.deliver(.sample(pictures: 1), to: destination)
            }
            guard case .temporary = failure else {
                _ = Issue.record("\(String(describing: failure))")
                return
            }
            #expect(await double.statuses.isEmpty)
        }
    }

    @Test("a post that is too long or has too many pictures is not begun")
    func limits() async throws {
        try await withServer { double, destination, connectors in
            await #expect(throws: DeliveryFailure.tooLong(limit: 500)) {
                _ = try await connectors.deliver(.sample(String(repeating: "a", count: 501)), to: destination)
            }
            await #expect(throws: DeliveryFailure.tooManyPictures(limit: 4)) {
                _ = try await connectors.deliver(.sample(pictures: 5), to: destination)
            }
            #expect(await double.log.allSatisfy { $0.method == "GET" })
        }
    }

    @Test(
        "a text is as long as the server finds it",
        arguments: [
            ("hello", 5), ("https://a.example/" + String(repeating: "x", count: 200), 23),
            ("@ann@social.example hi", 7),
            ("👩‍🏫", 1), ("see https://a.example/b now", 31),
        ])
    func length(_ words: String, _ length: Int) { #expect(MastodonLength.count(words, ofLink: 23) == length) }

    @Test("words that were changed there are told")
    func changed() async throws {
        try await withServer { double, destination, connectors in
            let copy = try await connectors.deliver(.sample(), to: destination)
            await double.change("Something else")
            #expect(try await connectors.look(at: copy, on: destination) == .present(sameWords: false))
        }
    }

    @Test("taking a post down takes its pictures too")
    func pictures() async throws {
        try await withServer { double, destination, connectors in
            let copy = try await connectors.deliver(.sample(pictures: 2), to: destination)
            try await connectors.remove(copy, from: destination)
            #expect(await double.media.isEmpty)
        }
    }

    @Test("what a server says is wrong is told in one line, and not for ever")
    func complaint() async throws {
        try await withServer { double, destination, connectors in
            let said = "no\\n" + String(repeating: "x", count: 900)
            await double.fail(.json(422, "{\"error\":\"\(said)\"}"))
            let failure = await #expect(throws: DeliveryFailure.self) {
                _ = try await connectors.holder(of: destination)
            }
            #expect(failure?.words.contains("\n") == false)
            #expect(failure.map { $0.words.count < 250 } == true)
        }
    }

    @Test("an answer that is too long is not taken")
    func tooLong() async throws {
        try await withServer { double, destination, connectors in
            await double.fail(Said(status: 200, body: String(repeating: "x", count: 3_000_000)))
            let failure = await #expect(throws: DeliveryFailure.self) {
                _ = try await connectors.holder(of: destination)
            }
            guard case .permanent = failure else {
                _ = Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test("nobody listening is a reason to try again")
    func nobody() async throws {
        let destination = Destination(connection: .mastodon(server: "http://127.0.0.1:1"), secret: "x")
        let failure = await #expect(throws: DeliveryFailure.self) {
            _ = try await PlatformConnectors.forTests().holder(of: destination)
        }
        guard case .temporary = failure else {
            _ = Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("a secret with an end of line in it is refused: it would be a header of its own")
    func injection() async throws {
        try await withServer { double, destination, connectors in
            var bad = destination
            bad.secret = "x\r\nX-Evil: 1"
            await #expect(throws: DeliveryFailure.self) { _ = try await connectors.holder(of: bad) }
            #expect(await double.log.isEmpty)
        }
    }

    @Test(
        "the time to come back is read in each of its forms",
        arguments: [
            (["retry-after": "60"], 60), (["retry-after": "Fri, 20 Nov 2026 10:05:00 GMT"], 300),
            (["x-ratelimit-reset": "2026-11-20T10:01:00.000Z"], 60), (["ratelimit-reset": "1795168830"], 30),
            (["retry-after": "999999999"], 86_400), (["retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"], 1),
        ] as [([String: String], Int64)])
    func retry(_ headers: [String: String], _ seconds: Int64) {
        #expect(RetryTime.seconds(headers, now: PlatformConnectors.at) == seconds)
    }
}
