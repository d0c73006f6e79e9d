import Foundation
import Office
import Policy
import Records
import Testing

@testable import Connectors

@Suite("The AT Protocol")
struct ATProtocolTests {
    private func withServer(
        _ work: @escaping @Sendable (ATDouble, Destination, PlatformConnectors) async throws -> Void
    ) async throws {
        let double = ATDouble()
        try await double.serving { address in
            try await work(
                double,
                Destination(
                    connection: .atProtocol(service: address, identifier: "oak.example"), secret: ATDouble.password),
                .forTests())
        }
    }

    static let texts: [(String, [TextSpan.Kind])] = [
        ("plain words", []), ("https://a.example/b.", [.link("https://a.example/b")]),
        ("Café 🎉 #SportsDay!", [.tag("SportsDay")]), ("Thanks @friend.example", [.mention("friend.example")]),
        ("me@school.example", []), ("#1 of 2", []), ("(https://a.example)", [.link("https://a.example")]),
        ("https://a.example/#top", [.link("https://a.example/#top")]), ("@ann", []), ("#", []),
    ]

    @Test("links, mentions and tags are found", arguments: texts)
    func spans(_ text: String, _ kinds: [TextSpan.Kind]) { #expect(TextSpan.find(in: text).map(\.kind) == kinds) }

    @Test("a stretch is counted in bytes of UTF-8")
    func bytes() {
        let text = "Café 👩‍🏫 #Farm"
        let span = TextSpan.find(in: text).first
        let part = span.map { Array(text.utf8)[$0.stretch.byteStart..<$0.stretch.byteEnd] }
        #expect(part.map { String(decoding: $0, as: UTF8.self) } == "#Farm")
    }

    @Test("a post with all of them passes the lexicon; a handle that is nobody's stays words")
    func facets() async throws {
        try await withServer { double, destination, connectors in
            let words = "Café 🎉 with @friend.example and @nobody.example: https://farm.example/ü?a=1 #SportsDay"
            _ = try await connectors.deliver(.sample(words, pictures: 2), to: destination)
            #expect(await double.facets().count == 3)
        }
    }

    @Test(
        "300 letters as people count them are taken, one more is not",
        arguments: [("👩‍🏫", 100, true), ("é", 300, true), ("é", 301, false)])
    func limit(_ letter: String, _ count: Int, _ isTaken: Bool) async throws {
        try await withServer { _, destination, connectors in
            let words = String(repeating: letter, count: count)
            if isTaken {
                _ = try await connectors.deliver(.sample(words), to: destination)
            } else {
                await #expect(throws: DeliveryFailure.tooLong(limit: 300)) {
                    _ = try await connectors.deliver(.sample(words), to: destination)
                }
            }
        }
    }

    @Test("a picture of two megabytes is taken, one byte more is refused in words")
    func heavy() async throws {
        try await withServer { double, destination, connectors in
            var parcel = Parcel.sample(pictures: 1)
            parcel.pictures[0].bytes = [UInt8](repeating: 1, count: 2_000_001)
            await #expect(throws: DeliveryFailure.self) { _ = try await connectors.deliver(parcel, to: destination) }
            #expect(await double.log.isEmpty)
            parcel.pictures[0].bytes.removeLast()
            _ = try await connectors.deliver(parcel, to: destination)
            #expect(await double.keys.count == 1)
        }
    }

    @Test("a session is used again; one that has run out is renewed without the password")
    func session() async throws {
        try await withServer { double, destination, connectors in
            _ = try await connectors.deliver(.sample("One"), to: destination)
            _ = try await connectors.deliver(.sample("Two"), to: destination)
            await double.expire()
            _ = try await connectors.deliver(.sample("Three"), to: destination)
            #expect(await double.signIns == 1)
            #expect(await double.texts.sorted() == ["One", "Three", "Two"])
        }
    }

    @Test("where the renewal fails too, the password opens a new session")
    func renewal() async throws {
        try await withServer { double, destination, connectors in
            _ = try await connectors.deliver(.sample("One"), to: destination)
            await double.expire(refresh: false)
            _ = try await connectors.deliver(.sample("Two"), to: destination)
            #expect(await double.signIns == 2)
        }
    }

    @Test("a record key is a TID, the same for the same delivery and in the order of time")
    func keys() {
        let key = Parcel.key(post: "p", account: "a", contentHash: "h")
        let early = RecordKey.tid(key, begun: Instant(seconds: 1_795_168_800))
        #expect(early.wholeMatch(of: #/[234567a-j][234567a-z]{12}/#) != nil)
        #expect(early == RecordKey.tid(key, begun: Instant(seconds: 1_795_168_800)))
        #expect(early < RecordKey.tid(key, begun: Instant(seconds: 1_795_168_802)))
        #expect(
            early
                != RecordKey.tid(
                    Parcel.key(post: "q", account: "a", contentHash: "h"), begun: Instant(seconds: 1_795_168_800)))
    }
}
