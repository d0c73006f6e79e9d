package import Policy

/// A pupil of one school: `c-` and a random word, unique in the school and never used again.
package struct PupilID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (a: PupilID, b: PupilID) -> Bool { a.rawValue < b.rawValue }
}

extension PupilID: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// A pupil as another record's decision needs to know them.
package struct PupilCard: Sendable, Equatable, Codable {
    package var id: PupilID
    package var first: String
    package var last: String
    /// Other first names that they go by.
    package var nicknames: [String]
    package var className: String
    /// 0 for reception, 1 to 6; nil where the school has not said.
    package var year: Int?
    package var isHere: Bool
    /// What may be shown of them; a child who may never appear has an empty list, and nobody is told why.
    package var leaves: [ImageLeave]

    package init(
        id: PupilID, first: String, last: String, nicknames: [String], className: String, year: Int?, isHere: Bool,
        leaves: [ImageLeave]
    ) {
        self.id = id
        self.first = first
        self.last = last
        self.nicknames = nicknames
        self.className = className
        self.year = year
        self.isHere = isHere
        self.leaves = leaves
    }

    package var name: String { "\(first) \(last)" }

    /// Whether a picture of them may be used, on a day: up to the last one at the school, and no more from the moment at
    /// which they are recorded as having left.
    ///
    /// - Parameter platform: the platform's identifier, for ``ImagePurpose/socialMedia``; nil otherwise.
    package func leave(for purpose: ImagePurpose, on platform: String?, day: Day) -> LeaveToShow {
        guard let leave = leaves.first(where: { $0.purpose == purpose }) else { return .none }
        if let platform, !leave.platforms.isEmpty, !leave.platforms.contains(platform) { return .none }
        if let until = leave.until, until < day || !isHere { return .ended(until) }
        // Whoever has left has a last day. Without one nothing says that there is leave.
        return isHere ? .given(until: leave.until) : .none
    }
}

/// Leave to use pictures of a child for one purpose.
package struct ImageLeave: Sendable, Equatable, Codable {
    package var purpose: ImagePurpose
    /// For social media, the platforms that it is for; empty for all of them.
    package var platforms: [String]
    package var basis: LawfulBasis
    /// The last day; nil while nothing ends it.
    package var until: Day?

    package init(purpose: ImagePurpose, platforms: [String] = [], basis: LawfulBasis, until: Day?) {
        self.purpose = purpose
        self.platforms = platforms
        self.basis = basis
        self.until = until
    }
}

/// Refused, never asked and protected are told alike: whoever is told no does not learn why.
package enum LeaveToShow: Sendable, Equatable {
    case given(until: Day?)
    case ended(Day)
    case none

    package var isGiven: Bool {
        if case .given = self { true } else { false }
    }
}
