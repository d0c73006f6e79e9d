import HTTPTypes
import Ledger
import Logging
import Policy
import Records
import Synchronization
import Testing

@testable import Office
@testable import Web

/// Time that a test moves by hand.
final class Clock: Sendable {
    private let seconds: Mutex<Int64>

    /// A Monday morning in term.
    init() { seconds = Mutex(Instant(iso: "2026-11-23T10:00:00Z")?.seconds ?? 0) }

    var now: Instant { Instant(seconds: seconds.withLock { $0 }) }
    func advance(_ more: Int64) { seconds.withLock { $0 += more } }
}

/// Identifiers in order, so that a failure is the same each time.
final class Numbers: Sendable {
    private let last = Mutex(100_000_000_000)

    func next() -> String {
        let number = last.withLock { last in
            last += 1
            return last
        }
        return "n\(number)"
    }
}

/// A school of the world, with a person of every role who is signed in and holds a token.
struct TestSchool: Sendable {
    let log: LogID
    /// Stands in the name and address of every one of its people, and in nothing else.
    let people: String
    /// Stands in the title of every one of its accounts, and in nothing else.
    let accounts: String
    var callers: [Role: Caller] = [:]
    var sessions: [Role: String] = [:]
    var tokens: [Role: String] = [:]

    var path: String { "/\(log)" }

    func caller(_ role: Role) throws -> Caller { try #require(callers[role]) }
    func id(_ role: Role) throws -> String { try caller(role).person.rawValue }
    func email(_ role: Role) -> String { "\(role.rawValue)@\(people.lowercased()).example" }
}

/// An installation with two schools on two of the embedded packs.
struct World: Sendable {
    static let password = "correct horse battery"
    static let secret = "swordfish-1234"

    let clock: Clock
    let store: InMemoryStore
    let office: Office
    let site: Site
    let client: Client
    var here: TestSchool
    var elsewhere: TestSchool

    static func office(_ store: any LedgerStoring, _ clock: Clock, _ numbers: Numbers = Numbers()) async throws
        -> Office
    {
        let master = try #require(MasterKey(bytes: Array(0..<32)))
        return try Office(
            ledger: try await Ledger(store: store, master: master, origin: "test.example"),
            passwords: PasswordHasher(logarithm: 4, parallelism: 1, newSalt: { Array(repeating: 7, count: 16) }),
            now: { clock.now },
            newID: { numbers.next() }, pictures: FakePictures())
    }

    init(
        hasSecureCookies: Bool = false, isDemo: Bool = false, proxies: TrustedProxies = .none,
        stopwatch: Stopwatch = ManualTime().stopwatch, settings: String = "", pack: String = "oakdene",
        logger: Logger = Logger(label: "test")
    ) async throws {
        clock = Clock()
        store = InMemoryStore()
        office = try await World.office(store, clock)
        site = Site(
            office: office, hasSecureCookies: hasSecureCookies, isDemo: isDemo, proxies: proxies, stopwatch: stopwatch,
            logger: logger)
        client = Client(site)
        here = TestSchool(log: try #require(LogID("oakdene")), people: "Quillane", accounts: "Velderby")
        elsewhere = TestSchool(log: try #require(LogID("grange")), people: "Brackwyn", accounts: "Ormsgate")
        try await fill(&here, pack: pack, settings: settings)
        try await fill(&elsewhere, pack: "grange")
    }

    /// - Parameter settings: lines of the pack's process settings that it does not have.
    private func fill(_ school: inout TestSchool, pack: String, settings: String = "") async throws {
        let source = try #require(try Pack.embedded(pack)).source.replacing(
            "\nprocess:\n", with: "\nprocess:\n\(settings)")
        _ = try await office.foundSchool(school.log, name: "The school of \(pack)", packSource: source)
        for role in Role.allCases {
            let person = try await office.addPerson(
                Person.Particulars(name: "\(school.people) \(role.rawValue)", email: school.email(role), roles: [role]),
                firstDay: try #require(Day(iso: "2026-09-01")), to: school.log)
            let caller = try #require(try await office.caller(school.log, person))
            school.callers[role] = caller
            school.sessions[role] = try await office.startSession(caller, device: "Browser of \(role.rawValue)")
            school.tokens[role] = try await office.makeToken(caller, label: "Token of \(role.rawValue)")
        }
    }

    /// How many events a school's log holds.
    func size(_ school: TestSchool) async throws -> Int64 { try await office.ledger.head(school.log).size }

    /// A browser in which this person is signed in.
    func browser(_ role: Role, of school: TestSchool? = nil) throws -> Browser {
        let school = school ?? here
        return browser(session: try #require(school.sessions[role]), of: school)
    }

    func browser(session: String, of school: TestSchool? = nil) -> Browser {
        var browser = Browser(client)
        browser.cookies[Cookies(isSecure: site.hasSecureCookies).sessionName((school ?? here).log)] = session
        return browser
    }

    @discardableResult
    func submit(
        _ command: String, on record: String, as role: Role, of school: TestSchool? = nil,
        _ input: [String: [String]] = [:]
    ) async throws -> Outcome {
        let school = school ?? here
        return try await office.submit(
            Submission(
                record: try #require(RecordID(record)), command: command, input: Input(input), expected: nil,
                cause: office.newID()),
            as: try school.caller(role))
    }
}
