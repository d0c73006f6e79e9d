package import Policy

/// What was answered for one purpose, by whom and how. A later answer for the purpose takes its place.
package struct ConsentAnswer: Sendable, Equatable, Codable {
    package enum Decision: String, Sendable, CaseIterable, Codable {
        case given, refused, withdrawn

        package var label: String {
            switch self {
            case .given: "yes"
            case .refused: "no"
            case .withdrawn: "withdrawn"
            }
        }
    }

    package var purpose: ImagePurpose
    package var decision: Decision
    package var basis: LawfulBasis
    package var giver: ConsentGiver
    package var means: ConsentMeans
    /// For social media, the platforms that it is for; empty for all of them.
    package var platforms: [String]
    /// The day on which it was said.
    package var on: Day
    /// The last day on which it counts; nil while nothing ends it.
    package var until: Day?
    package var recordedBy: PersonID
    package var recordedAt: Instant

    package init(
        purpose: ImagePurpose, decision: Decision, basis: LawfulBasis = .consent, giver: ConsentGiver,
        means: ConsentMeans, platforms: [String] = [], on: Day, until: Day?, recordedBy: PersonID, recordedAt: Instant
    ) {
        self.purpose = purpose
        self.decision = decision
        self.basis = basis
        self.giver = giver
        self.means = means
        self.platforms = platforms
        self.on = on
        self.until = until
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
    }
}

/// Who answered for a child.
package struct ConsentGiver: Sendable, Equatable, Codable {
    package enum Relation: String, Sendable, CaseIterable, Codable {
        case parent, guardian
        case localAuthority = "local-authority"
        /// Taken over from a list that does not say.
        case notSaid = "not-said"

        package var label: String {
            switch self {
            case .parent: "parent"
            case .guardian: "guardian or carer with parental responsibility"
            case .localAuthority: "local authority with parental responsibility"
            case .notSaid: "not said"
            }
        }

        /// What a person can be asked to choose from.
        package static let offered: [Relation] = [.parent, .guardian, .localAuthority]
    }

    /// Empty where a list that was taken over does not say.
    package var name: String
    package var relation: Relation

    package init(name: String, relation: Relation) {
        self.name = name
        self.relation = relation
    }

    package var text: String {
        name.isEmpty ? relation.label : relation == .notSaid ? name : "\(name), \(relation.label)"
    }
}

/// How an answer came to the school.
package enum ConsentMeans: String, Sendable, CaseIterable, Codable {
    case onlineForm = "online-form"
    case paper
    case inPerson = "in-person"
    case telephone, email
    /// From a list that the school kept before.
    case list

    package var label: String {
        switch self {
        case .onlineForm: "on the school’s form online"
        case .paper: "on paper"
        case .inPerson: "in person"
        case .telephone: "by telephone"
        case .email: "by e-mail"
        case .list: "from the school’s earlier list"
        }
    }

    /// What somebody of the school can record.
    package static let recorded: [ConsentMeans] = [.paper, .inPerson, .telephone, .email]
}

/// How things stand for one purpose, for those who keep consents.
package enum ConsentStanding: Sendable, Equatable {
    case missing
    case given(until: Day?)
    case ended(Day)
    case refused
    case withdrawn
    /// Not asked for: the school relies on another basis, and nobody has objected.
    case otherBasis(LawfulBasis)
    /// The policy names no use of pictures for it.
    case notUsed

    package var isLeave: Bool {
        switch self {
        case .given, .otherBasis: true
        case .missing, .ended, .refused, .withdrawn, .notUsed: false
        }
    }

    /// Nobody has an answer that counts, so somebody must be asked.
    package var wantsAsking: Bool {
        switch self {
        case .missing, .ended: true
        case .given, .refused, .withdrawn, .otherBasis, .notUsed: false
        }
    }

    package var label: String {
        switch self {
        case .missing: "never asked or not answered"
        case .given(nil): "yes"
        case .given(let until?): "yes, until \(until.longText)"
        case .ended(let day): "ended on \(day.longText)"
        case .refused: "no"
        case .withdrawn: "withdrawn"
        case .otherBasis(let basis): "not asked: \(basis.label.lowercased())"
        case .notUsed: "not used"
        }
    }
}
