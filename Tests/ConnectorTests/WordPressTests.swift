import Foundation
import Office
import Records
import Testing

@testable import Connectors

@Suite("WordPress")
struct WordPressTests {
    private func withSite(
        _ work: @escaping @Sendable (WordPressDouble, Destination, PlatformConnectors) async throws -> Void
    ) async throws {
        let double = WordPressDouble()
        try await double.serving { address in
            try await work(
                double,
                Destination(
                    connection: .wordPress(site: address, user: WordPressDouble.user),
                    secret: WordPressDouble.password), .forTests())
        }
    }

    @Test("words become paragraphs in which nothing is markup and nothing is a shortcode")
    func content() {
        let html = WordPressContent.html("One <b>\n[gallery]\n\nSee https://a.example/x?a=1&b=2.", [])
        #expect(
            html
                == "<!-- wp:paragraph -->\n<p>One &lt;b&gt;<br>&#91;gallery&#93;</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>See <a href=\"https://a.example/x?a=1&amp;b=2\">https://a.example/x?a=1&amp;b=2</a>.</p>\n<!-- /wp:paragraph -->"
        )
    }

    @Test(
        "a heading is the post's own or its first words",
        arguments: [
            ("", "Snow day\nStay home", "Snow day"), ("Own", "Snow day", "Own"), ("", "", "News"),
            ("", String(repeating: "word ", count: 30), String(repeating: "word ", count: 11) + "word…"),
        ])
    func heading(_ title: String, _ words: String, _ expected: String) {
        var parcel = Parcel.sample(words)
        parcel.title = title
        #expect(WordPressContent.title(parcel) == expected)
    }

    @Test("pictures carry their descriptions, and go with the post")
    func pictures() async throws {
        try await withSite { double, destination, connectors in
            let copy = try await connectors.deliver(.sample(pictures: 2), to: destination)
            #expect(
                await double.media.values.map { $0.alt }.sorted() == [
                    "A lamb \"in\" a pen, number 0", "A lamb \"in\" a pen, number 1",
                ])
            try await connectors.remove(copy, from: destination)
            #expect(await double.media.isEmpty)
        }
    }

    @Test("pictures go also with a post that was found after its answer was lost")
    func found() async throws {
        try await withSite { double, destination, connectors in
            let parcel = Parcel.sample(pictures: 1)
            _ = try await connectors.deliver(parcel, to: destination)
            let found = try #require(try await connectors.find(parcel, on: destination))
            try await connectors.remove(found, from: destination)
            #expect(await double.media.isEmpty)
        }
    }

    @Test("a picture that an earlier try left is used again")
    func orphan() async throws {
        try await withSite { double, destination, connectors in
            let parcel = Parcel.sample(pictures: 2)
            await double.loseAnswers(1)
            await #expect(throws: DeliveryFailure.self) { _ = try await connectors.deliver(parcel, to: destination) }
            _ = try await connectors.deliver(parcel.again(), to: destination)
            #expect(await double.media.count == 2)
        }
    }

    @Test("a user who may not publish is told so, by the test and by a delivery")
    func role() async throws {
        try await withSite { double, destination, connectors in
            await double.lowerRole()
            for work in [
                { _ = try await connectors.holder(of: destination) },
                { _ = try await connectors.deliver(.sample(), to: destination) },
            ] as [@Sendable () async throws -> Void] {
                let failure = await #expect(throws: DeliveryFailure.self) { try await work() }
                #expect(failure?.words.contains("author") == true)
            }
        }
    }
}
