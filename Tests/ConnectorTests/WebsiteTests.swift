import Foundation
import Office
import Records
import Testing

@testable import Connectors

/// The same promises of the double and of WordPress itself: where the two differ, the double is wrong.
@Suite("A post on a WordPress site")
struct WebsiteTests {
    private let connectors = PlatformConnectors.forTests()

    private func withSite(
        _ platform: Case, _ work: @escaping @Sendable (Website, Destination) async throws -> Void
    ) async throws {
        try await platform.run { _, destination in try await work(try Website(destination), destination) }
    }

    @Test("it stands there with its pictures and their descriptions, for visitors too", arguments: Case.wordPresses)
    func published(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let parcel = Parcel.sample(pictures: 2)
            let copy = try await connectors.deliver(parcel, to: destination)
            let post = try await site.get("/posts/\(copy.identifier)")
            #expect(post.status == 200)
            #expect(post["status"]?.text == "publish")
            #expect(post["slug"]?.text == "post-\(parcel.key.prefix(20))")
            let content = try #require(post["content", "raw"]?.text)
            #expect(content.contains("&lt;b&gt;Thank you&lt;/b&gt;"))
            let ids = content.matches(of: #/<!-- wp:image \{"id":([0-9]+)/#).compactMap { Int($0.output.1) }
            try #require(ids.count == 2)
            #expect(post["featured_media"]?.number == ids[0])
            for (number, id) in ids.enumerated() {
                let picture = try await site.get("/media/\(id)")
                #expect(picture["alt_text"]?.text == parcel.pictures[number].altText)
                #expect(content.contains("alt=\"A lamb &quot;in&quot; a pen, number \(number)\""))
                let address = try #require(picture["source_url"]?.text)
                #expect(content.contains(address))
                #expect(try await site.status(of: address) == 200)
            }
            let visited = try await site.visit("/posts/\(copy.identifier)")
            #expect(visited.status == 200)
            #expect(visited["content", "raw"] == nil)
            #expect(visited["title", "rendered"]?.text == "A day at the farm")
            #expect(visited["content", "rendered"]?.text?.ranges(of: "<img").count == 2)
        }
    }

