import Ledger
import Policy
import Records

/// One command and all that follows from it, gathered before anything is written.
///
/// Not a database transaction: it holds what was read and decided, and becomes a single guarded append.
struct Transaction {
    let office: Office
    let school: LogID
    let actor: PersonID
    let now: Instant
    let setting: SchoolSetting
    private var drafts: [RecordID: Draft] = [:]
    private var order: [RecordID] = []
    /// Keys under which bytes were sealed for records that are made here.
    var prepared: [RecordID: PreparedKey] = [:]
    private(set) var reads: [RecordID: Int64] = [:]
    private var holders: [Role: Set<RecordID>] = [:]

    struct Draft {
        var expected: Int64
        var state: [UInt8]?
        var kind: Kind
        var events: [NewEvent] = []
        var summary: Summary?
    }

    init(office: Office, school: LogID, actor: PersonID, now: Instant, setting: SchoolSetting) {
        self.office = office
        self.school = school
        self.actor = actor
        self.now = now
        self.setting = setting
        reads[RecordID(.school, School.key)] = setting.revision
    }

    /// A record as it stands within this transaction.
    mutating func draft(_ record: RecordID) async throws -> Draft {
        if let draft = drafts[record] { return draft }
        let loaded = try await office.ledger.load(school, record.description)
        let draft = Draft(expected: loaded?.row.revision ?? 0, state: loaded?.state, kind: record.kind)
        drafts[record] = draft
        return draft
    }

    /// Decides a command on one record, then everything that its events demand of others.
    mutating func carryOut(_ intent: Intent, on record: RecordID, isReaction: Bool) async throws {
        var draft = try await draft(record)
        var concerned = try Concerned(record, draft.state)
        concerned.people.formUnion(intent.people)
        concerned.pupils.formUnion(intent.pupils)
        concerned.pictures.formUnion(intent.pictures)
        concerned.accounts.formUnion(intent.accounts)
        let desk = try await desk(for: concerned, isReaction: isReaction)
        let decided = try intent.decide(draft.state, desk)
        guard !decided.events.isEmpty else { return }
        draft.state = decided.state
        draft.summary = decided.summary
        draft.events += decided.events
        drafts[record] = draft
        if !order.contains(record) { order.append(record) }
        if record.kind == .person { try noteRoles(of: record, decided.state) }
        for event in decided.happened {
            for reaction in Reactions.follow(event, on: record, under: desk.pack) {
                for target in try await office.targets(of: reaction, in: school) {
                    try await carryOut(reaction.intent(target), on: target, isReaction: true)
                }
            }
        }
    }

    /// The desk at which a decision is taken, with the cards of those whom it concerns.
    mutating func desk(for concerned: Concerned, isReaction: Bool) async throws -> Desk {
        var cards: [PersonID: PersonCard] = [:]
        for person in concerned.people.union([actor]) where person != .office && person != .family {
            cards[person] = try await card(person)
        }
        var pictures: [PictureID: PictureCard] = [:]
        let published = try await published(for: concerned.record)
        for picture in concerned.pictures.union(published?.pictures ?? []) {
            pictures[picture] = try await card(picture)
        }
        // Whoever is in a picture is concerned by whatever is decided about it.
        var pupils: [PupilID: PupilCard] = [:]
        for pupil in concerned.pupils.union(pictures.values.flatMap(\.pupils)) {
            pupils[pupil] = try await card(pupil)
        }
        // Nobody approves a post with a picture that they had a hand in: whether somebody else can is counted.
        for person in Set(pictures.values.flatMap(\.hands)).subtracting(cards.keys) where person != .office {
            cards[person] = try await card(person)
        }
        var accounts: [String: AccountCard] = [:]
        for account in concerned.accounts { accounts[account] = try await card(account: account) }
        // The roles that they hold now, not those of the page that they looked at.
        return Desk(
            person: actor, roles: cards[actor]?.roles ?? [], now: now, pack: setting.pack,
            packHash: setting.school.adopted.hash, calendar: setting.calendar,
            platforms: office.platforms,
            emailDomains: setting.school.emailDomains, holders: try await countHolders(), people: cards,
            pupils: pupils, pictures: pictures, accounts: accounts,
            proof: try await proof(for: concerned.record, pictures), blackouts: setting.school.blackouts,
            published: published, isReaction: isReaction)
    }

