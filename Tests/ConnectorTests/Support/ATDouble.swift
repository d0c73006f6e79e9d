import Foundation

/// A personal data server that checks what it is given against the lexicons.
/// Written from https://atproto.com/specs/ and the lexicons com.atproto.* and app.bsky.feed.post.
actor ATDouble: Platform {
    static let did = "did:plc:oakoakoakoakoakoakoakoak"
    static let password = "abcd-efgh-ijkl-mnop"
    var faults: [Said] = []
    var log: [Seen] = []
    var losesAnswers = 0
    private(set) var records: [String: [String: JSONValue]] = [:]
    private var blobs: [String: Int] = [:]
    private var access = 0
    private(set) var signIns = 0
    private var refreshWorks = true

    /// The access token no longer holds.
    func expire(refresh: Bool = true) {
        access += 1
        refreshWorks = refresh
    }
    var texts: [String] { records.values.compactMap { $0["text"]?.text } }
    var keys: [String] { records.keys.sorted() }
    func facets() -> [[String: Int]] {
        (records.values.first?["facets"]?.list ?? []).compactMap { $0.object?["index"]?.numbers }
    }

    func answer(_ seen: Seen) -> Said {
        guard seen.path.hasPrefix("/xrpc/") else { return .json(404, "{}") }
        switch (seen.method, String(seen.path.dropFirst(6))) {
        case ("POST", "com.atproto.server.createSession"): return signIn(seen)
        case ("POST", "com.atproto.server.refreshSession"):
            guard refreshWorks, seen.headers["authorization"] == "Bearer refresh", seen.body.isEmpty else {
                return .json(400, #"{"error":"ExpiredToken","message":"Token has expired"}"#)
            }
            return session
        default: break
        }
        guard seen.headers["authorization"] == "Bearer access-\(access)" else {
            return .json(400, #"{"error":"ExpiredToken","message":"Token has expired"}"#)
        }
        switch (seen.method, String(seen.path.dropFirst(6))) {
        case ("POST", "com.atproto.repo.uploadBlob"): return upload(seen)
        case ("POST", "com.atproto.repo.putRecord"): return put(seen)
        case ("POST", "com.atproto.repo.deleteRecord"):
            guard let body = seen.object, Set(body.keys) == ["repo", "collection", "rkey"],
                body["repo"]?.text == Self.did
            else { return invalid("deleteRecord") }
            records[body["rkey"]?.text ?? ""] = nil
            return .json(200, "{}")
        case ("GET", "com.atproto.repo.getRecord"):
            guard seen.query["repo"] == Self.did, seen.query["collection"] == "app.bsky.feed.post" else {
                return invalid("getRecord")
            }
            guard let key = seen.query["rkey"], let record = records[key] else {
                return .json(400, #"{"error":"RecordNotFound","message":"Could not locate record"}"#)
            }
            return .json(
                200,
                #"{"uri":"\#(uri(key))","cid":"bafy","value":{"$type":"app.bsky.feed.post","text":\#(quoted(record["text"]?.text ?? ""))}}"#
            )
        case ("GET", "com.atproto.identity.resolveHandle"):
            guard seen.query["handle"] == "friend.example" else {
                return invalid("Unable to resolve handle")
            }
            return .json(200, #"{"did":"did:plc:friend"}"#)
        default: return .json(501, #"{"error":"MethodNotImplemented"}"#)
        }
    }

    private var session: Said {
        .json(
            200,
            #"{"accessJwt":"access-\#(access)","refreshJwt":"refresh","did":"\#(Self.did)","handle":"oak.example"}"#)
    }

    private func signIn(_ seen: Seen) -> Said {
        signIns += 1
        guard seen.headers["content-type"] == "application/json", let body = seen.object,
            Set(body.keys) == ["identifier", "password"]
        else { return invalid("createSession") }
        guard body["password"]?.text == Self.password, body["identifier"]?.text == "oak.example" else {
            return .json(401, #"{"error":"AuthenticationRequired","message":"Invalid identifier or password"}"#)
        }
        refreshWorks = true
        return session
    }

    private func upload(_ seen: Seen) -> Said {
        guard let type = seen.headers["content-type"], type.hasPrefix("image/"), seen.body.count <= 5_242_880 else {
            return invalid("a blob of the wrong kind or size")
        }
        let cid = "bafkrei\(seen.body.count)x\(seen.body.first ?? 0)"
        blobs[cid] = seen.body.count
        return .json(
            200,
            #"{"blob":{"$type":"blob","ref":{"$link":"\#(cid)"},"mimeType":"\#(type)","size":\#(seen.body.count)}}"#)
    }

    private func put(_ seen: Seen) -> Said {
        guard seen.headers["content-type"] == "application/json", let body = seen.object,
            Set(body.keys) == ["repo", "collection", "rkey", "record"], body["repo"]?.text == Self.did,
            body["collection"]?.text == "app.bsky.feed.post", let record = body["record"]?.object
        else { return invalid("putRecord") }
        guard let key = body["rkey"]?.text,
            key.wholeMatch(of: #/[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}/#) != nil
        else { return invalid("rkey is not a TID") }
        if let fault = Lexicon.fault(in: record, blobs: blobs) { return invalid(fault) }
        records[key] = record
        return .json(200, #"{"uri":"\#(uri(key))","cid":"bafy","validationStatus":"valid"}"#)
    }

    private func uri(_ key: String) -> String { "at://\(Self.did)/app.bsky.feed.post/\(key)" }
    private func invalid(_ why: String) -> Said { .json(400, #"{"error":"InvalidRequest","message":"\#(why)"}"#) }
}

/// The lexicons app.bsky.feed.post, app.bsky.embed.images and app.bsky.richtext.facet, as far as they bind a post.
enum Lexicon {
    static func fault(in record: [String: JSONValue], blobs: [String: Int]) -> String? {
        guard Set(record.keys).isSubset(of: ["$type", "text", "createdAt", "langs", "facets", "embed"]),
            record["$type"]?.text == "app.bsky.feed.post"
        else { return "a field that the lexicon does not have" }
        guard let text = record["text"]?.text, text.utf8.count <= 3000, text.count <= 300 else { return "text" }
        guard let at = record["createdAt"]?.text,
            at.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/#) != nil
        else { return "createdAt" }
        guard let langs = record["langs"]?.list?.map(\.text), langs.count <= 3,
            langs.allSatisfy({ $0?.wholeMatch(of: #/[a-z]{2,3}(-[A-Za-z0-9]+)*/#) != nil })
        else { return "langs" }
        for facet in record["facets"]?.list ?? [] {
            if let fault = fault(inFacet: facet.object ?? [:], text) { return fault }
        }
        guard let embed = record["embed"] else { return nil }
        return fault(inEmbed: embed.object ?? [:], blobs)
    }

    private static func fault(inFacet facet: [String: JSONValue], _ text: String) -> String? {
        guard Set(facet.keys) == ["index", "features"], let index = facet["index"]?.numbers,
            Set(index.keys) == ["byteStart", "byteEnd"], let start = index["byteStart"], let end = index["byteEnd"],
            0 <= start, start < end, end <= text.utf8.count
        else { return "a facet out of range" }
        guard String(validating: Array(text.utf8)[start..<end], as: UTF8.self) != nil else {
            return "a facet that cuts a character"
        }
        for feature in facet["features"]?.list?.map({ $0.texts ?? [:] }) ?? [[:]] {
            switch feature["$type"] {
            case "app.bsky.richtext.facet#link":
                guard Set(feature.keys) == ["$type", "uri"], feature["uri"]?.hasPrefix("http") == true else {
                    return "a link"
                }
            case "app.bsky.richtext.facet#mention":
                guard Set(feature.keys) == ["$type", "did"], feature["did"]?.hasPrefix("did:") == true else {
                    return "a mention"
                }
            case "app.bsky.richtext.facet#tag":
                guard Set(feature.keys) == ["$type", "tag"], let tag = feature["tag"], tag.count <= 64,
                    !tag.hasPrefix("#")
                else { return "a tag" }
            default: return "a feature of no kind"
            }
        }
        return nil
    }

    private static func fault(inEmbed embed: [String: JSONValue], _ blobs: [String: Int]) -> String? {
        guard Set(embed.keys) == ["$type", "images"], embed["$type"]?.text == "app.bsky.embed.images",
            let images = embed["images"]?.list?.map({ $0.object ?? [:] }), (1...4).contains(images.count)
        else { return "images" }
        for image in images {
            guard Set(image.keys) == ["alt", "image", "aspectRatio"], image["alt"]?.text != nil,
                let ratio = image["aspectRatio"]?.numbers, Set(ratio.keys) == ["width", "height"],
                ratio.values.allSatisfy({ $0 >= 1 })
            else { return "an image" }
            guard let blob = image["image"]?.object,
                Set(blob.keys) == ["$type", "ref", "mimeType", "size"], blob["$type"]?.text == "blob",
                let cid = blob["ref"]?.texts?["$link"], let size = blobs[cid],
                blob["size"]?.number == size
            else { return "a blob that was not uploaded" }
            guard size <= 2_000_000 else { return "a picture larger than the lexicon has it" }
        }
        return nil
    }
}
