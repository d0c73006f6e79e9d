package import Policy

/// A post that stands somewhere, as what takes it down needs to know it. A record that was published says so of itself.
package struct PublishedPost: Sendable, Equatable, Codable {
    package var title: String
    package var copies: [PublishedCopy]
    package var pictures: [PictureID]

    package init(title: String, copies: [PublishedCopy], pictures: [PictureID]) {
        self.title = title
        self.copies = copies
        self.pictures = pictures
    }
}

/// One place where a post stands.
package struct PublishedCopy: Sendable, Equatable, Codable {
    /// Key of the account's record; stands for the place.
    package var account: String
    package var accountName: String
    package var platform: String
    /// Where it can be seen; empty where nobody has recorded it.
    package var address: String
    /// What leave it needs to show a child there.
    package var purpose: ImagePurpose
    /// Those who run the account.
    package var people: [PersonID]

    package init(
        account: String, accountName: String, platform: String, address: String, purpose: ImagePurpose,
        people: [PersonID]
    ) {
        self.account = account
        self.accountName = accountName
        self.platform = platform
        self.address = address
        self.purpose = purpose
        self.people = people
    }
}
