import Foundation
import Office
import Records
import Testing

@testable import Connectors

@Suite("What every connector promises")
struct EveryConnectorTests {
    private let connectors = PlatformConnectors.forTests()

    @Test("whose account it is, is said", arguments: Case.all)
    func holder(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let holder = try await connectors.holder(of: destination)
            #expect(!holder.name.isEmpty)
        }
    }

    @Test("a wrong secret is told as one, and is in no message", arguments: Case.all)
    func wrongSecret(_ platform: Case) async throws {
        try await platform.run { _, destination in
            var wrong = destination
            wrong.secret = "wrong-secret"
            let failure = await #expect(throws: DeliveryFailure.self) { _ = try await connectors.holder(of: wrong) }
            guard case .signInRefused(let reason) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(!reason.contains("wrong-secret"))
        }
    }

    @Test("what was put up is read back with the same words", arguments: Case.all)
    func readBack(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let copy = try await connectors.deliver(.sample(pictures: 2), to: destination)
            #expect(try await connectors.look(at: copy, on: destination) == .present(sameWords: true))
            #expect(copy.sentHash.count == 64)
            #expect(!copy.sent.contains(destination.secret))
            #expect(copy.address.hasPrefix("http"))
        }
    }

    @Test("the same parcel given again is the same post", arguments: Case.all)
    func again(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let parcel = Parcel.sample(pictures: 1)
            let first = try await connectors.deliver(parcel, to: destination)
            let second = try await connectors.deliver(parcel.again(), to: destination)
            #expect(first.identifier == second.identifier)
            #expect(try await connectors.look(at: second, on: destination) == .present(sameWords: true))
        }
    }

    @Test("what an earlier try left is found without sending, and before it nothing is", arguments: Case.all)
    func find(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let parcel = Parcel.sample()
            #expect(try await connectors.find(parcel, on: destination) == nil)
            let copy = try await connectors.deliver(parcel, to: destination)
            #expect(try await connectors.find(parcel, on: destination)?.identifier == copy.identifier)
        }
    }

    @Test("what was taken down is gone, and to take it down again is no fault", arguments: Case.all)
    func remove(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let copy = try await connectors.deliver(.sample(pictures: 1), to: destination)
            try await connectors.remove(copy, from: destination)
            #expect(try await connectors.look(at: copy, on: destination) == .gone)
            try await connectors.remove(copy, from: destination)
        }
    }

    @Test(
        "two posts with the same words and other keys are two",
        arguments: Case.all.filter { $0 != .mastodon })
    func two(_ platform: Case) async throws {
        try await platform.run { _, destination in
            let first = try await connectors.deliver(.sample("Snow day"), to: destination)
            let second = try await connectors.deliver(.sample("Snow day"), to: destination)
            #expect(first.identifier != second.identifier)
        }
    }

    @Test("an answer that was lost after the work was done makes no second post", arguments: Case.doubles)
    func lostAnswer(_ platform: Case) async throws {
        try await platform.run { double, destination in
            let parcel = Parcel.sample()
            // The first call of the AT Protocol is the sign-in, whose answer may be lost like any other.
            _ = try await connectors.holder(of: destination)
            await double?.loseAnswers(1)
            let failure = await #expect(throws: DeliveryFailure.self) {
                _ = try await connectors.deliver(parcel, to: destination)
            }
            guard case .temporary = failure else {
                _ = Issue.record("\(String(describing: failure))")
                return
            }
            if let mastodon = double as? MastodonDouble { await mastodon.forgetKeys() }
            let copy = try await connectors.deliver(parcel.again(), to: destination)
            #expect(try await connectors.look(at: copy, on: destination) == .present(sameWords: true))
            if let mastodon = double as? MastodonDouble { #expect(await mastodon.statuses.count == 1) }
            if let wordPress = double as? WordPressDouble { #expect(await wordPress.posts.count == 1) }
            if let server = double as? ATDouble { #expect(await server.keys.count == 1) }
        }
    }

    @Test("a platform that is busy says when to come back", arguments: Case.doubles)
    func busy(_ platform: Case) async throws {
        try await platform.run { double, destination in
            await double?.fail(Said(status: 429, headers: ["Retry-After": "120"], body: ""))
            let failure = await #expect(throws: DeliveryFailure.self) {
                _ = try await connectors.deliver(.sample(), to: destination)
            }
            guard case .temporary(_, retryAfter: 120) = failure else {
                _ = Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test("no word of a post and no secret stands in an address", arguments: Case.doubles)
    func addresses(_ platform: Case) async throws {
        try await platform.run { double, destination in
            let copy = try await connectors.deliver(.sample(pictures: 1), to: destination)
            _ = try await connectors.look(at: copy, on: destination)
            try await connectors.remove(copy, from: destination)
            for seen in await double?.log ?? [] {
                let address = seen.path + seen.query.values.joined()
                for word in ["farm", "lamb", destination.secret] { #expect(!address.contains(word)) }
            }
        }
    }

    @Test("an address of this machine or without https is refused before anything is sent", arguments: Case.doubles)
    func reach(_ platform: Case) async throws {
        try await platform.run { double, destination in
            for reach in [Reach.internet, .ownNetwork] {
                await #expect(throws: DeliveryFailure.self) {
                    _ = try await PlatformConnectors.forTests(reach).holder(of: destination)
                }
            }
            #expect(await double?.log.isEmpty == true)
        }
    }

    @Test("by hand nothing is sent, and a person must look")
    func byHand() async throws {
        let destination = Destination(connection: .byHand, secret: "")
        await #expect(throws: DeliveryFailure.notConnected) {
            _ = try await connectors.deliver(.sample(), to: destination)
        }
        let copy = Delivered(identifier: "", address: "", sent: "", at: PlatformConnectors.at)
        #expect(try await connectors.look(at: copy, on: destination) == .unknown)
    }

    @Test("a delivery to the feed is named by its key")
    func feed() async throws {
        let destination = Destination(connection: .feed, secret: "")
        let parcel = Parcel.sample()
        let copy = try await connectors.deliver(parcel, to: destination)
        #expect(
            copy.identifier.wholeMatch(
                of: #/urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#) != nil)
        #expect(try await connectors.deliver(parcel, to: destination).identifier == copy.identifier)
    }

    @Test("a destination does not tell its secret")
    func secret() {
        let destination = Destination(connection: .feed, secret: "hush")
        #expect(!"\(destination)".contains("hush"))
        #expect(!String(reflecting: destination).contains("hush"))
        var dumped = ""
        dump(destination, to: &dumped)
        #expect(!dumped.contains("hush"))
    }
}
