/// How posts get from here to an account's platform. Secrets are not in it: they are sealed beside it.
package enum Connection: Sendable, Equatable, Codable {
    /// A person puts the post up and says where it stands. What an account has that was never connected.
    case byHand
    /// Any server of the Mastodon API. `server` is its web address, such as `https://mastodon.example`.
    case mastodon(server: String)
    /// A WordPress site, with the name of the user whose application password is used.
    case wordPress(site: String, user: String)
    /// A personal data server of the AT Protocol, with the account's handle.
    case atProtocol(service: String, identifier: String)
    /// The Atom feed of the school's own public site: what is published stands there at once.
    case feed

    /// The names that a form and the record give them, for ever.
    package enum Way: String, Sendable, CaseIterable, Codable {
        case byHand = "by-hand"
        case mastodon
        case wordPress = "wordpress"
        case atProtocol = "at-protocol"
        case feed

        package var label: String {
            switch self {
            case .byHand: "By hand"
            case .mastodon: "Mastodon"
            case .wordPress: "WordPress"
            case .atProtocol: "Bluesky and others of the AT Protocol"
            case .feed: "The school’s own feed"
            }
        }
    }

    package var way: Way {
        switch self {
        case .byHand: .byHand
        case .mastodon: .mastodon
        case .wordPress: .wordPress
        case .atProtocol: .atProtocol
        case .feed: .feed
        }
    }

    /// Whether it needs a password or a token of the platform's.
    package var needsSecret: Bool {
        switch self {
        case .byHand, .feed: false
        case .mastodon, .wordPress, .atProtocol: true
        }
    }
}
