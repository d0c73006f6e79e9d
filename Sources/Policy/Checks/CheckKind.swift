/// What the words and pictures of a draft are checked for. The raw values stand in packs and in results for ever.
package enum CheckKind: String, Sendable, CaseIterable, Codable {
    // People
    case pupilFullName = "pupil-full-name"
    /// A first name with an initial, an initial with a surname, or a nickname with either.
    case pupilPartialName = "pupil-partial-name"
    /// A first name alone that only pupils bear.
    case pupilFirstName = "pupil-first-name"
    case staffName = "staff-name"
    case parentName = "parent-name"
    /// A child named who is also pictured, where the policy wants one or the other.
    case nameWithImage = "name-with-image"
    /// With what was published before, this singles out a child who may not be named or shown.
    case jigsaw
    // What identifies or reaches somebody
    case phone, email, postcode, address
    case dateOfBirth = "date-of-birth"
    case upn
    case nhsNumber = "nhs-number"
    case handle
    // Words
    case insult, threat, discrimination
    case confidential
    case partyPolitical = "party-political"
    case commercial
    case claim
    case controversial
    case tone
    case readingAge = "reading-age"
    // Form
    case missingDisclaimer = "missing-disclaimer"
    case missingSpeaker = "missing-speaker"
    case link, copyright, tagging
    // Pictures
    case missingAltText = "missing-alt-text"
    /// A face that nobody is tagged on, or a picture without tags of which nobody said that none can be identified.
    case untaggedFace = "untagged-face"
    /// A child shown, or named, whose consent for the place is missing, refused or has ended, or who may not appear.
    case consent

    package var label: String {
        switch self {
        case .pupilFullName: "A pupil’s full name"
        case .pupilPartialName: "A pupil’s name in part"
        case .pupilFirstName: "A pupil’s first name"
        case .staffName: "The name of a member of staff"
        case .parentName: "A parent’s name"
        case .nameWithImage: "A name and a picture together"
        case .jigsaw: "Pieces that together point to one child"
        case .phone: "A telephone number"
        case .email: "An e-mail address"
        case .postcode: "A postcode"
        case .address: "A street address"
        case .dateOfBirth: "A date of birth"
        case .upn: "A unique pupil number (UPN)"
        case .nhsNumber: "An NHS number"
        case .handle: "Somebody’s name on a platform"
        case .insult: "An offensive word"
        case .threat: "Threatening words"
        case .discrimination: "Discriminatory words"
        case .confidential: "A confidential matter"
        case .partyPolitical: "Party politics or campaigning"
        case .commercial: "Selling or personal gain"
        case .claim: "A claim to verify"
        case .controversial: "A controversial matter"
        case .tone: "Tone"
        case .readingAge: "Reading age"
        case .missingDisclaimer: "No word that views are personal"
        case .missingSpeaker: "No word of who is speaking"
        case .link: "A link"
        case .copyright: "Whose work it is"
        case .tagging: "Tagging somebody"
        case .missingAltText: "No description of a picture"
        case .untaggedFace: "Somebody in a picture who is not named to Hornbook"
        case .consent: "Permission to show or name a child"
        }
    }
}

/// What a finding of a check does to a draft.
package enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
    /// Not looked for.
    case off
    /// Shown; stops nothing.
    case advice
    /// Must be confirmed, with a word why, before the draft is submitted.
    case warning
    /// A senior leader must approve the post, whoever else may.
    case leader
    /// The draft cannot be submitted or published with it.
    case stop

    package var label: String {
        switch self {
        case .off: "not looked for"
        case .advice: "shown as advice"
        case .warning: "to be confirmed, with a word why"
        case .leader: "a senior leader approves"
        case .stop: "stops the post"
        }
    }

    package static func < (a: Severity, b: Severity) -> Bool {
        // Both are found: `allCases` holds every case.
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}