    /// A pupil's card, guarded: a consent that is withdrawn before this is appended has it decided again.
    private mutating func card(_ id: PupilID) async throws -> PupilCard? {
        let record = RecordID(.pupil, id.rawValue)
        let draft = try await draft(record)
        reads[record] = draft.expected
        return try draft.state.map(Drawer<Pupil>.read)?.card(under: setting.pack.imageConsent, on: now.londonDay)
    }

    /// A picture's card, guarded: a tag or a description that is changed before this is appended has it decided again.
    private mutating func card(_ id: PictureID) async throws -> PictureCard? {
        guard let record = RecordID("\(Kind.picture.rawValue)/\(id)") else { return nil }
        let draft = try await draft(record)
        reads[record] = draft.expected
        return try draft.state.map(Drawer<Picture>.read)?.card
    }

    private mutating func card(account key: String) async throws -> AccountCard? {
        guard let record = RecordID("\(Kind.account.rawValue)/\(key)") else { return nil }
        let draft = try await draft(record)
        reads[record] = draft.expected
        return try draft.state.map(Drawer<Account>.read)?.card(key, on: office.platforms)
    }

    /// What the checks say of a post as it stands in this transaction; nil for every other record.
    private mutating func proof(for record: RecordID?, _ pictures: [PictureID: PictureCard]) async throws -> PostProof?
    {
        guard let record, record.kind == .post, let state = try await draft(record).state else { return nil }
        let post = try Drawer<Post>.read(state)
        // What is published already is not decided on again by what the checks find.
        guard Post.editable.contains(post.status) else { return nil }
        return try await office.proof(post.content, of: record, pictures: pictures, in: setting)
    }

    /// The post that a takedown is for, which has its key; guarded likewise.
    private mutating func published(for record: RecordID?) async throws -> PublishedPost? {
        guard let record, record.kind == .takedown, let post = RecordID("post/\(record.key)") else { return nil }
        let draft = try await draft(post)
        reads[post] = draft.expected
        return try draft.state.flatMap { try Cabinet.drawer(post.kind).published($0) }
    }

    private mutating func card(_ id: PersonID) async throws -> PersonCard? {
        let record = RecordID(.person, id.rawValue)
        let draft = try await draft(record)
        reads[record] = draft.expected
        guard let person = try draft.state.map(Drawer<Person>.read) else { return nil }
        let declaration = try await self.draft(RecordID(.declaration, id.rawValue)).state.map(Drawer<Declaration>.read)
        let training = try await self.draft(RecordID(.training, id.rawValue)).state.map(Drawer<Training>.read)
        return PersonCard(
            id: id, name: person.particulars.name, roles: person.roles, isActive: person.isActive,
            readiness: Readiness(
                declaredEdition: declaration?.given.last?.edition,
                declarationLapses: declaration?.given.last?.renewalDue,
                trainedUntil: training?.until))
    }

    /// How many hold each role that decides, opens or answers, with what this transaction changes. Those counted are guarded:
    /// two who hold a role between them cannot both give it up at once.
    private mutating func countHolders() async throws -> [Role: Int] {
        if holders.isEmpty {
            let process = setting.pack.process
            let deciding = process.accountApprovers.value + process.accountCreators.value
            let answering = setting.pack.departures.toldTo + [.headteacher, .chair]
            let approving = setting.pack.posts.approvers + setting.pack.posts.leaders + [.slt]
            for role in Set(deciding + answering + approving) {
                let query = RecordQuery(
                    kind: Kind.person.rawValue, statuses: ["here"], facets: [Facet("role", role.rawValue)],
                    audience: nil, limit: 500)
                holders[role] = []
                for row in try await office.ledger.records(school, matching: query).rows {
                    guard let record = RecordID(row.record) else { continue }
                    holders[role]?.insert(record)
                    reads[record] = reads[record] ?? row.revision
                }
            }
        }
        return holders.mapValues(\.count)
    }

