/// How a pack has one kind of check done.
package struct CheckSetting: Sendable, Equatable, Codable {
    package var severity: Severity
    /// Identifiers of the pack's clauses that ask for it; empty for Hornbook's default.
    package var clauses: [String]
    /// True when the pack says nothing and the severity is Hornbook's own.
    package var isDefault: Bool

    package init(severity: Severity, clauses: [String] = [], isDefault: Bool = false) {
        self.severity = severity
        self.clauses = clauses
        self.isDefault = isDefault
    }
}

extension CheckSetting {
    /// Every kind as it is done where the policy is silent.
    package static func defaults(_ process: Process = Process()) -> [CheckKind: CheckSetting] {
        Dictionary(
            uniqueKeysWithValues: CheckKind.allCases.map { kind in
                (kind, CheckSetting(severity: kind.usual(process), isDefault: true))
            })
    }

    /// Why a pack may not have it so; nil where it may.
    func fault(_ kind: CheckKind, process: Process) -> String? {
        switch kind {
        case .consent where severity != .stop:
            "`consent` is always `stop`: no policy sets aside what a parent said. What needs no consent stands under "
                + "`image-consent-for` with its lawful basis."
        case .nameWithImage where !process.nameOrImage.isDefault && process.nameOrImage.value && severity == .off:
            "`name-or-image` says that a child is named or shown, not both, so `name-with-image` cannot be `off`."
        case .nameWithImage where !process.nameOrImage.isDefault && !process.nameOrImage.value && severity != .off:
            "`name-or-image` says that a child may be both named and shown, so `name-with-image` can only be `off`."
        default: nil
        }
    }
}

extension CheckKind {
    /// Why a pack may not have it done so, in a sentence; nil where it may.
    package func fault(_ severity: Severity, in pack: Pack) -> String? {
        CheckSetting(severity: severity).fault(self, process: pack.process)
    }

    /// What Hornbook does where a policy is silent. Only what has no place in any post stops it; words that a program
    /// may misread go to a person, so that nobody is left without a way on.
    func usual(_ process: Process) -> Severity {
        switch self {
        case .dateOfBirth, .upn, .nhsNumber, .untaggedFace, .consent: .stop
        case .nameWithImage:
            process.nameOrImage.value ? (process.nameOrImage.isDefault ? .warning : .stop) : .off
        case .pupilFullName, .jigsaw, .insult, .threat, .discrimination, .confidential, .partyPolitical,
            .controversial:
            .leader
        case .pupilPartialName, .parentName, .phone, .email, .postcode, .address, .commercial, .copyright, .tagging,
            .missingAltText, .link:
            .warning
        case .pupilFirstName, .staffName, .handle, .claim, .tone, .readingAge, .missingDisclaimer, .missingSpeaker:
            .advice
        }
    }
}

extension CheckSetting {
    /// `stops the post`, `shown as advice (Hornbook’s default)`
    package var text: String { isDefault ? "\(severity.label) (Hornbook’s default)" : severity.label }
}

/// A check as a page shows it.
package struct CheckLine: Sendable, Equatable {
    package var kind: CheckKind
    package var setting: CheckSetting
}

extension Pack {
    /// Every check in a fixed order.
    package var checkListing: [CheckLine] { CheckKind.allCases.map { CheckLine(kind: $0, setting: check($0)) } }

    package func check(_ kind: CheckKind) -> CheckSetting {
        checks[kind] ?? CheckSetting(severity: kind.usual(process), isDefault: true)
    }
}
