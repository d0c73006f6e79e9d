@testable import Policy
@testable import Records

/// The people of a made-up school, by what they are to it.
enum Cast: String, CaseIterable {
    case applicant = "p-applicant"
    case lead = "p-lead"
    case leader = "p-leader"
    case head = "p-head"
    case office = "p-office"
    case governor = "p-governor"
    case chair = "p-chair"
    case volunteer = "p-volunteer"
    case dpo = "p-dpo"
    /// A teacher who has done nothing of what a pack asks.
    case newcomer = "p-newcomer"
    case gone = "p-gone"

    var id: PersonID { PersonID(rawValue) }

    var given: [Role] {
        switch self {
        case .applicant, .lead, .newcomer, .gone: [.teacher]
        case .leader: [.slt]
        case .head: [.headteacher]
        case .office: [.administrator]
        case .governor: [.governor]
        case .chair: [.chair]
        case .volunteer: [.volunteer]
        case .dpo: [.dpo]
        }
    }

    var roles: Set<Role> { self == .gone ? [] : Role.including(given) }

    func card(under pack: Pack) -> PersonCard {
        PersonCard(
            id: id, name: rawValue.dropFirst(2).capitalizedName, roles: roles, isActive: self != .gone,
            readiness: self == .newcomer ? Readiness() : Readiness.complete(under: pack))
    }
}

extension Substring {
    var capitalizedName: String { prefix(1).uppercased() + dropFirst() }
}

extension Readiness {
    static func complete(under pack: Pack) -> Readiness {
        Readiness(declaredEdition: pack.edition, trainedUntil: Moment.today.adding(months: 6))
    }
}

/// One moment for every test: a Friday morning in term.
enum Moment {
    static let now = Instant(seconds: 1_795_168_800)
    static var today: Day { now.londonDay }
}

/// What every desk of these tests shares.
struct Equipment {
    let platforms: PlatformCatalogue
    let calendar: WorkingCalendar
    let packs: [String: Pack]
    /// Read once: the same values serve every test.
    static let shared = Result { try Equipment() }

    private init() throws {
        platforms = try PlatformCatalogue.load()
        calendar = WorkingCalendar(bankHolidays: try BankHolidays.load())
        var packs: [String: Pack] = [:]
        for id in Pack.embeddedIDs { packs[id] = try Pack.embedded(id) }
        self.packs = packs
    }
}

extension Pack {
    /// A pack that is built in.
    static func named(_ id: String) throws -> Pack {
        guard let pack = try Equipment.shared.get().packs[id] else { throw Refusal.notFound }
        return pack
    }

    /// A made-up pack that differs from every other: nobody's role is what a test might guess.
    static func synthetic() throws -> Pack {
        try named("grange").with { process in
            process.accountApprovers = Setting([.governor, .dpo])
            process.accountCreators = Setting([.clerk])
            process.accessReviewers = Setting([.dpo])
            process.trainingRecorders = Setting([.dsl])
            process.accessReviewEvery = Setting(Months(5))
            process.operatorsAtLeast = Setting(3)
        }
    }

    func with(_ change: (inout Process) -> Void) -> Pack {
        var process = process
        change(&process)
        return Pack(
            id: id, edition: edition, school: school, policy: policy, process: process, checks: checks, rules: rules,
            otherwise: otherwise,
            clauses: clauses, links: links, foundDefects: foundDefects, compiled: compiled, vocabulary: vocabulary,
            source: source)
    }
}

extension Desk {
    /// A desk at which somebody of the cast sits, with everybody's card on it.
    static func of(
        _ who: Cast, roles: Set<Role>? = nil, pack: Pack, now: Instant = Moment.now,
        emailDomains: [String] = ["school.example"],
        holders: [Role: Int]? = nil, isReaction: Bool = false
    ) throws -> Desk {
        let equipment = try Equipment.shared.get()
        var people: [PersonID: PersonCard] = [:]
        for member in Cast.allCases { people[member.id] = member.card(under: pack) }
        if let roles { people[who.id]?.roles = roles }
        let counted = Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                (role, people.values.filter { $0.roles.contains(role) }.count)
            })
        return Desk(
            person: who.id, roles: roles ?? who.roles, now: now, pack: pack, calendar: equipment.calendar,
            platforms: equipment.platforms,
            emailDomains: emailDomains, holders: holders ?? counted, people: people, isReaction: isReaction)
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