    private mutating func noteRoles(of record: RecordID, _ state: [UInt8]) throws {
        let roles = try Drawer<Person>.read(state).roles
        for role in holders.keys {
            if roles.contains(role) { holders[role]?.insert(record) } else { holders[role]?.remove(record) }
        }
    }

    /// The revision that a record will have, and its state, once this is appended.
    func outcome(of record: RecordID) -> (revision: Int64, state: [UInt8]) {
        let draft = drafts[record]
        return ((draft?.expected ?? 0) + Int64(draft?.events.count ?? 0), draft?.state ?? [])
    }

    var isEmpty: Bool { order.isEmpty }

    func append(cause: String) -> Append {
        let changes = order.compactMap { record -> Change? in
            guard let draft = drafts[record], let summary = draft.summary, let state = draft.state else { return nil }
            return Change(
                record: record.description, expected: draft.expected, events: draft.events,
                view: RecordView(summary, kind: record.kind, state: state))
        }
        let changed = Set(order)
        var guards: [String: Int64] = [:]
        for (record, revision) in reads where !changed.contains(record) { guards[record.description] = revision }
        return Append(
            log: school, stamp: Stamp(actor: actor.rawValue, cause: cause, time: now.seconds), changes: changes,
            reads: guards,
            prepared: Dictionary(uniqueKeysWithValues: prepared.map { ($0.key.description, $0.value) }))
    }
}

/// Whom and what a decision must know of.
struct Concerned {
    /// The record that it is about; nil where there is none yet.
    var record: RecordID?
    var people: Set<PersonID> = []
    var pupils: Set<PupilID> = []
    var pictures: Set<PictureID> = []
    var accounts: Set<String> = []

    init() {}

    init(_ record: RecordID, _ state: [UInt8]?) throws {
        self.record = record
        guard let state else { return }
        let drawer = Cabinet.drawer(record.kind)
        people = try drawer.people(state)
        pupils = try drawer.pupils(state)
        pictures = try drawer.pictures(state)
        accounts = try drawer.accounts(state)
    }
}

extension Office {
    /// The records that a reaction is for.
    func targets(of reaction: Reaction, in school: LogID) async throws -> [RecordID] {
        switch reaction.target {
        case .record(let record): return [record]
        case .naming(let person, let kind):
            var found: [RecordID] = []
            for name in ["person", "knows-password", "connected-by"] {
                let query = RecordQuery(kind: kind.rawValue, facets: [Facet(name, person.rawValue)], audience: nil)
                found += try await allRecords(school, query).filter { !found.contains($0) }
            }
            return found
        case .sending(let pupil):
            return try await allRecords(
                school,
                RecordQuery(
                    kind: Kind.post.rawValue, statuses: [Post.Status.publishing.rawValue],
                    facets: [Facet("pupil", pupil.rawValue)], audience: nil))
        case .picturing(let pupil):
            return try await allRecords(
                school,
                RecordQuery(kind: Kind.picture.rawValue, facets: [Facet("pupil", pupil.rawValue)], audience: nil))
        case .showing(let pupil):
            let query = RecordQuery(facets: [Facet("pupil", pupil.rawValue)], audience: nil)
            var found: [RecordID] = []
            for record in try await allRecords(school, query) {
                guard let loaded = try await ledger.load(school, record.description) else { continue }
                guard try Cabinet.drawer(record.kind).published(loaded.state) != nil else { continue }
                found.append(RecordID(.takedown, record.key))
            }
            return found
        case .everyPerson(let kind):
            let people = try await allRecords(
                school, RecordQuery(kind: Kind.person.rawValue, statuses: ["here"], audience: nil))
            return people.map { RecordID(kind, $0.key) }
        }
    }

    /// Every record that a query finds, page by page.
    func allRecords(_ school: LogID, _ query: RecordQuery) async throws -> [RecordID] {
        var found: [RecordID] = []
        var query = query
        query.limit = 500
        repeat {
            query.offset = found.count
            let page = try await ledger.records(school, matching: query)
            found += page.rows.compactMap { RecordID($0.record) }
            if page.rows.isEmpty || found.count >= page.total { return found }
        } while true
    }
}
