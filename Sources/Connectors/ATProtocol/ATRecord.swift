/// A post of Bluesky's: the lexicons app.bsky.feed.post, app.bsky.embed.images and app.bsky.richtext.facet.
/// Source: https://github.com/bluesky-social/atproto/tree/main/lexicons
struct ATPost: Codable {
    var type = "app.bsky.feed.post"
    var text: String
    var createdAt: String
    var langs: [String]
    var facets: [ATFacet]?
    var embed: ATImages?

    enum CodingKeys: String, CodingKey {
        case type = "$type"
        case text, createdAt, langs, facets, embed
    }
}

struct ATImages: Codable {
    struct Image: Codable {
        struct Ratio: Codable {
            var width: Int
            var height: Int
        }
        var alt: String
        var image: ATBlob
        var aspectRatio: Ratio
    }
    var type = "app.bsky.embed.images"
    var images: [Image]

    enum CodingKeys: String, CodingKey {
        case type = "$type"
        case images
    }
}

/// Bytes that the server holds, by the hash of their content.
struct ATBlob: Codable {
    struct Link: Codable {
        var cid: String
        enum CodingKeys: String, CodingKey { case cid = "$link" }
    }
    var type: String
    var ref: Link
    var mimeType: String
    var size: Int

    enum CodingKeys: String, CodingKey {
        case type = "$type"
        case ref, mimeType, size
    }
}

/// What a stretch of the text is.
struct ATFacet: Codable, Equatable {
    /// From and to, in bytes of UTF-8, the end not included.
    struct Stretch: Codable, Equatable {
        var byteStart: Int
        var byteEnd: Int
    }
    struct Feature: Codable, Equatable {
        var type: String
        var uri: String?
        var did: String?
        var tag: String?

        static func link(_ uri: String) -> Feature { Feature(type: "app.bsky.richtext.facet#link", uri: uri) }
        static func mention(_ did: String) -> Feature { Feature(type: "app.bsky.richtext.facet#mention", did: did) }
        static func tag(_ tag: String) -> Feature { Feature(type: "app.bsky.richtext.facet#tag", tag: tag) }

        enum CodingKeys: String, CodingKey {
            case type = "$type"
            case uri, did, tag
        }
    }
    var index: Stretch
    var features: [Feature]
}

struct ATPut: Codable {
    var repo: String
    var collection: String
    var rkey: String
    var record: ATPost
}

struct ATDelete: Codable {
    var repo: String
    var collection: String
    var rkey: String
}

struct ATPutAnswer: Decodable { var uri: String }
struct ATGetAnswer: Decodable {
    struct Value: Decodable { var text: String }
    var uri: String
    var value: Value
}
struct ATBlobAnswer: Decodable { var blob: ATBlob }
struct ATHandleAnswer: Decodable { var did: String }
struct ATProfile: Decodable {
    var handle: String
    var displayName: String?
}
struct ATError: Decodable { var error: String? }
struct ATSignIn: Encodable {
    var identifier: String
    var password: String
}
