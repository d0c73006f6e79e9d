package import Policy

/// What a school's policy says of image consent: for what it is asked, how long it lasts, when it is asked again.
package struct ConsentTerms: Sendable, Equatable {
    /// On what the school relies for each purpose; a purpose that is not here is none for which it uses pictures.
    package var bases: [ImagePurpose: LawfulBasis]
    /// How long a yes counts; nil: until the child leaves, or it is asked again.
    package var lasts: Months?
    /// A child who comes into one of these years is asked for again: 0 for reception, 1 to 6.
    package var askedAgainIn: [Int]
    /// How soon parents are to have been asked: when a child comes, and when what they said is to be asked again.
    package var askedWithin: Span
    /// Who sees what was refused or is missing, and records answers.
    package var keepers: [Role]

    package init(
        bases: [ImagePurpose: LawfulBasis], lasts: Months? = nil, askedAgainIn: [Int] = [],
        askedWithin: Span, keepers: [Role]
    ) {
        self.bases = bases
        self.lasts = lasts
        self.askedAgainIn = askedAgainIn
        self.askedWithin = askedWithin
        self.keepers = keepers
    }

    /// The purposes for which parents are asked.
    package var asked: [ImagePurpose] { ImagePurpose.allCases.filter { bases[$0] == .consent } }
    /// The purposes for which the school uses pictures.
    package var used: [ImagePurpose] { ImagePurpose.allCases.filter { bases[$0] != nil } }

    /// Who puts a child on the list of those who may never appear, and takes them off it: of those who may see who is on
    /// it the safeguarding lead, the headteacher and the administrator, and all of them where they are none of these.
    package var protectors: [Role] {
        let usual: [Role] = [.dsl, .headteacher, .administrator]
        let protectors = usual.filter { !Role.including([$0]).isDisjoint(with: keepers) }
        return protectors.isEmpty ? keepers : protectors
    }
}

extension Pack {
    /// The one place where image consent reads the policy.
    package var imageConsent: ConsentTerms {
        let uses = process.imageUses.value
        var bases: [ImagePurpose: LawfulBasis] = [:]
        for purpose in uses.purposes { bases[purpose] = uses[purpose] }
        return ConsentTerms(
            bases: bases, lasts: process.imageConsentLasts.value,
            askedAgainIn: process.imageConsentAskedAgain.value.map(\.number),
            askedWithin: process.imageConsentWithin.value, keepers: process.consentKeepers.value)
    }
}
