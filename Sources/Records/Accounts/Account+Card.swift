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
            purpose: platforms[identity.platform]?.imagePurpose ?? .socialMedia, isByHand: true)
    }
}
