/// A person of one school: `p-` and a random word, unique in the school and never used again.
package struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (a: PersonID, b: PersonID) -> Bool { a.rawValue < b.rawValue }
    /// The office itself, as the actor of reactions and reminders.
    package static let office = PersonID("office")
    /// A parent who answers by the link that they were given: nobody who can sign in, and nobody's roles.
    package static let family = PersonID("family")
}

extension PersonID: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// The kinds of record. The raw value stands in event types and addresses for ever.
package enum Kind: String, Sendable, CaseIterable, Codable {
    case school, person, declaration, training, account, edition
    case answer, judgement
    case post
    case pupil, takedown
    case picture

    /// What the key of a record begins with.
    package var keyPrefix: String {
        switch self {
        case .person: "p-"
        case .pupil: "c-"
        case .school, .declaration, .training, .account, .edition, .answer, .judgement, .takedown, .picture, .post: ""
        }
    }
}

/// A record of one school. For a person, the person's identifier; for what belongs to a person, that with a prefix.
package struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let kind: Kind
    package let key: String
    package init(_ kind: Kind, _ key: String) {
        self.kind = kind
        self.key = key
    }
    /// `kind/key`, the form in which the ledger knows it; the key is 1 to 60 of `a-z`, `0-9` and `-`.
    package init?(_ text: String) {
        guard let slash = text.firstIndex(of: "/"), let kind = Kind(rawValue: String(text[..<slash])) else {
            return nil
        }
        let key = String(text[text.index(after: slash)...])
        let isPlain = key.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard (1...60).contains(key.utf8.count), isPlain else { return nil }
        self.init(kind, key)
    }
    package var description: String { "\(kind.rawValue)/\(key)" }
    package static func < (a: RecordID, b: RecordID) -> Bool { a.description < b.description }
}
