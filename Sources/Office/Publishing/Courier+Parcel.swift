import Ledger
import Records

extension Courier {
    /// A post as it goes to one account: the words and pictures that were approved, and no others.
    func parcel(
        _ post: Post, _ job: DeliveryJob, mayBeThere: Bool, withPictures: Bool = true
    ) async throws -> Parcel {
        let copy = try post.copy(job.copy)
        guard let live = post.live, live.number == copy.number else {
            throw DeliveryFailure.permanent(reason: "A correction took its place.")
        }
        var pictures: [Parcel.Picture] = []
        for picture in withPictures ? live.pictures : [] { pictures.append(try await self.picture(picture)) }
        return Parcel(
            key: Parcel.key(
                post: job.record.description, account: "\(setting.id)/\(job.account)",
                contentHash: "\(live.number)-\(live.hash)"),
            words: copy.words, pictures: pictures, begun: live.at, mayBeThere: mayBeThere)
    }

    /// The bytes in the store, which must be those that were approved.
    private func picture(_ published: LivePost.Picture) async throws -> Parcel.Picture {
        let record = RecordID(.picture, published.id.rawValue)
        guard let loaded = try await office.ledger.load(setting.id, record.description) else {
            throw DeliveryFailure.permanent(reason: "A picture is not kept any more.")
        }
        let picture = try Drawer<Picture>.read(loaded.state)
        guard picture.removal == nil, let name = BlobName(setting.id, record.description, picture.image.blob),
            let bytes = try await office.ledger.blob(name)
        else { throw DeliveryFailure.permanent(reason: "A picture is not kept any more.") }
        guard Digest.hex(of: bytes) == published.hash else {
            throw DeliveryFailure.permanent(reason: "A picture was changed after the post was approved.")
        }
        return Parcel.Picture(
            bytes: bytes, mediaType: bytes.mediaType, altText: published.altText, width: picture.image.width,
            height: picture.image.height)
    }
}

extension [UInt8] {
    /// By its first bytes.
    fileprivate var mediaType: String {
        if starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if starts(with: Array("RIFF".utf8)), dropFirst(8).starts(with: Array("WEBP".utf8)) { return "image/webp" }
        return "image/jpeg"
    }
}

extension SentPost {
    init(_ delivered: Delivered, through connection: Connection) {
        self.init(
            identifier: delivered.identifier, address: delivered.address, sent: delivered.sent,
            sentHash: delivered.sentHash, by: .office, at: delivered.at, through: connection)
    }
}

extension Delivered {
    init(_ sent: SentPost) {
        self.init(identifier: sent.identifier, address: sent.address, sent: sent.sent, at: sent.at)
    }
}
