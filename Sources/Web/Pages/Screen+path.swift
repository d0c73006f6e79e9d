import Policy

extension Screen {
    /// The pattern of its address within a school.
    var path: String {
        switch self {
        case .ask: "/ask"
        case .policyPage: "/policy"
        case .accountLog: "/accounts/log"
        case .accountPage: "/accounts/:key"
        case .today: "/today"
        case .people: "/people"
        case .person: "/people/:key"
        case .publicPage: ""
        case .ledger: "/ledger"
        case .keptAnswer: "/answers/:key"
        case .analysis: "/policy/analysis"
        case .comparison: "/policy/compare"
        case .editionDraft: "/policy/drafts/:key"
        case .posts: "/posts"
        case .post: "/posts/:key"
        case .pupils: "/pupils"
        case .pictures: "/pictures"
        case .consentForm: "/consent/:secret"
        }
    }
}
