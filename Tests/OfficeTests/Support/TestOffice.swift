import Ledger
import Policy
import Records
import Synchronization
import Testing

@testable import Office

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let seconds: Mutex<Int64>
    init(_ seconds: Int64) { self.seconds = Mutex(seconds) }
    var now: Instant { Instant(seconds: seconds.withLock { $0 }) }
    func move(_ by: Int64) { seconds.withLock { $0 += by } }
}

/// Identifiers that count, the same in every run.
final class TestIDs: Sendable {
    private let last = Mutex(0)
    func next() -> String {
        last.withLock {
            $0 += 1
            return "id\($0)"
        }
    }
}

/// An office over a store in memory with one school and a few people.
struct TestOffice {
    enum Member: String, CaseIterable {
        case head, leader, office, applicant, lead, outsider, governor, chair

        var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        var roles: [Role] {
            switch self {
            case .head: [.headteacher]
            case .leader: [.slt]
            case .office: [.administrator]
            case .applicant, .lead, .outsider: [.teacher]
            case .governor: [.governor]
            case .chair: [.chair]
            }
        }
    }

    /// A Friday morning in term.
    static let start: Int64 = 1_795_168_800

    let store: InMemoryStore
    let clock: TestClock
    let office: Office
    let school: LogID
    private(set) var callers: [Member: Caller] = [:]

    init(
        school name: String = "oakdene", pack: String = "oakdene", connecting: any Connecting = ByHandAlone()
    ) async throws {
        let clock = TestClock(Self.start)
        let ids = TestIDs()
        self.clock = clock
        store = InMemoryStore()
        let key = try #require(MasterKey(bytes: [UInt8](repeating: 7, count: MasterKey.byteCount)))
        let ledger = try await Ledger(store: store, master: key, origin: "hornbook.example")
        office = try Office(
            ledger: ledger,
            passwords: PasswordHasher(logarithm: 4, parallelism: 1, newSalt: { [UInt8](repeating: 9, count: 16) }),
            connecting: connecting, now: { clock.now }, newID: { ids.next() }, pictures: StubPictures())
        school = try #require(LogID(name))
        callers = try await people(of: school, pack: pack)
    }

    /// Founds a school and adds everybody to it.
    func people(of school: LogID, pack: String) async throws -> [Member: Caller] {
        let source = try #require(try Pack.embedded(pack)).source
        _ = try await office.foundSchool(school, name: "School of \(school)", packSource: source)
        var callers: [Member: Caller] = [:]
        for member in Member.allCases {
            let id = try await office.addPerson(
                .init(name: member.name, email: "\(member)@\(school).example", roles: member.roles),
                firstDay: clock.now.londonDay, to: school)
            callers[member] = try await office.caller(school, id)
        }
        return callers
    }

    func caller(_ member: Member) throws -> Caller { try #require(callers[member]) }
    func id(_ member: Member) throws -> PersonID { try caller(member).person }
    var today: String { clock.now.londonDay.iso }

    @discardableResult
    func give(
        _ command: String, on record: RecordID, _ values: [String: [String]] = [:], as member: Member,
        expected: Int64? = nil,
        cause: String? = nil
    ) async throws -> Outcome {
        try await office.submit(
            Submission(
                record: record, command: command, input: Input(values), expected: expected,
                cause: cause ?? office.newID()),
            as: try caller(member))
    }

    func state<R: Record>(_: R.Type, _ record: RecordID) async throws -> R? {
        try await office.ledger.load(school, record.description).map { try Drawer<R>.read($0.state) }
    }

    /// Everybody trained and declared, as an account's operators must be.
    func makeReady(_ members: [Member] = Member.allCases) async throws {
        for member in members {
            try await give(
                "declare", on: RecordID(.declaration, try id(member).rawValue), ["understood": ["yes"]], as: member)
            try await give(
                "record", on: RecordID(.training, try id(member).rawValue), ["title": ["Course"], "on": [today]],
                as: member == .office ? .head : .office)
        }
    }

    func application(operators: [Member] = [.applicant], lead: Member = .lead) throws -> [String: [String]] {
        [
            "platform": ["facebook"], "name": ["@oakclass"], "email": ["class@oakdene.example"],
            "aim": ["Share the week"],
            "audience": ["Families"], "promotion": ["Newsletter"], "openness": ["open"],
            "lead": [try id(lead).rawValue],
            "operators": try operators.map { try id($0).rawValue },
        ]
    }

    func opening(password: String = "correct horse battery", administrators: [Member] = [.head]) throws -> [String:
        [String]]
    {
        [
            "address": ["https://facebook.com/oakclass"], "on": [today], "masterAccess": ["yes"],
            "editorialOversight": ["yes"],
            "fewAdministrators": ["yes"], "privacyNotice": ["yes"], "privacySetting": ["Public"], "withPupils": ["no"],
            "posters": [try id(.lead).rawValue, try id(.applicant).rawValue],
            "administrators": try administrators.map { try id($0).rawValue },
            "password": [password],
        ]
    }

    /// An account that is open, having come through every stage.
    func openAccount(_ key: String = "account-0001", password: String = "correct horse battery") async throws
        -> RecordID
    {
        let record = RecordID(.account, key)
        try await give("apply", on: record, try application(), as: .applicant, expected: 0)
        try await give("approve", on: record, as: .leader)
        try await give("open", on: record, try opening(password: password), as: .office)
        return record
    }

    func leave(_ member: Member, by giver: Member = .office) async throws {
        try await give("leave", on: RecordID(.person, try id(member).rawValue), ["on": [today]], as: giver)
    }
}

/// How something ended, where many are at it at once.
enum Ending: Equatable {
    case done, refused(Refusal), failed(String)

    init(_ work: () async throws -> Void) async {
        do {
            self = try await refusal(work).map(Ending.refused) ?? .done
        } catch {
            self = .failed("\(error)")
        }
    }
}

/// The refusal that something ends in; nil when it is carried out.
func refusal(_ work: () async throws -> Void) async throws -> Refusal? {
    do {
        try await work()
        return nil
    } catch OfficeError.refused(let refusal) {
        return refusal
    }
}
