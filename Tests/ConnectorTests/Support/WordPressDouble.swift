import Foundation

/// The part of WordPress's REST interface that posts and pictures have, strict, with the pages of a website around it.
/// Written from https://developer.wordpress.org/rest-api/reference/posts/ and media/; `make test-connectors` holds the
/// connector against WordPress itself with the same tests.
actor WordPressDouble: Platform {
    struct Post {
        var id: Int
        var slug: String
        var title: String
        var content: String
        var status: String
        var cover: Int
    }
    struct Picture {
        var slug: String
        var alt: String
        var bytes: [UInt8]
    }

    static let user = "hornbook"
    static let password = "abcd efgh ijkl mnop qrst uvwx"
    var faults: [Said] = []
    var log: [Seen] = []
    var losesAnswers = 0
    private(set) var posts: [Post] = []
    private(set) var media: [Int: Picture] = [:]
    private var mayPublish = true
    private var count = 10

    func lowerRole() { mayPublish = false }

    func answer(_ seen: Seen) -> Said {
        if let page = page(seen) { return page }
        guard seen.path == "/", let route = seen.query["rest_route"]?.removingPercentEncoding else { return missing }
        let parts = route.split(separator: "/").map(String.init)
        guard parts.count >= 3, parts[0] == "wp", parts[1] == "v2" else { return missing }
        let isSignedIn: Bool
        switch signIn(seen) {
        case .success(let known): isSignedIn = known
        case .failure(let refusal): return refusal.said
        }
        if !isSignedIn { return visitor(seen, parts) }
        switch (seen.method, parts[2], parts.count) {
        case ("GET", "users", 4) where parts[3] == "me" && seen.query["context"] == "edit":
            return .json(
                200,
                #"{"id":2,"name":"Hornbook","link":"https://a.example/author/hornbook/","capabilities":{"publish_posts":\#(mayPublish),"upload_files":true}}"#
            )
        case ("GET", "posts", 3):
            let found = posts.filter {
                $0.slug == seen.query["slug"] && (seen.query["status"] ?? "publish").contains($0.status)
            }
            return .json(200, "[\(found.map { json($0, seen) }.joined(separator: ","))]")
        case ("GET", "media", 3):
            let found = media.filter { $0.value.slug == seen.query["slug"] }
            return .json(200, "[\(found.map { picture($0.key, $0.value, seen) }.joined(separator: ","))]")
        case ("POST", "media", 3): return upload(seen)
        case ("POST", "posts", 3): return post(seen)
        case ("GET", "posts", 4):
            return posts.first { "\($0.id)" == parts[3] }.map { .json(200, json($0, seen)) } ?? noPost
        case ("POST", "posts", 4): return edit(seen, parts[3])
        case ("DELETE", "posts", 4): return bin(seen, parts[3])
        case ("GET", "media", 4):
            guard let id = Int(parts[3]), let found = media[id] else { return noPost }
            return .json(200, picture(id, found, seen))
        case ("DELETE", "media", 4):
            guard seen.query["force"] == "true" else {
                return .json(
                    501, #"{"code":"rest_trash_not_supported","message":"The post does not support trashing."}"#)
            }
            guard let id = Int(parts[3]), media.removeValue(forKey: id) != nil else { return noPost }
            return .json(200, #"{"deleted":true}"#)
        default: return missing
        }
    }

    private let missing = Said.json(
        404,
        #"{"code":"rest_no_route","message":"No route was found matching the URL and request method.","data":{"status":404}}"#
    )
    private let noPost = Said.json(
        404, #"{"code":"rest_post_invalid_id","message":"Invalid post ID.","data":{"status":404}}"#)

    private struct Refusal: Error { var said: Said }

    /// Whether somebody signed in; a wrong name or password is refused, and none makes a visitor.
    private func signIn(_ seen: Seen) -> Result<Bool, Refusal> {
        guard let header = seen.headers["authorization"] else { return .success(false) }
        let data = Data(base64Encoded: String(header.dropFirst("Basic ".count))) ?? Data()
        let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1).map(String.init)
        guard header.hasPrefix("Basic "), parts.first == Self.user else {
            return .failure(
                Refusal(
                    said: .json(
                        401,
                        #"{"code":"invalid_username","message":"<strong>Error:</strong> The username <strong>x<\/strong> is not registered on this site.","data":{"status":401}}"#
                    )))
        }
        guard parts == [Self.user, Self.password] else {
            return .failure(
                Refusal(
                    said: .json(
                        401,
                        #"{"code":"incorrect_password","message":"The provided password is an invalid application password.","data":{"status":401}}"#
                    )))
        }
        return .success(true)
    }

    private func visitor(_ seen: Seen, _ parts: [String]) -> Said {
        guard seen.method == "GET", parts.count == 4, parts[2] == "posts",
            let post = posts.first(where: { "\($0.id)" == parts[3] })
        else { return parts.count == 4 && parts[2] == "posts" ? noPost : forbidden }
        return post.status == "publish" && seen.query["context"] != "edit" ? .json(200, json(post, seen)) : forbidden
    }

    private let forbidden = Said.json(
        401, #"{"code":"rest_forbidden","message":"Sorry, you are not allowed to do that.","data":{"status":401}}"#)

    /// What a web server answers beside WordPress: pictures, and in folders of their own a page that is not found, a page
    /// of another kind, and WordPress being brought up to date.
    private func page(_ seen: Seen) -> Said? {
        switch seen.path.split(separator: "/").first.map(String.init) ?? "" {
        case "": return nil
        case "nothing": return Said(status: 404, headers: html, body: "<html><body>Not Found</body></html>")
        case "page": return Said(status: 200, headers: html, body: "<html><body>Our school</body></html>")
        case "maintenance":
            return .json(
                503,
                #"{"code":"wp_die","message":"Briefly unavailable for scheduled maintenance. Check back in a minute.","data":{"status":503}}"#,
                ["Retry-After": "600"])
        case "uploads":
            let id = Int(seen.path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
            guard let picture = id.flatMap({ media[$0] }) else { return missing }
            return Said(
                status: 200, headers: ["Content-Type": "image/png"], body: "\(picture.bytes.count) bytes")
        default: return nil
        }
    }

    private let html = ["Content-Type": "text/html"]

    private func post(_ seen: Seen) -> Said {
        guard seen.headers["content-type"] == "application/json", let body = seen.object,
            let slug = body["slug"]?.text, let title = body["title"]?.text,
            let content = body["content"]?.text, body["status"]?.text == "publish"
        else { return .json(400, #"{"code":"rest_invalid_param","message":"Invalid parameter(s)"}"#) }
        let cover = body["featured_media"]?.number ?? 0
        if cover != 0, media[cover] == nil {
            return .json(400, #"{"code":"rest_invalid_featured_media","message":"Invalid featured media ID."}"#)
        }
        count += 1
        let isTaken = posts.contains { $0.slug == slug }
        let post = Post(
            id: count, slug: isTaken ? "\(slug)-2" : slug, title: title, content: content,
            status: mayPublish ? "publish" : "pending", cover: cover)
        posts.append(post)
        return .json(201, json(post, seen))
    }

    private func edit(_ seen: Seen, _ id: String) -> Said {
        guard let index = posts.firstIndex(where: { "\($0.id)" == id }), let body = seen.object else { return noPost }
        if let content = body["content"]?.text { posts[index].content = content }
        if let status = body["status"]?.text { posts[index].status = status }
        return .json(200, json(posts[index], seen))
    }

    private func bin(_ seen: Seen, _ id: String) -> Said {
        guard let index = posts.firstIndex(where: { "\($0.id)" == id }) else { return noPost }
        if seen.query["force"] == "true" {
            posts.remove(at: index)
            return .json(200, #"{"deleted":true}"#)
        }
        guard posts[index].status != "trash" else {
            return .json(410, #"{"code":"rest_already_trashed","message":"The post has already been deleted."}"#)
        }
        posts[index].status = "trash"
        posts[index].slug += "__trashed"
        return .json(200, json(posts[index], seen))
    }

    private func upload(_ seen: Seen) -> Said {
        guard let parts = Part.read(seen.body, type: seen.headers["content-type"]),
            let file = parts.first(where: { $0.name == "file" }), file.fileName != nil, !file.bytes.isEmpty
        else { return .json(400, #"{"code":"rest_upload_no_data","message":"No data supplied."}"#) }
        count += 1
        let picture = Picture(
            slug: parts.first { $0.name == "slug" }?.text ?? "", alt: parts.first { $0.name == "alt_text" }?.text ?? "",
            bytes: file.bytes)
        media[count] = picture
        return .json(201, self.picture(count, picture, seen))
    }

    private func picture(_ id: Int, _ picture: Picture, _ seen: Seen) -> String {
        #"{"id":\#(id),"slug":\#(quoted(picture.slug)),"alt_text":\#(quoted(picture.alt)),"source_url":"http://\#(seen.host)/uploads/\#(id).png"}"#
    }

    private func json(_ post: Post, _ seen: Seen) -> String {
        // Who is not there to edit sees what visitors see.
        let raw = seen.query["context"] == "edit" || seen.method != "GET" ? #""raw":\#(quoted(post.content)),"# : ""
        return
            #"{"id":\#(post.id),"slug":"\#(post.slug)","link":"https://a.example/\#(post.slug)/","status":"\#(post.status)","featured_media":\#(post.cover),"title":{"rendered":\#(quoted(post.title))},"content":{\#(raw)"rendered":\#(quoted(post.content))}}"#
    }
}
