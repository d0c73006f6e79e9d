/// What a person needs before running an account in the school's name.
package enum OperatorNeed: String, Sendable, CaseIterable, Codable, Hashable {
    /// Confirmed to have read and understood the edition in force.
    case declaration
    /// Trained, and the training still counts.
    case training

    package var label: String {
        switch self {
        case .declaration: "has declared that they read and understood the policy"
        case .training: "has been trained"
        }
    }
}

/// Whether an account must be tied to an e-mail address of the school.
package enum SchoolEmailRule: String, Sendable, CaseIterable, Codable, Hashable {
    case always
    /// Not where the platform is a professional network, on which people keep one profile for life.
    case exceptProfessionalNetworks = "except-professional-networks"
    case notRequired = "not-required"

    package var label: String {
        switch self {
        case .always: "always"
        case .exceptProfessionalNetworks: "except on professional networks"
        case .notRequired: "not required"
        }
    }
}
