import Foundation
import Office
import Policy

/// A WordPress site by its REST interface, signed in with an application password:
/// https://developer.wordpress.org/rest-api/
///
/// The delivery's key makes the slug, so that a later try finds what an earlier one left. No word of the post stands in
/// an address.
struct WordPressConnector: Sendable {
    var call: PlatformCall
    var site: ServerAddress
    var user: String
    var password: String

    func holder() async throws(DeliveryFailure) -> AccountHolder {
        let answer = try await call.good(request(.get, "/wp/v2/users/me", query: [("context", "edit")]))
        let user = try call.read(WordPressUser.self, from: answer)
        guard user.capabilities?.publish_posts == true, user.capabilities?.upload_files == true else {
            throw .permanent(
                reason:
                    "This user may not publish posts and upload pictures. Give them the role of author on the website.")
        }
        return AccountHolder(name: user.name, address: site.text)
    }

    func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered {
        // Always, and not only after a try whose end is not known: it costs one call.
        if let found = try await find(parcel) { return found }
        var pictures: [(media: WordPressMedia, altText: String)] = []
        for (index, picture) in parcel.pictures.enumerated() {
            let name = "picture-\(parcel.key.prefix(20))-\(index + 1)"
            pictures.append((try await upload(picture, name, parcel.key), picture.altText))
        }
        let body = try PlatformCall.encode(
            WordPressNewPost(
                title: WordPressContent.escaped(WordPressContent.title(parcel)),
                content: WordPressContent.html(parcel.words, pictures),
                slug: Self.slug(parcel), status: "publish", featured_media: pictures.first?.media.id,
                pictures: pictures.map(\.media.id)))
        let answer = try await call.good(request(.post, "/wp/v2/posts", type: "application/json", body: body))
        let post = try call.read(WordPressPost.self, from: answer)
        guard post.status == "publish" else {
            throw .permanent(
                reason:
                    "WordPress kept the post as “\(post.status)”. The user needs the role of author to publish it.")
        }
        return delivered(post, sent: String(decoding: body, as: UTF8.self))
    }

    func find(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered? {
        try await earlier(Self.slug(parcel)).map { delivered($0.post, sent: $0.content) }
    }

    private static func slug(_ parcel: Parcel) -> String { "post-\(parcel.key.prefix(20))" }

    func look(at copy: Delivered) async throws(DeliveryFailure) -> Presence {
        let answer = try await call.send(
            request(.get, "/wp/v2/posts/\(ServerAddress.encoded(copy.identifier))", query: [("context", "edit")]))
        if answer.status == 404 || answer.status == 410 { return .gone }
        guard answer.isGood else { throw call.failure(of: answer) }
        let post = try call.read(WordPressPost.self, from: answer)
        // In the bin, or made a draft by somebody: visitors do not see it.
        guard post.status == "publish" else { return .gone }
        let there = post.content?.raw ?? post.content?.rendered ?? ""
        let sent = sentPost(of: copy)?.content ?? copy.sent
        return .present(sameWords: SentWords.same(StatusText.plain(there), StatusText.plain(sent)))
    }

    /// The post goes to the bin of the website, where a person can find it for a month. Its pictures have addresses of
    /// their own and go at once.
    func remove(_ copy: Delivered) async throws(DeliveryFailure) {
        var pictures = sentPost(of: copy)?.pictures ?? []
        if pictures.isEmpty { pictures = WordPressConnector.pictures(in: copy.sent) }
        for picture in pictures {
            try await delete("/wp/v2/media/\(picture)", query: [("force", "true")])
        }
        try await delete("/wp/v2/posts/\(ServerAddress.encoded(copy.identifier))")
    }

    private func delete(_ path: String, query: [(String, String)] = []) async throws(DeliveryFailure) {
        let answer = try await call.send(request(.delete, path, query: query))
        // 410 for what lies in the bin already.
        guard answer.isGood || answer.status == 404 || answer.status == 410 else { throw call.failure(of: answer) }
    }

    private func earlier(_ slug: String) async throws(DeliveryFailure) -> (post: WordPressPost, content: String)? {
        let answer = try await call.good(
            request(
                .get, "/wp/v2/posts",
                query: [("slug", slug), ("status", "publish"), ("context", "edit")]))
        guard let post = try call.read([WordPressPost].self, from: answer).first else { return nil }
        return (post, post.content?.raw ?? post.content?.rendered ?? "")
    }

    private func upload(
        _ picture: Parcel.Picture, _ name: String, _ boundary: String
    ) async throws(DeliveryFailure) -> WordPressMedia {
        let earlier = try await call.good(request(.get, "/wp/v2/media", query: [("slug", name), ("context", "edit")]))
        if let media = try call.read([WordPressMedia].self, from: earlier).first { return media }
        var form = FormData(boundary: boundary)
        form.add("slug", name)
        form.add("title", "Picture")
        form.add("alt_text", picture.altText)
        form.add(
            "file", file: picture.bytes, fileName: "\(name).\(MediaType.ending(picture.mediaType))",
            type: picture.mediaType)
        let answer = try await call.good(
            request(.post, "/wp/v2/media", type: form.type, body: form.closed(), timeout: 180))
        return try call.read(WordPressMedia.self, from: answer)
    }

    /// By `rest_route`, which every site has, whatever its addresses look like.
    private func request(
        _ method: WebRequest.Method, _ route: String, query: [(String, String)] = [], type: String? = nil,
        body: [UInt8] = [], timeout: Int = 60
    ) -> WebRequest {
        let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
        return WebRequest(
            method: method, address: site.address("/", [("rest_route", route)] + query),
            headers: [("Authorization", "Basic \(credentials)"), ("Accept", "application/json")]
                + (type.map { [("Content-Type", $0)] } ?? []), body: body, timeout: timeout)
    }

    private func delivered(_ post: WordPressPost, sent: String) -> Delivered {
        Delivered(identifier: String(post.id), address: post.link, sent: sent, at: call.now())
    }

    private func sentPost(of copy: Delivered) -> WordPressNewPost? {
        try? JSONDecoder().decode(WordPressNewPost.self, from: Data(copy.sent.utf8))
    }

    /// From a post that was found there, whose request is not known.
    private static func pictures(in content: String) -> [Int] {
        content.matches(of: #/<!-- wp:image \{"id":([0-9]+)/#).compactMap { Int($0.output.1) }
    }
}
