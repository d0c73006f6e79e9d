package import Policy
package import Records

/// Publishing on other people's platforms: the port that every connector answers to.
///
/// A delivery has the effect of one, however often it is tried: the same ``Parcel/key`` at the same place is the same
/// post. Who delivers writes down that it begins before it sends; when it cannot know how a try ended it gives the same
/// parcel again with ``Parcel/mayBeThere``, and the connector looks before it sends.
package protocol Connecting: Sendable {
    /// Whose account it is: proves that the address and the secret are good, and changes nothing.
    func holder(of destination: Destination) async throws(DeliveryFailure) -> AccountHolder
    /// Puts a post up.
    func deliver(_ parcel: Parcel, to destination: Destination) async throws(DeliveryFailure) -> Delivered
    /// What an earlier try left at the platform; nil only where the platform was asked and has nothing. Sends nothing.
    func find(_ parcel: Parcel, on destination: Destination) async throws(DeliveryFailure) -> Delivered?
    /// Reads back what stands at the platform.
    func look(at copy: Delivered, on destination: Destination) async throws(DeliveryFailure) -> Presence
    /// Takes a post down. To take down what is gone already is no failure.
    func remove(_ copy: Delivered, from destination: Destination) async throws(DeliveryFailure)
}

/// Where a post goes: an account's connection with its secret, opened for the length of one call.
package struct Destination: Sendable {
    package var connection: Connection
    /// Empty where the connection needs none.
    package var secret: String

    package init(connection: Connection, secret: String) {
        self.connection = connection
        self.secret = secret
    }
}

extension Destination: CustomStringConvertible, CustomReflectable {
    /// Never the secret, so that no log line can hold it.
    package var description: String { "Destination(\(connection.way.rawValue))" }
    package var customMirror: Mirror { Mirror(self, children: ["way": connection.way.rawValue]) }
}

/// One post on its way to one account.
package struct Parcel: Sendable, Equatable {
    package struct Picture: Sendable, Equatable {
        package var bytes: [UInt8]
        /// Such as `image/jpeg`.
        package var mediaType: String
        package var altText: String
        /// In pixels.
        package var width: Int
        package var height: Int

        package init(bytes: [UInt8], mediaType: String, altText: String, width: Int, height: Int) {
            self.bytes = bytes
            self.mediaType = mediaType
            self.altText = altText
            self.width = width
            self.height = height
        }
    }

    /// Names the delivery at the platform: see ``key(post:account:contentHash:)``.
    package var key: String
    /// For platforms whose posts have a heading; empty to take the first words.
    package var title: String
    package var words: String
    package var pictures: [Picture]
    /// A language tag of BCP 47.
    package var language: String
    /// When the delivery began, the same in every try.
    package var begun: Instant
    /// An earlier try may have got through.
    package var mayBeThere: Bool

    package init(
        key: String, title: String = "", words: String, pictures: [Picture] = [], language: String = "en-GB",
        begun: Instant, mayBeThere: Bool = false
    ) {
        self.key = key
        self.title = title
        self.words = words
        self.pictures = pictures
        self.language = language
        self.begun = begun
        self.mayBeThere = mayBeThere
    }

    /// SHA-256 in lower-case hexadecimal of what is published, by which post, on which account: a correction is another
    /// delivery, a retry is the same.
    package static func key(post: String, account: String, contentHash: String) -> String {
        Digest.hex(of: "\(post)\n\(account)\n\(contentHash)")
    }
}

/// A post that stands at a platform, and what was sent to get it there.
package struct Delivered: Sendable, Equatable, Codable {
    /// What the platform calls it: a status's number, a post's number, an `at:` address.
    package var identifier: String
    /// Where people see it; empty where the platform did not say.
    package var address: String
    /// The request that made it, as it was sent, without secrets and pictures' bytes.
    package var sent: String
    /// SHA-256 of ``sent``, lower-case hexadecimal.
    package var sentHash: String
    package var at: Instant

    package init(identifier: String, address: String, sent: String, at: Instant) {
        self.identifier = identifier
        self.address = address
        self.sent = sent
        sentHash = Digest.hex(of: sent)
        self.at = at
    }
}

/// What a connector found when it read a post back.
package enum Presence: Sendable, Equatable, Codable {
    case present(sameWords: Bool)
    case gone
    /// The platform does not let it be known, or a person must look.
    case unknown
}

/// Whose account a connection leads to, as the platform says it.
package struct AccountHolder: Sendable, Equatable {
    package var name: String
    package var address: String
    /// The most characters that the platform takes; nil where it does not say.
    package var mostCharacters: Int?

    package init(name: String, address: String, mostCharacters: Int? = nil) {
        self.name = name
        self.address = address
        self.mostCharacters = mostCharacters
    }
}

/// Why a post did not get there. The words are for people: plain, and without secrets.
package enum DeliveryFailure: Error, Sendable, Equatable {
    /// To be tried again; not before so many seconds where the platform said so.
    case temporary(reason: String, retryAfter: Int64?)
    /// Trying again will not help.
    case permanent(reason: String)
    /// The address and the secret do not open the account any more.
    case signInRefused(reason: String)
    /// The account publishes by hand.
    case notConnected
    /// More characters than the platform takes.
    case tooLong(limit: Int)
    case tooManyPictures(limit: Int)
}
