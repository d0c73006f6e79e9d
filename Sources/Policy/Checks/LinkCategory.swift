/// What a link leads to, or hides, as far as its address tells. The raw values stand in packs for ever.
package enum LinkCategory: String, Sendable, CaseIterable, Codable, Hashable {
    /// Over plain HTTP, which anybody on the way can read and change.
    case unencrypted
    /// Behind a shortener, which hides where it leads.
    case shortened
    /// Written with letters that look like those of another address.
    case lookalike
    case adult, gambling, alcohol, tobacco, weapons
    case fileSharing = "file-sharing"
    case crowdfunding, petition
    case partyPolitical = "party-political"
    case shop

    package var label: String {
        switch self {
        case .unencrypted: "links that are not encrypted"
        case .shortened: "shortened links"
        case .lookalike: "addresses that imitate another"
        case .adult: "matter for adults"
        case .gambling: "gambling"
        case .alcohol: "alcohol"
        case .tobacco: "tobacco and vaping"
        case .weapons: "weapons"
        case .fileSharing: "file sharing"
        case .crowdfunding: "crowdfunding"
        case .petition: "petitions"
        case .partyPolitical: "political parties"
        case .shop: "shops"
        }
    }
}
