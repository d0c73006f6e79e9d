/// What kind of value a process setting holds.
package enum SettingShape: Sendable, Equatable {
    /// At least one role.
    case roles
    /// Roles, or nobody.
    case rolesOrNobody
    /// A time such as `10 working days`.
    case span
    /// A time, and after it what days off do to its clock where that is not the usual.
    case clock
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
    /// Years of the school, 0 for reception, or none.
    case schoolYears
    /// A lawful basis for each of some purposes of pictures.
    case imageUses
}

extension ProcessKey {
    package var shape: SettingShape {
        switch self {
        case .accountApprovers, .accountCreators, .operatorsMayBe, .applicantsMayBe, .accessReviewers,
            .trainingRecorders, .departuresToldTo, .contactDeclaredTo, .incidentsToldTo, .safeguardingToldTo,
            .complaintsToldTo, .pressApprovers, .nameAndLogoApprovers, .controversialPostApprovers, .policyReviewers,
            .policyRatifiers, .blackoutRequesters, .consentKeepers:
            .roles
        case .postApprovers: .rolesOrNobody
        case .accountDecisionWithin, .accountCreationWithin, .credentialRotationWithin, .handoverWithin,
            .declarationWithin, .unofficialActionWithin, .departuresAnsweredWithin, .postsWatchedEvery,
            .imagesRemovedWithin, .postsDecidedWithin, .postApprovalLasts, .imageConsentWithin, .picturesKeptFor:
            .span
        case .repliesWithin: .clock
        case .accessReviewEvery, .trainingValidFor, .policyReviewEvery: .months
        case .declarationRepeatsEvery, .imageConsentLasts: .monthsOrNever
        case .operatorsAtLeast, .administratorsAtMost: .count(1...20)
        case .privacyNoticeListing, .officialPlatformTest, .tellParents, .nameOrImage: .yesNo
        case .schoolEmail: .choice(SchoolEmailRule.allCases.map(\.rawValue))
        case .postWriters: .choice(PostWriters.allCases.map(\.rawValue))
        case .operatorsNeed: .choices(OperatorNeed.allCases.map(\.rawValue))
        case .barredLinks: .choices(LinkCategory.allCases.map(\.rawValue))
        case .imageConsentAskedAgain: .schoolYears
        case .imageUses: .imageUses
        }
    }

    /// The setting's value in words, where it is one of a closed list.
    package func label(of value: String) -> String {
        switch shape {
        case .roles, .rolesOrNobody: Role(rawValue: value)?.label ?? value
        case .choice, .choices:
            SchoolEmailRule(rawValue: value)?.label ?? OperatorNeed(rawValue: value)?.label
                ?? PostWriters(rawValue: value)?.label ?? LinkCategory(rawValue: value)?.label ?? value
        case .schoolYears: Int(value).flatMap(SchoolYear.init)?.label ?? value
        case .yesNo: value == "true" ? "yes" : "no"
        case .span, .clock, .months, .monthsOrNever, .count, .imageUses: value
        }
    }
}

extension ResponseClock.OnDayOff {
    /// As somebody who sets the clock chooses it.
    package var label: String {
        switch self {
        case .runs: "the clock runs on"
        case .nextWorkingDayAfterWeekend: "what arrives at a weekend is due by the next working day"
        case .nextWorkingDay: "what arrives at a weekend or on a holiday is due by the next working day"
        }
    }
}
