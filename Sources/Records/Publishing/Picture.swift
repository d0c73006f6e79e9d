package import Policy

/// A picture in the school's own store: who is in it, how it is described, and the day on which it must go.
package struct Picture: Record {
    package static let kind = Kind.picture

    package var id: PictureID
    package var upload: Upload
    /// The bytes that would be published, as they stand now.
    package var image: StoredImage
    /// What it shows, for those who cannot see it; empty until somebody has said.
    package var altText: String
    /// Faces that were seen when it came, in that order: a face is known by its place in the list, from 0.
    package var faces: [SeenFace]
    /// False where nothing could look for faces.
    package var wasSearched: Bool
    package var tags: [PictureTag]
    /// Parts that were covered for good.
    package var covered: [PictureArea]
    /// Who said that nobody in it can be identified; nil while nobody has.
    package var nobody: Saying?
    /// The day on which it must go; nil while nothing sets one.
    package var goesOn: Day?
    package var removal: Removal?
    /// Whoever described it, covered a part of it or said who is in it, in the order in which they first did; nil in a
    /// state that was kept before this was noted.
    var changedBy: [PersonID]?
    /// The days on which it goes for children of whom nothing may be shown; nil likewise.
    var clocks: [PictureClock]?

    package struct Upload: Sendable, Equatable, Codable {
        package var by: PersonID
        package var at: Instant
        /// As it was called on the device it came from; never published.
        package var fileName: String

        package init(by: PersonID, at: Instant, fileName: String) {
            self.by = by
            self.at = at
            self.fileName = fileName
        }
    }

    package struct Saying: Sendable, Equatable, Codable {
        package var by: PersonID
        package var at: Instant

        package init(by: PersonID, at: Instant) {
            self.by = by
            self.at = at
        }
    }

    /// That it went, when and why. Of the picture itself nothing is left.
    package struct Removal: Sendable, Equatable, Codable {
        package enum Reason: String, Sendable, CaseIterable, Codable {
            /// The day came that had been set for it.
            case due
            /// Somebody took it out of the store.
            case byHand = "by-hand"

            package var label: String {
                switch self {
                case .due: "Its day had come"
                case .byHand: "Somebody removed it"
                }
            }
        }

        package var reason: Reason
        package var on: Day
        /// ``PersonID/office`` for what goes by itself.
        package var by: PersonID

        package init(reason: Reason, on: Day, by: PersonID) {
            self.reason = reason
            self.on = on
            self.by = by
        }
    }
}

extension Picture {
    /// Everybody who added it, described it, covered a part of it or said who is in it, whatever of that still stands.
    package var hands: [PersonID] {
        let standing = [nobody?.by].compactMap(\.self) + faces.compactMap { $0.dismissed?.by }
        return Set([upload.by] + (changedBy ?? standing)).subtracting([.office]).sorted()
    }

    /// As those see it who do not keep consents: since when nothing of a child may be shown is not theirs to know.
    package var withoutClocks: Picture {
        var copy = self
        copy.clocks = nil
        return copy
    }
}

/// The bytes of a picture in the store.
package struct StoredImage: Sendable, Equatable, Codable {
    /// The word under which the store keeps them; the small one has `-small` after it.
    package var blob: String
    /// SHA-256 of the bytes, lower-case hexadecimal.
    package var hash: String
    /// In pixels.
    package var width: Int
    package var height: Int
    package var byteCount: Int

    package init(blob: String, hash: String, width: Int, height: Int, byteCount: Int) {
        self.blob = blob
        self.hash = hash
        self.width = width
        self.height = height
        self.byteCount = byteCount
    }

    package var smallBlob: String { "\(blob)-small" }
}

/// A face that was seen by machine.
package struct SeenFace: Sendable, Equatable, Codable {
    package var area: PictureArea
    /// Who said that it is no face; nil while nobody has.
    package var dismissed: Picture.Saying?

    package init(area: PictureArea, dismissed: Picture.Saying? = nil) {
        self.area = area
        self.dismissed = dismissed
    }
}

/// The day on which a picture goes because nothing of a child who is in it may be shown. It is counted from when that was
/// first so, and stays known when the tag is removed: to tag the child again puts it off no further.
package struct PictureClock: Sendable, Equatable, Codable {
    package var pupil: PupilID
    package var goesOn: Day

    package init(pupil: PupilID, goesOn: Day) {
        self.pupil = pupil
        self.goesOn = goesOn
    }
}

/// A child in a picture, and where.
package struct PictureTag: Sendable, Equatable, Codable {
    package var pupil: PupilID
    package var area: PictureArea

    package init(pupil: PupilID, area: PictureArea) {
        self.pupil = pupil
        self.area = area
    }
}
