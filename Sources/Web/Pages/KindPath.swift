import Records

extension Kind {
    /// The kind's place in addresses.
    var path: String {
        switch self {
        case .school: "school"
        case .person: "people"
        case .declaration: "declarations"
        case .training: "training"
        case .account: "accounts"
        case .answer: "answers"
        case .judgement: "judgements"
        case .post: "posts"
        case .edition: "editions"
        case .pupil: "pupils"
        case .takedown: "takedowns"
        case .picture: "pictures"
        }
    }

    init?(path: String) {
        guard let kind = Kind.allCases.first(where: { $0.path == path }) else { return nil }
        self = kind
    }
}

extension RecordID {
    /// Where the record's own page is. What belongs to a person is shown on that person's page.
    var pagePath: String {
        switch kind {
        case .account, .person, .answer, .judgement, .post, .pupil, .takedown, .picture: "/\(kind.path)/\(key)"
        case .declaration, .training: "/people/\(key)"
        case .school: "/policy"
        case .edition: "/policy/drafts/\(key)"
        }
    }

    func commandPath(_ command: String) -> String { "/\(kind.path)/\(key)/\(command)" }
}
