/// What a server of the Mastodon API answers with: of each entity only what is used.
/// Source: https://docs.joinmastodon.org/entities/
struct MastodonAccount: Decodable {
    var id: String
    var acct: String
    var display_name: String
    var url: String
}

struct MastodonStatus: Decodable {
    var id: String
    var url: String?
    var uri: String
    var content: String
    var created_at: String
}

struct MastodonMedia: Decodable {
    var id: String
    /// Nothing while the server is still working on it.
    var url: String?
}

/// The limits of a server: its second interface names them; of one that has none, Mastodon's own hold.
struct MastodonInstance: Decodable {
    struct Configuration: Decodable {
        struct Statuses: Decodable {
            var max_characters: Int?
            var max_media_attachments: Int?
            var characters_reserved_per_url: Int?
        }
        struct Media: Decodable {
            var description_limit: Int?
        }
        var statuses: Statuses?
        var media_attachments: Media?
    }
    var configuration: Configuration?

    var mostCharacters: Int { configuration?.statuses?.max_characters ?? 500 }
    var mostPictures: Int { configuration?.statuses?.max_media_attachments ?? 4 }
    /// In the description of a picture: 1,500 before servers said so.
    var mostOfDescription: Int { configuration?.media_attachments?.description_limit ?? 1500 }
    var charactersOfLink: Int { configuration?.statuses?.characters_reserved_per_url ?? 23 }
}

/// What makes a status.
struct MastodonNewStatus: Codable {
    var status: String
    var media_ids: [String]
    var language: String
    var visibility: String
}
