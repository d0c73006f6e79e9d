package import Policy

extension Account {
    /// The account as a post's decision needs to know it.
    ///
    /// - Parameter key: the key of its record.
    package func card(_ key: String, on platforms: PlatformCatalogue) -> AccountCard {
        let open = openAccount
        return AccountCard(
            key: key, title: title, platform: identity.platform, address: open?.opening.address ?? "",
            isOpen: open != nil, operators: open?.people ?? [],
            purpose: purpose(on: platforms), isByHand: open?.connection ?? .byHand == .byHand)
    }

    /// What stands in the feed of the school's own site, or on a website of its own, is not on social media.
    private func purpose(on platforms: PlatformCatalogue) -> ImagePurpose {
        switch openAccount?.connection.way {
        case .feed, .wordPress: .website
        case .byHand, .mastodon, .atProtocol, nil: platforms[identity.platform]?.imagePurpose ?? .socialMedia
        }
    }
}
