import Foundation

/// The part of WordPress's REST interface that posts and pictures have, strict.
/// Written from https://developer.wordpress.org/rest-api/reference/posts/ and media/; `make test-connectors` holds the
/// connector against WordPress itself.
actor WordPressDouble: Platform {
    struct Post {
        var id: Int
        var slug: String
        var title: String
        var content: String
        var status: String
    }

    static let user = "hornbook"
    static let password = "abcd efgh ijkl mnop qrst uvwx"
    var faults: [Said] = []
    var log: [Seen] = []
    var losesAnswers = 0
    private(set) var posts: [Post] = []
    private(set) var media: [Int: (slug: String, alt: String)] = [:]
    private var mayPublish = true
    private var count = 10

    func lowerRole() { mayPublish = false }

    func answer(_ seen: Seen) -> Said {
        let wanted = "Basic " + Data("\(Self.user):\(Self.password)".utf8).base64EncodedString()
        guard seen.headers["authorization"] == wanted else {
            return .json(
                401,
                #"{"code":"incorrect_password","message":"The provided password is an invalid application password."}"#)
        }
        guard seen.path == "/", let route = seen.query["rest_route"]?.removingPercentEncoding else { return missing }
        let parts = route.split(separator: "/").map(String.init)
        guard parts.count >= 3, parts[0] == "wp", parts[1] == "v2" else { return missing }
        switch (seen.method, parts[2], parts.count) {
        case ("GET", "users", 4) where parts[3] == "me" && seen.query["context"] == "edit":
            return .json(
                200,
                #"{"id":2,"name":"Hornbook","link":"https://a.example/author/hornbook/","capabilities":{"publish_posts":\#(mayPublish),"upload_files":true}}"#
            )
        case ("GET", "posts", 3):
            let found = posts.filter { $0.slug == seen.query["slug"] && $0.status == "publish" }
            return .json(200, "[\(found.map(json).joined(separator: ","))]")
        case ("GET", "media", 3):
            let found = media.filter { $0.value.slug == seen.query["slug"] }
            return .json(200, "[\(found.keys.map(picture).joined(separator: ","))]")
        case ("POST", "media", 3): return upload(seen)
        case ("POST", "posts", 3): return post(seen)
        case ("GET", "posts", 4): return posts.first { "\($0.id)" == parts[3] }.map { .json(200, json($0)) } ?? missing
        case ("DELETE", "posts", 4):
            guard let index = posts.firstIndex(where: { "\($0.id)" == parts[3] }) else { return missing }
            guard posts[index].status != "trash" else {
                return .json(410, #"{"code":"rest_already_trashed","message":"The post has already been deleted."}"#)
            }
            posts[index].status = "trash"
            posts[index].slug += "__trashed"
            return .json(200, json(posts[index]))
        case ("DELETE", "media", 4):
            guard seen.query["force"] == "true" else {
                return .json(
                    501, #"{"code":"rest_trash_not_supported","message":"The post does not support trashing."}"#)
            }
            guard let id = Int(parts[3]), media.removeValue(forKey: id) != nil else { return missing }
            return .json(200, #"{"deleted":true}"#)
        default: return missing
        }
    }

    private let missing = Said.json(404, #"{"code":"rest_no_route","message":"No route was found."}"#)

    private func post(_ seen: Seen) -> Said {
        guard seen.headers["content-type"] == "application/json", let body = seen.object,
            let slug = body["slug"]?.text, let title = body["title"]?.text,
            let content = body["content"]?.text, body["status"]?.text == "publish"
        else { return .json(400, #"{"code":"rest_invalid_param","message":"Invalid parameter(s)"}"#) }
        if let cover = body["featured_media"]?.number, media[cover] == nil {
            return .json(400, #"{"code":"rest_invalid_featured_media","message":"Invalid featured media ID."}"#)
        }
        count += 1
        let isTaken = posts.contains { $0.slug == slug }
        let post = Post(
            id: count, slug: isTaken ? "\(slug)-2" : slug, title: title, content: content,
            status: mayPublish ? "publish" : "pending")
        posts.append(post)
        return .json(201, json(post))
    }

    private func upload(_ seen: Seen) -> Said {
        guard let parts = Part.read(seen.body, type: seen.headers["content-type"]),
            let file = parts.first(where: { $0.name == "file" }), file.fileName != nil, !file.bytes.isEmpty
        else { return .json(400, #"{"code":"rest_upload_no_data","message":"No data supplied."}"#) }
        count += 1
        media[count] = (
            parts.first { $0.name == "slug" }?.text ?? "", parts.first { $0.name == "alt_text" }?.text ?? ""
        )
        return .json(201, picture(count))
    }

    private func picture(_ id: Int) -> String {
        #"{"id":\#(id),"source_url":"https://a.example/wp-content/uploads/\#(id).jpg"}"#
    }

    private func json(_ post: Post) -> String {
        #"{"id":\#(post.id),"link":"https://a.example/\#(post.slug)/","status":"\#(post.status)","content":{"raw":\#(quoted(post.content)),"rendered":\#(quoted(post.content))}}"#
    }
}
