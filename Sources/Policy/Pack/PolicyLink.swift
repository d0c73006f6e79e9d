/// A document, law, agency or service outside the policy that it leans on.
package struct PolicyLink: Sendable, Equatable {
    /// The raw values stand in packs for ever.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case document, law, agency, service

        package var label: String {
            switch self {
            case .document: "Documents"
            case .law: "Laws"
            case .agency: "Agencies"
            case .service: "Services"
            }
        }
    }

    /// What stands in a law's place.
    package struct Replacement: Sendable, Equatable {
        package var name: String
        package var since: PrintedDate
    }

    package var kind: Kind
    package var name: String
    /// Identifiers of the clauses that name it.
    package var clauses: [String]
    /// What it is wanted for.
    package var purpose: String?
    /// A web or an e-mail address.
    package var address: String?
    package var phone: String?
    /// For a law that is no longer in force.
    package var replacement: Replacement?

    /// Whether the address is one of the web; any other is an e-mail address.
    package var isOnWeb: Bool { address.map(PolicyLink.isWeb) ?? false }

    static func isWeb(_ address: String) -> Bool { address.hasPrefix("https://") || address.hasPrefix("http://") }
}
