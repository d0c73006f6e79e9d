/// The screens that a clause may name as what honours it. The raw values stand in packs for ever.
package enum Screen: String, Sendable, CaseIterable, Codable {
    case ask
    case policyPage = "policy-page"
    case accountLog = "account-log"
    case accountPage = "account-page"
    case today, people, person
    case publicPage = "public-page"
    case ledger
    case keptAnswer = "kept-answer"
    case analysis, comparison
    case editionDraft = "edition-draft"
    case posts, post, pupils, pictures
    case consentForm = "consent-form"

    package var label: String {
        switch self {
        case .ask: "Ask “May I…?”"
        case .policyPage: "the policy page"
        case .accountLog: "the account log"
        case .accountPage: "an account’s page"
        case .today: "Today"
        case .people: "the list of people"
        case .person: "a person’s page"
        case .publicPage: "the public page"
        case .ledger: "the ledger"
        case .keptAnswer: "a kept answer"
        case .analysis: "the analysis of the policy"
        case .comparison: "the comparison of editions"
        case .editionDraft: "the draft of an edition"
        case .posts: "the list of posts"
        case .post: "a post’s page"
        case .pupils: "the list of pupils"
        case .pictures: "the pictures"
        case .consentForm: "the form that asks parents about pictures"
        }
    }
}