    @Test("given twice it is one post with the same pictures", arguments: Case.wordPresses)
    func twice(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let parcel = Parcel.sample(pictures: 2)
            let first = try await connectors.deliver(parcel, to: destination)
            let second = try await connectors.deliver(parcel.again(), to: destination)
            #expect(first.identifier == second.identifier)
            let posts = try await site.get(
                "/posts", [("slug", "post-\(parcel.key.prefix(20))"), ("status", "publish,draft,pending")])
            #expect(posts.count == 1)
            for number in 1...2 {
                #expect(
                    try await site.get("/media", [("slug", "picture-\(parcel.key.prefix(20))-\(number)")]).count == 1)
            }
        }
    }

    @Test("pictures that a try left without a post are used by the next", arguments: Case.wordPresses)
    func leftPictures(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let parcel = Parcel.sample(pictures: 1)
            let first = try await connectors.deliver(parcel, to: destination)
            let before = try await site.get("/posts/\(first.identifier)")["featured_media"]?.number
            #expect(try await site.delete("/posts/\(first.identifier)").status == 200)
            #expect(try await connectors.look(at: first, on: destination) == .gone)
            let second = try await connectors.deliver(parcel.again(), to: destination)
            #expect(second.identifier != first.identifier)
            #expect(try await site.get("/posts/\(second.identifier)")["featured_media"]?.number == before)
        }
    }

    @Test("words that somebody changed on the site are told", arguments: Case.wordPresses)
    func changed(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let copy = try await connectors.deliver(.sample(), to: destination)
            #expect(try await connectors.look(at: copy, on: destination) == .present(sameWords: true))
            let answer = try await site.edit("/posts/\(copy.identifier)", #"{"content":"<p>Another text</p>"}"#)
            #expect(answer.status == 200)
            #expect(try await connectors.look(at: copy, on: destination) == .present(sameWords: false))
        }
    }

    @Test(
        "a post that somebody made a draft is not there for visitors, and counts as gone", arguments: Case.wordPresses)
    func draft(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let copy = try await connectors.deliver(.sample(), to: destination)
            #expect(try await site.edit("/posts/\(copy.identifier)", #"{"status":"draft"}"#).status == 200)
            #expect(try await site.visit("/posts/\(copy.identifier)").status == 401)
            #expect(try await connectors.look(at: copy, on: destination) == .gone)
        }
    }

    @Test("a correction is another post, and the one that it corrects goes", arguments: Case.wordPresses)
    func corrected(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let wrong = try await connectors.deliver(.sample("We went on Mnoday."), to: destination)
            let right = try await connectors.deliver(.sample("We went on Monday."), to: destination)
            try await connectors.remove(wrong, from: destination)
            #expect(try await site.visit("/posts/\(wrong.identifier)").status == 401)
            #expect(
                try await site.visit("/posts/\(right.identifier)")["content", "rendered"]?.text?.contains("Monday")
                    == true)
            #expect(try await connectors.look(at: right, on: destination) == .present(sameWords: true))
        }
    }

    @Test(
        "taken down, neither the post nor a picture is there for anybody who kept an address",
        arguments: Case.wordPresses)
    func takenDown(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            let copy = try await connectors.deliver(.sample(pictures: 2), to: destination)
            let content = try #require(try await site.get("/posts/\(copy.identifier)")["content", "raw"]?.text)
            let addresses = content.matches(of: #/<img src="([^"]+)"/#).map { String($0.output.1) }
            try #require(addresses.count == 2)
            try await connectors.remove(copy, from: destination)
            #expect(try await connectors.look(at: copy, on: destination) == .gone)
            #expect(try await site.visit("/posts/\(copy.identifier)").status == 401)
            for address in addresses { #expect(try await site.status(of: address) == 404) }
            try await connectors.remove(copy, from: destination)
        }
    }

    static let words = [
        "Plain.", "Two  spaces and a tab\there", "[gallery ids=\"1\"] [/caption]", "<script>alert(1)</script> <3",
        "a \\ b \\\\ c \\n", "5 < 6 && 7 > 6; &amp; &lt;", "“Curly” – dashes — and … ’s", "Café 👩‍🏫 🏴󠁧󠁢󠁥󠁮󠁧󠁿 運動",
        "One\nTwo\n\nThree\r\n\r\nFour", "https://farm.example/?a=1&b=%20#x, and http://b.example.",
        "<!-- wp:html --><b>x</b><!-- /wp:html -->", "{{ 7 * 7 }} %s %1$d $1 \\0",
        String(repeating: "A long story. ", count: 500),
    ]

    @Test("words are the same when they are read back, whatever they are", arguments: Case.wordPresses, words)
    func anyWords(_ platform: Case, _ words: String) async throws {
        try await withSite(platform) { _, destination in
            let copy = try await connectors.deliver(.sample(words), to: destination)
            let found = try await connectors.look(at: copy, on: destination)
            #expect(found == .present(sameWords: true))
        }
    }

    @Test("a heading and a description hold no markup, and are not changed", arguments: Case.wordPresses)
    func headings(_ platform: Case) async throws {
        try await withSite(platform) { site, destination in
            var parcel = Parcel.sample(pictures: 1)
            parcel.title = "Fish & chips <b>Friday</b>"
            parcel.pictures[0].altText = "Two \"fish\" & a chip \\ 5 < 6"
            let copy = try await connectors.deliver(parcel, to: destination)
            let post = try await site.get("/posts/\(copy.identifier)")
            // The website's own library drops a backslash; what visitors get stands in the post.
            let raw = try #require(post["content", "raw"]?.text)
            let description = try #require(raw.firstMatch(of: #/ alt="([^"]*)"/#)?.output.1)
            #expect(StatusText.plain(String(description)) == parcel.pictures[0].altText)
            let title = try #require(post["title", "rendered"]?.text)
            #expect(!title.contains("<b>"))
            #expect(StatusText.plain(title) == parcel.title)
        }
    }

    @Test(
        "a wrong name or password is told as one, in words without markup", arguments: Case.wordPresses,
        ["wrong", "abcd efgh ijkl mnop qrst uvwy", ""])
    func wrongPassword(_ platform: Case, _ password: String) async throws {
        try await platform.run { _, destination in
            guard case .wordPress(let site, let user) = destination.connection else { return }
            for name in [user, "nobody"] {
                let wrong = Destination(connection: .wordPress(site: site, user: name), secret: password)
                let failure = await #expect(throws: DeliveryFailure.self) {
                    _ = try await connectors.deliver(.sample(), to: wrong)
                }
                guard case .signInRefused(let words) = failure else {
                    Issue.record("\(name): \(String(describing: failure))")
                    continue
                }
                #expect(!words.contains("<") && !words.contains("&"), "\(words)")
            }
        }
    }

    /// What stands in the folders of the website: see WordPressDouble and bin/test-wordpress.
    static let folders: [(String, DeliveryFailure)] = [
        (
            "nothing",
            .permanent(
                reason: "There is no WordPress at that address. Connect the account again, with the right address.")
        ),
        (
            "page",
            .temporary(
                reason: "WordPress gave an answer that cannot be read. If that goes on, look at its address.",
                retryAfter: nil)
        ),
        (
            "maintenance",
            .temporary(
                reason:
                    "WordPress answered: Briefly unavailable for scheduled maintenance. Check back in a minute.",
                retryAfter: 600)
        ),
    ]

    @Test("an address where no WordPress answers is told for what it is", arguments: Case.wordPresses, folders.indices)
    func wrongAddress(_ platform: Case, _ index: Int) async throws {
        let (folder, expected) = Self.folders[index]
        try await platform.run { _, destination in
            guard case .wordPress(let site, let user) = destination.connection else { return }
            let wrong = Destination(
                connection: .wordPress(site: "\(site)/\(folder)", user: user), secret: destination.secret)
            await #expect(throws: expected) { _ = try await connectors.holder(of: wrong) }
        }
    }
}

