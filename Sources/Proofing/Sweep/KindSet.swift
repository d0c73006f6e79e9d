import Policy

/// Which kinds are looked for, asked once so that a word costs no asking.
struct KindSet: Sendable {
    private let kinds: Set<CheckKind>
    let names: Bool
    let adults: Bool
    let offence: Bool
    let links: Bool

    init(_ settings: [CheckKind: CheckSetting], _ people: [ProofName]) {
        let kinds = Set(settings.filter { $0.value.severity != .off }.keys).union([.consent])
        self.kinds = kinds
        let ofPupils: Set<CheckKind> = [.pupilFullName, .pupilPartialName, .pupilFirstName, .nameWithImage]
        let ofAdults: Set<CheckKind> = [.staffName, .parentName]
        adults = !kinds.isDisjoint(with: ofAdults)
        names = !people.isEmpty && (adults || !kinds.isDisjoint(with: ofPupils) || people.contains { !$0.mayBeNamed })
        offence = kinds.contains(.insult) || kinds.contains(.discrimination)
        links = kinds.contains(.link)
    }

    func contains(_ kind: CheckKind) -> Bool { kinds.contains(kind) }
}
