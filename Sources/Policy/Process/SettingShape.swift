/// What kind of value a process setting holds.
package enum SettingShape: Sendable, Equatable {
    /// At least one role.
    case roles
    /// A time such as `10 working days`.
    case span
    /// A number of months.
    case months
    /// A number of months, or never.
    case monthsOrNever
    case count(ClosedRange<Int>)
    case yesNo
    /// One of these.
    case choice([String])
    /// Any of these, or none.
    case choices([String])
}

extension ProcessKey {
    package var shape: SettingShape {
        switch self {
        case .accountApprovers, .accountCreators, .operatorsMayBe, .applicantsMayBe, .accessReviewers,
            .trainingRecorders:
            .roles
        case .accountDecisionWithin, .accountCreationWithin, .credentialRotationWithin, .handoverWithin,
            .declarationWithin, .unofficialActionWithin:
            .span
        case .accessReviewEvery, .trainingValidFor, .policyReviewEvery: .months
        case .declarationRepeatsEvery: .monthsOrNever
        case .operatorsAtLeast, .administratorsAtMost: .count(1...20)
        case .privacyNoticeListing, .officialPlatformTest, .tellParents: .yesNo
        case .schoolEmail: .choice(SchoolEmailRule.allCases.map(\.rawValue))
        case .operatorsNeed: .choices(OperatorNeed.allCases.map(\.rawValue))
        }
    }

    /// The setting's value in words, where it is one of a closed list.
    package func label(of value: String) -> String {
        switch shape {
        case .roles: Role(rawValue: value)?.label ?? value
        case .choice, .choices:
            SchoolEmailRule(rawValue: value)?.label ?? OperatorNeed(rawValue: value)?.label ?? value
        case .yesNo: value == "true" ? "yes" : "no"
        case .span, .months, .monthsOrNever, .count: value
        }
    }
}