@Suite("WordPress itself", .enabled(if: RealServer.wordPress.isNamed, RealServer.wordPress.whySkipped))
struct RealWordPressTests {
    @Test("the website that was named answers, and its user may publish")
    func answers() async throws {
        try await Case.realWordPress.run { _, destination in
            let holder = try await PlatformConnectors.forTests().holder(of: destination)
            #expect(holder.name == "Hornbook")
        }
    }

    @Test("a website that takes its time for ever is left")
    func slow() async throws {
        let real = try RealServer.wordPress.named()
        let failure = await #expect(throws: DeliveryFailure.self) {
            _ = try await PlatformConnectors.forTests(longest: 2).holder(
                of: Destination(
                    connection: .wordPress(site: "\(real.address)/slow", user: real.user), secret: real.password))
        }
        guard case .temporary = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }
}

@Suite("A personal data server", .enabled(if: RealServer.atProtocol.isNamed, RealServer.atProtocol.whySkipped))
struct RealATProtocolTests {
    @Test("a post with links, a mention, a tag and four pictures passes the published lexicons")
    func everything() async throws {
        try await Case.realATProtocol.run { _, destination in
            let connectors = PlatformConnectors.forTests()
            let words = "Café 🎉 with @friend.example and @nobody.example: https://farm.example/ü?a=1 #SportsDay"
            let copy = try await connectors.deliver(.sample(words, pictures: 4), to: destination)
            let found = try await connectors.look(at: copy, on: destination)
            #expect(found == .present(sameWords: true))
        }
    }

    @Test(
        "what the connector takes for the most is the most of the lexicons", arguments: [("é", 300), ("👩‍🏫", 270)])
    func most(_ letter: String, _ count: Int) async throws {
        try await Case.realATProtocol.run { _, destination in
            var parcel = Parcel.sample(String(repeating: letter, count: count), pictures: 1)
            parcel.pictures[0].bytes = [UInt8](repeating: 1, count: ATConnector.mostPictureBytes)
            _ = try await PlatformConnectors.forTests().deliver(parcel, to: destination)
        }
    }
}
