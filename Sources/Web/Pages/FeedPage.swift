import Foundation
import Office
import Policy
import Records

/// The school's posts as an Atom feed (RFC 4287), for anybody's reader. Words alone: a picture of a child that stands in
/// a feed is copied by machines that nobody knows, and cannot be called back.
enum FeedPage {
    @Sendable static func show(_ visit: Visit) async throws -> Reply {
        let feed = try await visit.office.publicFeed(visit.id)
        return .bytes(
            [UInt8](
                text(feed, visit.school.name, founded: visit.school.school.founded, at: visit.url("/feed.atom")).utf8),
            type: "application/atom+xml; charset=utf-8")
    }

    static func text(_ feed: PublicFeed, _ school: String, founded: Instant, at path: String) -> String {
        let updated = feed.entries.map(\.updated).max() ?? founded
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
              <id>\(escaped(feed.id))</id>
              <title>\(escaped(school))</title>
              <updated>\(time(updated))</updated>
              <author><name>\(escaped(school))</name></author>
              <link rel="self" type="application/atom+xml" href="\(escaped(path))"/>
            \(feed.entries.map(entry).joined())</feed>

            """
    }

    private static func entry(_ entry: PublicFeed.Entry) -> String {
        let links = entry.addresses.map { "    <link rel=\"alternate\" type=\"text/html\" href=\"\(escaped($0))\"/>\n" }
        return """
              <entry>
                <id>\(escaped(entry.id))</id>
                <title>\(escaped(entry.title))</title>
                <published>\(time(entry.published))</published>
                <updated>\(time(entry.updated))</updated>
            \(links.first ?? "")    <content type="text">\(escaped(entry.words))</content>
              </entry>

            """
    }

    private static func time(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.seconds)).formatted(.iso8601)
    }

    /// XML has no way to write most control characters: they are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped.unicodeScalars.append(character)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
