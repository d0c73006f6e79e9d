/// What WordPress's REST interface answers with: of each thing only what is used.
/// Source: https://developer.wordpress.org/rest-api/reference/
struct WordPressUser: Decodable {
    struct Capabilities: Decodable {
        var publish_posts: Bool?
        var upload_files: Bool?
    }
    var name: String
    var link: String?
    var capabilities: Capabilities?
}

struct WordPressPost: Decodable {
    struct Text: Decodable {
        var raw: String?
        var rendered: String
    }
    var id: Int
    var link: String
    var status: String
    var content: Text?
}

struct WordPressMedia: Decodable {
    var id: Int
    var source_url: String
}

/// What makes a post.
struct WordPressNewPost: Codable {
    var title: String
    var content: String
    var slug: String
    var status: String
    var featured_media: Int?
    /// The pictures uploaded for it, so that they can be taken down with it. WordPress passes over what it does not know.
    var pictures: [Int]

    enum CodingKeys: String, CodingKey {
        case title, content, slug, status, featured_media
        case pictures = "hornbook_pictures"
    }
}
