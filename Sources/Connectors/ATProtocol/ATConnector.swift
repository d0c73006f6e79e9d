import Foundation
import Office
import Policy

/// An account on a personal data server of the AT Protocol, such as Bluesky's: https://docs.bsky.app/docs/api/
struct ATConnector: Sendable {
    /// The lexicons' limits of a post and of its pictures.
    static let mostCharacters = 300
    static let mostBytes = 3000
    static let mostPictures = 4
    static let mostPictureBytes = 2_000_000

    var call: PlatformCall
    var service: ServerAddress
    var identifier: String
    var password: String
    var sessions: ATSessionShelf

    static let collection = "app.bsky.feed.post"

    func holder() async throws(DeliveryFailure) -> AccountHolder {
        let session = try await openSession()
        return AccountHolder(
            name: session.handle, address: "https://bsky.app/profile/\(session.did)",
            mostCharacters: Self.mostCharacters)
    }

    func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered {
        guard parcel.words.count <= Self.mostCharacters, parcel.words.utf8.count <= Self.mostBytes else {
            throw .tooLong(limit: Self.mostCharacters)
        }
        guard parcel.pictures.count <= Self.mostPictures else { throw .tooManyPictures(limit: Self.mostPictures) }
        if let heavy = parcel.pictures.firstIndex(where: { $0.bytes.count > Self.mostPictureBytes }) {
            throw .permanent(reason: "Picture \(heavy + 1) is larger than the 2 MB that this platform takes.")
        }
        let key = RecordKey.tid(parcel.key, begun: parcel.begun)
        if parcel.mayBeThere, let found = try await find(parcel) { return found }
        var images: [ATImages.Image] = []
        for picture in parcel.pictures { images.append(try await upload(picture)) }
        let post = ATPost(
            text: parcel.words, createdAt: Self.time(parcel.begun), langs: [parcel.language],
            facets: try await facets(of: parcel.words), embed: images.isEmpty ? nil : ATImages(images: images))
        let put = ATPut(
            repo: try await session().did, collection: Self.collection, rkey: key, record: post)
        let body = try PlatformCall.encode(put)
        // To put the same record under the same key twice is to put it once.
        let answer = try await signed(.post, "com.atproto.repo.putRecord", type: "application/json", body: body)
        guard answer.isGood else { throw failure(of: answer) }
        return try delivered(
            try call.read(ATPutAnswer.self, from: answer).uri, sent: String(decoding: body, as: UTF8.self))
    }

    func find(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered? {
        guard let found = try await record(RecordKey.tid(parcel.key, begun: parcel.begun)) else { return nil }
        return try delivered(found.uri, sent: found.value.text)
    }

    func look(at copy: Delivered) async throws(DeliveryFailure) -> Presence {
        guard let found = try await record(try key(of: copy)) else { return .gone }
        let sent = (try? JSONDecoder().decode(ATPut.self, from: Data(copy.sent.utf8)))?.record.text ?? copy.sent
        return .present(sameWords: found.value.text == sent)
    }

    func remove(_ copy: Delivered) async throws(DeliveryFailure) {
        let body = try PlatformCall.encode(
            ATDelete(repo: try await session().did, collection: Self.collection, rkey: try key(of: copy)))
        // No fault where the record is gone already.
        let answer = try await signed(.post, "com.atproto.repo.deleteRecord", type: "application/json", body: body)
        guard answer.isGood else { throw failure(of: answer) }
    }

    private func key(of copy: Delivered) throws(DeliveryFailure) -> String {
        guard copy.identifier.hasPrefix("at://"), let last = copy.identifier.split(separator: "/").last else {
            throw .permanent(reason: "The record does not say where the post stands.")
        }
        return String(last)
    }

    private func record(_ key: String) async throws(DeliveryFailure) -> ATGetAnswer? {
        let answer = try await signed(
            .get, "com.atproto.repo.getRecord",
            query: [("repo", try await session().did), ("collection", Self.collection), ("rkey", key)])
        if error(in: answer) == "RecordNotFound" { return nil }
        guard answer.isGood else { throw failure(of: answer) }
        return try call.read(ATGetAnswer.self, from: answer)
    }

    private func upload(_ picture: Parcel.Picture) async throws(DeliveryFailure) -> ATImages.Image {
        let answer = try await signed(
            .post, "com.atproto.repo.uploadBlob", type: picture.mediaType, body: picture.bytes)
        guard answer.isGood else { throw failure(of: answer) }
        return ATImages.Image(
            alt: picture.altText, image: try call.read(ATBlobAnswer.self, from: answer).blob,
            aspectRatio: .init(width: max(picture.width, 1), height: max(picture.height, 1)))
    }

    private func facets(of words: String) async throws(DeliveryFailure) -> [ATFacet]? {
        var facets: [ATFacet] = []
        for span in TextSpan.find(in: words) {
            switch span.kind {
            case .link(let link): facets.append(ATFacet(index: span.stretch, features: [.link(link)]))
            case .tag(let tag): facets.append(ATFacet(index: span.stretch, features: [.tag(tag)]))
            case .mention(let handle):
                let answer = try await signed(
                    .get, "com.atproto.identity.resolveHandle", query: [("handle", handle)])
                // A handle that is nobody's stays plain words.
                if answer.status == 400 { continue }
                guard answer.isGood else { throw failure(of: answer) }
                let did = try call.read(ATHandleAnswer.self, from: answer).did
                facets.append(ATFacet(index: span.stretch, features: [.mention(did)]))
            }
        }
        return facets.isEmpty ? nil : facets
    }

    private func delivered(_ uri: String, sent: String) throws(DeliveryFailure) -> Delivered {
        // at://did/collection/key
        let parts = uri.split(separator: "/")
        guard uri.hasPrefix("at://"), parts.count == 4 else {
            throw .temporary(reason: "Bluesky gave an answer that cannot be read.", retryAfter: nil)
        }
        return Delivered(
            identifier: uri, address: "https://bsky.app/profile/\(parts[1])/post/\(parts[3])", sent: sent,
            at: call.now())
    }

    /// ISO 8601 with thousandths, as the lexicon's `datetime` prefers.
    private static func time(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.seconds)).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
