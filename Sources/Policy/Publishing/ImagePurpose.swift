/// What a child's picture is used for. Consent is given for each on its own. The raw values stand in events for ever.
package enum ImagePurpose: String, Sendable, CaseIterable, Codable, Comparable {
    case classroom, display, website
    case socialMedia = "social-media"
    case press, prospectus, video

    package var label: String {
        switch self {
        case .classroom: "Lessons and records of work"
        case .display: "Displays in school"
        case .website: "The school’s website"
        case .socialMedia: "The school’s social media"
        case .press: "Newspapers and television"
        case .prospectus: "The prospectus and other printed matter"
        case .video: "Video"
        }
    }

    package static func < (a: ImagePurpose, b: ImagePurpose) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// On what a school relies when it uses a picture (UK GDPR, article 6).
package enum LawfulBasis: String, Sendable, CaseIterable, Codable {
    case consent
    case publicTask = "public-task"
    case legitimateInterests = "legitimate-interests"

    package var label: String {
        switch self {
        case .consent: "Consent"
        case .publicTask: "Public task"
        case .legitimateInterests: "Legitimate interests"
        }
    }
}
