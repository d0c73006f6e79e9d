package import Policy

/// What a school's policy says of image consent: for what it is asked, how long it lasts, when it is asked again.
package struct ConsentTerms: Sendable, Equatable {
    /// On what the school relies for each purpose. Consent is asked for those where it relies on consent.
    package var bases: [ImagePurpose: LawfulBasis]
    /// How long a yes counts; nil: until the child leaves, or it is asked again.
    package var lasts: Months?
    /// A child who comes into one of these years is asked for again: 0 for reception, 1 to 6.
    package var askedAgainIn: [Int]
    /// How long what was said counts after it is to be asked again, so that there is time to ask.
    package var grace: Span
    /// How soon a new child's parents are to have been asked.
    package var askedWithin: Span
    /// Who sees what was refused or is missing, and records answers.
    package var keepers: [Role]
    /// What shows a child who has left is taken down.
    package var endsWithLeaving: Bool

    package init(
        bases: [ImagePurpose: LawfulBasis] = [:], lasts: Months? = nil, askedAgainIn: [Int] = [1, 3],
        grace: Span = .working(20), askedWithin: Span = .working(20),
        keepers: [Role] = [.administrator, .headteacher, .dsl, .dpo], endsWithLeaving: Bool = true
    ) {
        self.bases = bases
        self.lasts = lasts
        self.askedAgainIn = askedAgainIn
        self.grace = grace
        self.askedWithin = askedWithin
        self.keepers = keepers
        self.endsWithLeaving = endsWithLeaving
    }

    package func basis(of purpose: ImagePurpose) -> LawfulBasis { bases[purpose] ?? .consent }

    /// The purposes for which parents are asked.
    package var asked: [ImagePurpose] { ImagePurpose.allCases.filter { basis(of: $0) == .consent } }

    /// Who puts a child on the list of those who may never appear, and takes them off it.
    package static let protectors: [Role] = [.dsl, .headteacher, .administrator]
}

extension Pack {
    /// The one place where image consent reads the policy.
    package var imageConsent: ConsentTerms { ConsentTerms() }
}
