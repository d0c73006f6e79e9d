package import Policy

/// What a decision may look at: who asks and in which roles, the time, the school's pack and calendar, and what the
/// office looked up for it. A value: a decision taken again at the same desk is the same decision.
package struct Desk: Sendable {
    package var person: PersonID
    package var roles: Set<Role>
    package var now: Instant
    package var pack: Pack
    /// SHA-256 of the pack's text as the school adopted it, lower-case hexadecimal.
    package var packHash: String
    package var calendar: WorkingCalendar
    package var platforms: PlatformCatalogue
    /// Domains of the school's own e-mail addresses, lower case; empty when the school has not said.
    package var emailDomains: [String]
    /// How many active people hold each role, this person's own included.
    package var holders: [Role: Int]
    /// People whom the command or the record names, as they stood when this was decided.
    package var people: [PersonID: PersonCard]
    /// Pupils whom they name, likewise.
    package var pupils: [PupilID: PupilCard]
    /// Pictures that they name, likewise.
    package var pictures: [PictureID: PictureCard]
    /// Accounts that they name, by their keys, likewise.
    package var accounts: [String: AccountCard]
    /// What the checks say of the post that is decided on; nil for every other record.
    package var proof: PostProof?
    /// Days on which the school publishes nothing.
    package var blackouts: [Blackout]
    /// The published post that a takedown is for, as it stood when this was decided.
    package var published: PublishedPost?
    /// True when the office itself carries out what another record's event demands.
    package var isReaction: Bool

    package init(
        person: PersonID, roles: Set<Role>, now: Instant, pack: Pack, packHash: String = "", calendar: WorkingCalendar,
        platforms: PlatformCatalogue, emailDomains: [String] = [], holders: [Role: Int] = [:],
        people: [PersonID: PersonCard] = [:], pupils: [PupilID: PupilCard] = [:],
        pictures: [PictureID: PictureCard] = [:], accounts: [String: AccountCard] = [:], proof: PostProof? = nil,
        blackouts: [Blackout] = [], published: PublishedPost? = nil, isReaction: Bool = false
    ) {
        self.person = person
        self.roles = roles
        self.now = now
        self.pack = pack
        self.packHash = packHash
        self.calendar = calendar
        self.platforms = platforms
        self.emailDomains = emailDomains
        self.holders = holders
        self.people = people
        self.pupils = pupils
        self.pictures = pictures
        self.accounts = accounts
        self.proof = proof
        self.blackouts = blackouts
        self.published = published
        self.isReaction = isReaction
    }

    package func has(anyOf wanted: [Role]) -> Bool { wanted.contains { roles.contains($0) } }
    /// Refuses everyone who holds none of these roles.
    package func require(anyOf wanted: [Role], to act: String) throws(Refusal) {
        guard has(anyOf: wanted) else { throw .notAuthorised(reason: "You may not \(act).", whoMay: wanted) }
    }
    /// The name of a person on the desk, for a message.
    package func name(_ id: PersonID) -> String { people[id]?.name ?? "Somebody who is no longer here" }
    package var today: Day { now.londonDay }
    /// When something that must be done within `span` from now falls due.
    package func due(within span: Span) -> Instant { calendar.due(from: now, within: span).due }
}

/// A person as another record's decision needs to know them.
package struct PersonCard: Sendable, Equatable, Codable {
    package var id: PersonID
    package var name: String
    package var roles: Set<Role>
    package var isActive: Bool
    package var readiness: Readiness

    package init(id: PersonID, name: String, roles: Set<Role>, isActive: Bool, readiness: Readiness) {
        self.id = id
        self.name = name
        self.roles = roles
        self.isActive = isActive
        self.readiness = readiness
    }
}

/// What a person has done of what the pack asks of an operator.
package struct Readiness: Sendable, Equatable, Codable {
    /// The edition of the policy that they confirmed to have read and understood; nil if none.
    package var declaredEdition: String?
    /// When that must be confirmed again; nil where once an edition is enough.
    package var declarationLapses: Instant?
    /// The last day on which their training counts; nil if they were never trained.
    package var trainedUntil: Day?

    package init(declaredEdition: String? = nil, declarationLapses: Instant? = nil, trainedUntil: Day? = nil) {
        self.declaredEdition = declaredEdition
        self.declarationLapses = declarationLapses
        self.trainedUntil = trainedUntil
    }

    /// What is still missing on a day, of what the pack in force asks.
    package func missing(under pack: Pack, on day: Day) -> [OperatorNeed] {
        pack.process.operatorsNeed.value.filter { need in
            switch need {
            case .declaration: declaredEdition != pack.edition || declarationLapses.map { $0.londonDay < day } ?? false
            case .training: trainedUntil.map { $0 < day } ?? true
            }
        }
    }
}
