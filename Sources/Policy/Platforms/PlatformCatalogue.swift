/// The platforms on which a school may have an account, with their minimum ages as dated data.
package struct PlatformCatalogue: Sendable, Equatable {
    package let platforms: [Platform]
    /// What a reader of the data should know.
    package let notes: [String]

    package init(platforms: [Platform], notes: [String] = []) {
        self.platforms = platforms
        self.notes = notes
    }

    package subscript(_ id: String) -> Platform? { platforms.first { $0.id == id } }

    /// Those on which a school can ask for an account.
    package var offered: [Platform] { platforms.filter { !$0.isOnlyNamed && $0.closed == nil } }

    /// The platform of that identifier, name or former name, in any case: `Twitter` finds X.
    package func find(_ name: String) -> Platform? {
        let wanted = name.lowercased()
        return platforms.first { platform in
            ([platform.id, platform.name] + platform.formerly.map(\.name)).contains { $0.lowercased() == wanted }
        }
    }

    /// The least age for an account of one's own on a day.
    ///
    /// `unknown` for a platform that is not in the catalogue and for days before its data begin.
    package func minimumAge(_ id: String, on day: Day) -> MinimumAge {
        guard let platform = self[id], let limit = platform.ages.last(where: { $0.from <= day }) else {
            return .unknown
        }
        return limit.age.map { .years($0, source: limit.source) } ?? .noMinimum(source: limit.source)
    }
}

package enum MinimumAge: Sendable, Equatable {
    case years(Int, source: String)
    case noMinimum(source: String)
    case unknown
}

package struct Platform: Sendable, Equatable {
    package struct AgeLimit: Sendable, Equatable {
        /// The first day on which it holds.
        package var from: Day
        /// In years; nil for no minimum.
        package var age: Int?
        package var source: String
    }

    package struct FormerName: Sendable, Equatable {
        package var name: String
        /// The first day of the name that followed.
        package var until: Day
    }

    package var id: String
    package var name: String
    /// In order of their days.
    package var formerly: [FormerName]
    /// The first day on which it was no more; nil while it runs.
    package var closed: Day?
    /// Named by policies, but nothing on which a school has an account.
    package var isOnlyNamed: Bool
    /// One on which people keep a single working profile for life.
    package var isProfessionalNetwork: Bool
    /// Run by or for the school itself, such as a website or a class app.
    package var isSchoolRun: Bool
    /// What consent a picture of a child on it needs; nil for one that is only named.
    package var purpose: ImagePurpose?
    /// In order of their days.
    package var ages: [AgeLimit]
    /// In order of their days.
    package var limits: [PlatformLimits]

    /// What it takes in one post on a day; nil where nothing is known of that day.
    package func limits(on day: Day) -> PlatformLimits? { limits.last { $0.from <= day } }
}
