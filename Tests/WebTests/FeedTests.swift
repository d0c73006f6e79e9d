import Foundation
import HTTPTypes
import Policy
import Testing

@testable import Office
@testable import Web

@Suite("The feed")
struct FeedTests {
    private func text(_ entries: [PublicFeed.Entry]) -> String {
        FeedPage.text(
            PublicFeed(id: "urn:uuid:0", entries: entries), "Oakdene & Friends", founded: Instant(seconds: 0),
            at: "/feed.atom")
    }

    private let hostile = PublicFeed.Entry(
        id: "urn:uuid:1", title: "<script>alert(1)</script>", words: "a & b ]]> \u{1}<b>",
        published: Instant(seconds: 60),
        updated: Instant(seconds: 1_795_168_800), addresses: ["https://a.example/?a=1&b=\"2\"", "https://b.example"])

    @Test("what stands in a post is text in the feed, whatever it is")
    func hostileWords() throws {
        let text = text([hostile])
        #expect(!text.contains("<script>"))
        #expect(!text.contains("\u{1}"))
        let parser = XMLCheck()
        #expect(parser.isWellFormed(text))
    }

    @Test("a feed and its entries have what the standard asks for")
    func elements() {
        let text = text([hostile])
        for element in [
            "<id>urn:uuid:0</id>", "<title>Oakdene &amp; Friends</title>", "<updated>2026-11-20T10:00:00Z</updated>",
            "<author><name>", "rel=\"self\"", "<id>urn:uuid:1</id>", "<published>1970-01-01T00:01:00Z</published>",
            "<content type=\"text\">",
        ] {
            #expect(text.contains(element), "\(element)")
        }
    }

    @Test("an entry has one alternate link at most, as the standard has it")
    func links() { #expect(text([hostile]).ranges(of: "rel=\"alternate\"").count == 1) }

    @Test("a school without posts has a feed without entries, for anybody")
    func empty() async throws {
        let world = try await World()
        var browser = Browser(world.client)
        let answer = try await browser.get("/\(world.here.log)/feed.atom")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/atom+xml; charset=utf-8")
        #expect(!answer.contains("<entry>"))
    }
}

/// Whether tags are closed in the order in which they were opened, and no bare sign stands in the text.
struct XMLCheck {
    func isWellFormed(_ text: String) -> Bool {
        var open: [String] = []
        for match in text.matches(of: #/<(\/?)([A-Za-z][\w:]*)[^<>]*?(\/?)>/#) {
            let name = String(match.output.2)
            if match.output.1 == "/" {
                guard open.popLast() == name else { return false }
            } else if match.output.3.isEmpty {
                open.append(name)
            }
        }
        let bare = text.replacing(#/&(amp|lt|gt|quot);/#, with: "")
        return open.isEmpty && !bare.contains("&")
    }
}
