package import Policy

/// A published post that must go, place by place, and what is known of each. One for a post, under the post's key.
package struct Takedown: Record {
    package static let kind = Kind.takedown

    /// The post's title when it was first asked for.
    package var title: String
    package var pictures: [PictureID]
    /// Who asks that it goes, the oldest first.
    package var grounds: [Ground]
    package var copies: [Copy]
    package var phase: Phase

    package enum Phase: Sendable, Equatable, Codable {
        case open(since: Instant, due: Instant)
        /// All are gone.
        case closed(at: Instant)
        /// Only asked for by hand, and not done.
        case setAside(reason: String, by: PersonID, at: Instant)
    }

    /// Why it must go. Whether leave was withdrawn or the child may never be shown is not told apart.
    package struct Ground: Sendable, Equatable, Codable {
        /// The child whose leave ended; nil for a request that is about no pupil.
        package var pupil: PupilID?
        /// Who asked, in the words of whoever recorded it; empty where it follows from the record of a pupil.
        package var askedBy: String
        package var says: String
        package var by: PersonID
        package var at: Instant
        /// The roles that keep consents by the policy then in force, who see to it; nil where none was written down yet.
        package var keepers: [Role]?

        package init(
            pupil: PupilID?, askedBy: String = "", says: String = "", by: PersonID, at: Instant, keepers: [Role]? = nil
        ) {
            self.pupil = pupil
            self.askedBy = askedBy
            self.says = says
            self.by = by
            self.at = at
            self.keepers = keepers
        }
    }

    package struct Copy: Sendable, Equatable, Codable {
        package var place: PublishedCopy
        /// Nil while it is still to be seen there.
        package var gone: Gone?

        package init(place: PublishedCopy, gone: Gone? = nil) {
            self.place = place
            self.gone = gone
        }
    }

    /// That a copy is gone, and how it is known.
    package struct Gone: Sendable, Equatable, Codable {
        package enum Seen: String, Sendable, CaseIterable, Codable {
            /// Somebody looked.
            case byHand = "by-hand"
            /// Hornbook asked the platform for it, and it was not there.
            case readBack = "read-back"

            package var label: String {
                switch self {
                case .byHand: "somebody looked"
                case .readBack: "the platform was asked for it"
                }
            }
        }

        package var seen: Seen
        package var by: PersonID
        package var at: Instant
        package var note: String

        package init(seen: Seen, by: PersonID, at: Instant, note: String) {
            self.seen = seen
            self.by = by
            self.at = at
            self.note = note
        }
    }
}
