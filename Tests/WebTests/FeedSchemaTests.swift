import Foundation
import Policy
import Testing

@testable import Office
@testable import Web

/// The feed by the schema of RFC 4287, with libxml2's validator, which `make setup` installs.
@Suite("The feed by the schema of its standard")
struct FeedSchemaTests {
    private static func entry(
        _ number: Int, _ title: String, _ words: String, addresses: [String] = []
    ) -> PublicFeed.Entry {
        PublicFeed.Entry(
            id: "urn:uuid:00000000-0000-8000-8000-00000000000\(number)", title: title, words: words,
            published: Instant(seconds: 1_795_168_800), updated: Instant(seconds: 1_795_168_860), addresses: addresses)
    }

    static let feeds: [(String, [PublicFeed.Entry])] = [
        ("without entries", []),
        ("with an address", [entry(1, "Snow", "Stay home.", addresses: ["https://a.example/?a=1&b=2"])]),
        (
            "with several addresses",
            [entry(1, "Snow", "Stay home.", addresses: ["https://a.example", "https://b.example"])]
        ),
        ("without an address", [entry(1, "Snow", "Stay home.")]),
        ("with no words", [entry(1, "", "")]),
        ("with words like markup", [entry(1, "<title>", "</content></entry> ]]> <!-- & &amp; <?x?>")]),
        ("with signs that XML has not", [entry(1, "a\u{0}b\u{8}c", "\u{B}\u{C}\u{1F}\u{FFFE}\u{FFFF}\u{FFFD}\r\n\tx")]),
        ("in many scripts", [entry(1, "Café 運動", "👩‍🏫 🏴󠁧󠁢󠁥󠁮󠁧󠁿 שלום \u{202E}x\u{202C}")]),
        ("with many entries", (0..<10).map { entry($0, "Post \($0)", "Words") }),
    ]

    private func text(_ entries: [PublicFeed.Entry]) -> String {
        FeedPage.text(
            PublicFeed(id: "urn:uuid:00000000-0000-8000-8000-000000000000", entries: entries), "Oakdene & Friends",
            founded: Instant(seconds: 0), at: "https://oakdene.example/feed.atom")
    }

    @Test("it is valid whatever is in it", arguments: feeds.indices)
    func valid(_ index: Int) throws {
        let found = try Self.validate(text(Self.feeds[index].1))
        #expect(found.isValid, "\(Self.feeds[index].0): \(found.complaint)")
    }

    @Test("what the server sends to anybody is valid")
    func served() async throws {
        let world = try await World()
        var browser = Browser(world.client)
        let answer = try await browser.get("/\(world.here.log)/feed.atom")
        let found = try Self.validate(answer.body)
        #expect(found.isValid, "\(found.complaint)")
    }

    /// Beside its schema the standard has rules that no schema can say.
    @Test("what the schema cannot say holds too", arguments: feeds.indices)
    func rules(_ index: Int) {
        let entries = Self.feeds[index].1
        let text = text(entries)
        #expect(text.ranges(of: "<author>").count == 1, "an author for the whole feed")
        #expect(text.ranges(of: "rel=\"self\"").count == 1)
        #expect(text.ranges(of: "<content type=\"text\">").count == entries.count, "content where there is no address")
        #expect(text.ranges(of: "rel=\"alternate\"").count == entries.filter { !$0.addresses.isEmpty }.count)
        #expect(Set(entries.map(\.id)).count == entries.count)
    }

    @Test(
        "the schema refuses what the standard does",
        arguments: [
            ("<id>urn:uuid:00000000-0000-8000-8000-000000000000</id>", ""), ("<title>Snow</title>", ""),
            ("2026-11-20T10:00:00Z", "20 November"), ("<published>", "<issued>"),
            ("xml:lang=\"en-GB\"", "xml:lang=\"£\""),
            ("<author><name>", "<author><surname>"),
        ])
    func refused(_ part: String, _ other: String) throws {
        let good = text(Self.feeds[1].1)
        try #require(good.contains(part))
        #expect(try !Self.validate(good.replacing(part, with: other)).isValid)
    }

    private static func validate(_ text: String) throws -> (isValid: Bool, complaint: String) {
        let schema = try #require(Bundle.module.url(forResource: "Schemas", withExtension: nil))
        let folder = FileManager.default.temporaryDirectory.appending(path: "hornbook-feed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (feed, complaint) = (folder.appending(path: "feed.atom"), folder.appending(path: "complaint"))
        try Data(text.utf8).write(to: feed)
        try Data().write(to: complaint)
        let process = Foundation.Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "xmllint", "--noout", "--nonet", "--relaxng", schema.appending(path: "atom.rng").path, feed.path,
        ]
        process.standardError = try FileHandle(forWritingTo: complaint)
        try process.run()
        process.waitUntilExit()
        // 127 where there is no xmllint; 3 is what it says of a file that the schema refuses, 1 of one that is no XML.
        try #require(process.terminationStatus != 127, "xmllint is not installed: run make setup")
        let words = String(decoding: try Data(contentsOf: complaint), as: UTF8.self)
        try #require(!words.contains("failed to compile"), "\(words)")
        return (process.terminationStatus == 0, words)
    }
}
