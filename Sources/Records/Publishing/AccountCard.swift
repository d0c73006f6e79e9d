package import Policy

/// An account as a post's decision needs to know it.
package struct AccountCard: Sendable, Equatable, Codable {
    /// The key of the account's record.
    package var key: String
    /// "Oak Class on Mastodon".
    package var title: String
    /// The platform's identifier in the catalogue, or `other`.
    package var platform: String
    /// Where people see it; empty while it is not open.
    package var address: String
    package var isOpen: Bool
    /// Everybody who runs it, in order.
    package var operators: [PersonID]
    /// What a picture that is published there is used for.
    package var purpose: ImagePurpose
    /// A person puts posts up there: nothing connects it.
    package var isByHand: Bool

    package init(
        key: String, title: String, platform: String, address: String = "", isOpen: Bool, operators: [PersonID],
        purpose: ImagePurpose, isByHand: Bool
    ) {
        self.key = key
        self.title = title
        self.platform = platform
        self.address = address
        self.isOpen = isOpen
        self.operators = operators
        self.purpose = purpose
        self.isByHand = isByHand
    }

    /// The platform as leave for social media names it; nil where leave is not given by platform.
    package var leavePlatform: String? { purpose == .socialMedia ? platform : nil }
}

extension Platform {
    /// What a picture there is used for; where the data do not say, as on social media, which asks for most.
    package var imagePurpose: ImagePurpose { purpose ?? .socialMedia }
}
