package import Policy

/// A picture in the school's store: a random word, unique in the school and never used again.
package struct PictureID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (a: PictureID, b: PictureID) -> Bool { a.rawValue < b.rawValue }
}

extension PictureID: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// A part of a picture, in thousandths of its width and height from the top left, so that it fits every size.
package struct PictureArea: Sendable, Hashable, Codable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// A picture as another record's decision needs to know it.
package struct PictureCard: Sendable, Equatable, Codable {
    package var id: PictureID
    /// The name of the file that was uploaded, for checking; never published.
    package var fileName: String
    /// SHA-256 of the bytes that would be published, lower-case hexadecimal. Covering a face changes it.
    package var hash: String
    package var altText: String
    package var pupils: [PupilID]
    /// Faces seen in it that are neither tagged nor covered.
    package var untaggedFaces: Int
    /// Somebody said that nobody in it can be identified.
    package var isNobodyIdentifiable: Bool
    /// False once it has gone from the store.
    package var isKept: Bool
    /// The day on which it must go; nil while nothing sets one.
    package var goesOn: Day?
    /// Everybody who added it, described it or said who is in it.
    package var hands: [PersonID]

    package init(
        id: PictureID, fileName: String, hash: String, altText: String, pupils: [PupilID], untaggedFaces: Int,
        isNobodyIdentifiable: Bool, isKept: Bool, goesOn: Day?, hands: [PersonID] = []
    ) {
        self.id = id
        self.fileName = fileName
        self.hash = hash
        self.altText = altText
        self.pupils = pupils
        self.untaggedFaces = untaggedFaces
        self.isNobodyIdentifiable = isNobodyIdentifiable
        self.isKept = isKept
        self.goesOn = goesOn
        self.hands = hands
    }

    /// Everybody in it is accounted for: each face tagged or covered, or nobody to be identified.
    package var isAccountedFor: Bool { untaggedFaces == 0 && (isNobodyIdentifiable || !pupils.isEmpty) }
}
