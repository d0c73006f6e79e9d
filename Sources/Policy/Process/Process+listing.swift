/// A process setting as a page shows it.
package struct SettingLine: Sendable, Equatable {
    /// The pack's key, such as `account-approved-by`.
    package var key: String
    package var label: String
    package var text: String
    package var clauses: [String]
    package var isDefault: Bool
}

extension Process {
    /// Every setting in a fixed order, with its value in words.
    package var listing: [SettingLine] {
        [
            line(.accountApprovers, accountApprovers, Process.names),
            line(.accountDecisionWithin, accountDecisionWithin, \.text),
            line(.accountCreators, accountCreators, Process.names),
            line(.accountCreationWithin, accountCreationWithin, \.text),
            line(.operatorsAtLeast, operatorsAtLeast, \.description),
            line(.operatorsNeed, operatorsNeed) { needs in
                needs.isEmpty ? "nothing first" : needs.map(\.label).joined(separator: "; ")
            },
            line(.operatorsMayBe, operatorsMayBe, Process.names),
            line(.applicantsMayBe, applicantsMayBe, Process.names),
            line(.schoolEmail, schoolEmail, \.label),
            line(.privacyNoticeListing, privacyNoticeListing, Process.yesNo),
            line(.officialPlatformTest, officialPlatformTest, Process.yesNo),
            line(.tellParents, tellParentsWhenUsedWithPupils, Process.yesNo),
            line(.administratorsAtMost, administratorsAtMost, \.description),
            line(.accessReviewEvery, accessReviewEvery, Process.months),
            line(.accessReviewers, accessReviewers, Process.names),
            line(.credentialRotationWithin, credentialRotationWithin, \.text),
            line(.handoverWithin, handoverWithin, \.text),
            line(.declarationWithin, declarationWithin, \.text),
            line(.declarationRepeatsEvery, declarationRepeatsEvery) { interval in
                interval.map(Process.months) ?? "when a new edition is issued"
            },
            line(.trainingValidFor, trainingValidFor, Process.months),
            line(.trainingRecorders, trainingRecorders, Process.names),
            line(.unofficialActionWithin, unofficialActionWithin, \.text),
            line(.policyReviewEvery, policyReviewEvery, Process.months),
            line(.departuresToldTo, departuresToldTo, Process.names),
            line(.departuresAnsweredWithin, departuresAnsweredWithin, \.text),
            line(.contactDeclaredTo, contactDeclaredTo, Process.names),
            line(.incidentsToldTo, incidentsToldTo, Process.names),
            line(.safeguardingToldTo, safeguardingToldTo, Process.names),
            line(.complaintsToldTo, complaintsToldTo, Process.names),
            line(.pressApprovers, pressApprovers, Process.names),
            line(.nameAndLogoApprovers, nameAndLogoApprovers, Process.names),
            line(.controversialPostApprovers, controversialPostApprovers, Process.names),
            line(.postsWatchedEvery, postsWatchedEvery, \.text),
            line(.repliesWithin, repliesWithin, \.text),
            line(.imagesRemovedWithin, imagesRemovedWithin, \.text),
            line(.policyReviewers, policyReviewers, Process.names),
            line(.policyRatifiers, policyRatifiers, Process.names),
        ] + publishing
    }

    private var publishing: [SettingLine] {
        [
            line(.postWriters, postWriters, \.label),
            line(.postApprovers, postApprovers, Process.names),
            line(.postsDecidedWithin, postsDecidedWithin, \.text),
            line(.postApprovalLasts, postApprovalLasts, \.text),
            line(.blackoutRequesters, blackoutRequesters, Process.names),
            line(.barredLinks, barredLinks) { categories in
                categories.isEmpty ? "none" : categories.map(\.label).joined(separator: ", ")
            },
            line(.nameOrImage, nameOrImage, Process.yesNo),
            line(.imageUses, imageUses, \.text),
            line(.imageConsentWithin, imageConsentWithin, \.text),
            line(.imageConsentLasts, imageConsentLasts) { months in
                months.map(Process.months) ?? "as long as the child is at the school"
            },
            line(.imageConsentAskedAgain, imageConsentAskedAgain) { years in
                years.isEmpty ? "no year" : years.map(\.label).joined(separator: ", ")
            },
            line(.consentKeepers, consentKeepers, Process.names),
            line(.picturesKeptFor, picturesKeptFor, \.text),
        ]
    }

    private func line<Value>(_ key: ProcessKey, _ setting: Setting<Value>, _ text: (Value) -> String) -> SettingLine {
        SettingLine(
            key: key.rawValue, label: key.label, text: text(setting.value), clauses: setting.clauses,
            isDefault: setting.isDefault)
    }

    private static func names(_ roles: [Role]) -> String {
        roles.isEmpty ? "nobody" : roles.map(\.label).joined(separator: ", ")
    }
    private static func yesNo(_ value: Bool) -> String { value ? "yes" : "no" }
    private static func months(_ value: Months) -> String { Span.months(value).text }
}
