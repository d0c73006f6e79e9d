import Foundation
import Office
import Policy
import Records
import Testing

@testable import Connectors

@Suite("Mastodon’s own answers")
struct RecordedMastodonTests {
    private func withServer(
        _ work: @escaping @Sendable (RecordedMastodon, Destination, PlatformConnectors) async throws -> Void
    ) async throws {
        let server = try RecordedMastodon()
        try await server.serving { address in
            try await work(server, Destination(connection: .mastodon(server: address), secret: "token"), .forTests())
        }
    }

    @Test("whose account it is and what the server takes are read")
    func holder() async throws {
        try await withServer { _, destination, connectors in
            let holder = try await connectors.holder(of: destination)
            #expect(holder.name == "mastodonpy_test")
            #expect(holder.address == "http://localhost:3000/@mastodonpy_test")
            #expect(holder.mostCharacters == 500)
        }
    }

    @Test(
        "limits are those that each of the interfaces names",
        arguments: [("instance", 10_000), ("first interface", 1500)])
    func limits(_ name: String, _ description: Int) throws {
        let answer = try #require(try RecordedAnswer.all()[name])
        let limits = try JSONDecoder().decode(MastodonInstance.self, from: Data(answer.body.utf8))
        #expect(limits.mostCharacters == 500 && limits.mostPictures == 4 && limits.charactersOfLink == 23)
        #expect(limits.mostOfDescription == description)
    }

    @Test("a picture is waited for, and the post that came of it is known by number and address")
    func delivery() async throws {
        try await withServer { server, destination, connectors in
            let copy = try await connectors.deliver(.sample("LOL check this out", pictures: 1), to: destination)
            #expect(copy.identifier == "117440819672020662")
            #expect(copy.address == "http://localhost:3000/@mastodonpy_test/117440819672020662")
            let asked = await server.log.map { "\($0.method) \($0.path)" }
            #expect(asked.contains("GET /api/v1/media/117440818351645173"))
            let posted = await server.log.last { $0.method == "POST" }?.object
            #expect(posted?["media_ids"]?.list?.map(\.text) == ["117440818351645173"])
        }
    }

    @Test("words are read back, and other words are told", arguments: [("Toot!", true), ("Toot?", false)])
    func readBack(_ words: String, _ isSame: Bool) async throws {
        try await withServer { _, destination, connectors in
            let copy = Delivered(
                identifier: "117440826656342711", address: "", sent: words, at: PlatformConnectors.at)
            let found = try await connectors.look(at: copy, on: destination)
            #expect(found == .present(sameWords: isSame))
        }
    }

    @Test("what was taken down is gone, and to take it down again is no fault")
    func takenDown() async throws {
        try await withServer { _, destination, connectors in
            let copy = Delivered(
                identifier: "117440819672020662", address: "", sent: "LOL check this out", at: PlatformConnectors.at)
            try await connectors.remove(copy, from: destination)
            let found = try await connectors.look(at: copy, on: destination)
            #expect(found == .gone)
            try await connectors.remove(copy, from: destination)
        }
    }

    @Test(
        "an earlier try is found among the account’s own posts by its words",
        arguments: [("Public account status", true), ("Public account", false)])
    func earlier(_ words: String, _ isThere: Bool) async throws {
        try await withServer { _, destination, connectors in
            var parcel = Parcel.sample(words)
            // A minute before the post that was recorded, which was made on 14 October 2026.
            parcel.begun = Instant(seconds: 1_792_004_538)
            let found = try await connectors.find(parcel, on: destination)
            #expect(found?.identifier == (isThere ? "117440813345128578" : nil))
        }
    }

    @Test(
        "what it says is wrong is told in its words, in whatever language",
        arguments: [
            ("wrong token", DeliveryFailure.signInRefused(reason: "Mastodon answered: The access token is invalid")),
            (
                "picture that is not there",
                .permanent(reason: "Mastodon answered: メディア (117440833002185062) が存在しないか、すでに添付して投稿されています")
            ),
        ])
    func complaints(_ name: String, _ failure: DeliveryFailure) async throws {
        let answer = try #require(try RecordedAnswer.all()[name])
        try await withServer { server, destination, connectors in
            await server.fail(answer.said)
            await #expect(throws: failure) { _ = try await connectors.holder(of: destination) }
        }
    }

    @Test("when an allowance begins anew is read as Mastodon writes it")
    func allowance() throws {
        let headers = try #require(try RecordedAnswer.all()["post with pictures"]).headers
        let now = Instant(seconds: 1_792_011_540)
        #expect(RetryTime.seconds(WebAnswer(status: 429, headers: headers, body: []), now: now) == 61)
        #expect(RetryTime.seconds(WebAnswer(status: 200, headers: headers, body: []), now: now) == nil)
    }

    @Test("the double has no field that Mastodon does not have")
    func double() async throws {
        let recorded = try RecordedAnswer.all()
        let double = MastodonDouble()
        let token = ["authorization": "Bearer \(MastodonDouble.token)"]
        func answer(_ method: String, _ path: String, _ body: String = "") async -> String {
            await double.answer(
                Seen(
                    method: method, path: path, query: [:],
                    headers: token.merging(["content-type": "application/json"]) { $1 }, body: Array(body.utf8))
            ).body
        }
        let post = #"{"status":"a","media_ids":[],"language":"en","visibility":"public"}"#
        for (name, body) in [
            ("instance", await answer("GET", "/api/v2/instance")),
            ("account", await answer("GET", "/api/v1/accounts/verify_credentials")),
            ("post read back", await answer("POST", "/api/v1/statuses", post)),
        ] {
            let theirs = try JSONDecoder().decode(
                JSONValue.self, from: Data(try #require(recorded[name]).body.utf8))
            let ours = try JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))
            #expect(Self.strangers(in: ours, beside: theirs).isEmpty, "\(name)")
        }
    }

    /// Fields of one value that another has not, or has of another kind.
    private static func strangers(in ours: JSONValue, beside theirs: JSONValue) -> [String] {
        guard let fields = ours.object else { return [] }
        guard let known = theirs.object else { return ["an object"] }
        return fields.flatMap { name, value -> [String] in
            guard let other = known[name] else { return [name] }
            guard (value.text == nil) == (other.text == nil), (value.number == nil) == (other.number == nil) else {
                return [name]
            }
            return strangers(in: value, beside: other)
        }
    }
}
