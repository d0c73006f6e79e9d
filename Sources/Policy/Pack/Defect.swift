/// Something wrong with the policy's document itself.
package struct Defect: Sendable, Equatable {
    /// The raw values stand in packs for ever.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case contradiction
        case undefinedTerm = "undefined-term"
        case missingRoute = "missing-route"
        case unsigned, numbering
        case brokenLink = "broken-link"
        case leftOver = "left-over"
        case oldName = "old-name"
        case oldLaw = "old-law"
        case date, gap

        package var label: String {
            switch self {
            case .contradiction: "Contradiction"
            case .undefinedTerm: "Undefined term"
            case .missingRoute: "Missing route"
            case .unsigned: "Unsigned"
            case .numbering: "Numbering"
            case .brokenLink: "Broken link"
            case .leftOver: "Left over"
            case .oldName: "Old name"
            case .oldLaw: "Old law"
            case .date: "Date"
            case .gap: "Gap"
            }
        }
    }

    /// `two-version-numbers`
    package var id: String
    package var kind: Kind
    /// Identifiers of clauses; may be empty for a gap and for what is computed.
    package var clauses: [String]
    package var says: String
    /// What comes of it.
    package var means: String
    package var mend: String
    /// True when it follows from dates and names, and nobody typed it.
    package var isComputed: Bool
}
