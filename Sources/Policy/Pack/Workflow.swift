/// The pieces of work, kept as records, that a clause may name as what honours it. The raw values stand in packs for
/// ever.
package enum Workflow: String, Sendable, CaseIterable, Codable {
    case accountApplication = "account-application"
    case accountDecision = "account-decision"
    case accountOpening = "account-opening"
    /// Where log-in details are kept, and who has seen them.
    case accountDetails = "account-details"
    case operators
    case accessReview = "access-review"
    case leaverHandover = "leaver-handover"
    case passwordChange = "password-change"
    case accountClosing = "account-closing"
    case unofficialAccount = "unofficial-account"
    case privacyNoticeListing = "privacy-notice-listing"
    case schoolEmail = "school-email"
    case officialPlatformTest = "official-platform-test"
    case parentsTold = "parents-told"
    case declaration, training
    case peopleImport = "people-import"
    case editionAdoption = "edition-adoption"
    /// Somebody departed from the policy and tells the head why.
    case departure
    case questionToHead = "question-to-head"
    case keptAnswer = "kept-answer"
    case packEditing = "pack-editing"
    /// A post is proofed, approved by somebody else and published.
    case postApproval = "post-approval"
    /// What is found in a draft must be mended or confirmed before it is submitted.
    case proofing
    case imageConsent = "image-consent"
    /// A picture or a post comes down because consent ended or a child left.
    case takedown
    case pictureTagging = "picture-tagging"

    package var label: String {
        switch self {
        case .accountApplication: "applying for an account"
        case .accountDecision: "deciding on an account"
        case .accountOpening: "opening an account"
        case .accountDetails: "keeping log-in details"
        case .operators: "the people who run an account"
        case .accessReview: "reviewing access"
        case .leaverHandover: "handing over a leaver’s accounts"
        case .passwordChange: "changing passwords"
        case .accountClosing: "closing an account"
        case .unofficialAccount: "acting on an unofficial account"
        case .privacyNoticeListing: "listing in the privacy notice"
        case .schoolEmail: "the school e-mail check"
        case .officialPlatformTest: "the test of an official platform"
        case .parentsTold: "telling parents"
        case .declaration: "declaring the policy read"
        case .training: "training"
        case .peopleImport: "importing people"
        case .editionAdoption: "adopting an edition"
        case .departure: "telling the head of a departure"
        case .questionToHead: "asking the head"
        case .keptAnswer: "keeping an answer"
        case .packEditing: "editing the policy"
        case .postApproval: "approving a post"
        case .proofing: "checking a draft"
        case .imageConsent: "consent to pictures"
        case .takedown: "taking down posts and pictures"
        case .pictureTagging: "saying who is in a picture"
        }
    }
}
