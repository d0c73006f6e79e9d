import Foundation
import Hummingbird
import Ledger
import Logging
import NIOCore
import Office
import Policy
import Records
import SQLiteStore
import Synchronization
import Web

/// The Today page and the account log of a school with 200 accounts, beside a bare answer of the same server.
func pageBench() async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard let master = MasterKey(bytes: Array(0..<32)) else { return [] }
    let store = try SQLiteStore(path: folder.appending(path: "ledger.sqlite").path)
    let ledger = try await Ledger(store: store, master: master, origin: "bench.example")
    let school = try await BenchSchool(ledger: ledger)
    try await school.openAccounts(200)
    let cookie = try await school.signIn()

    var logger = Logger(label: "bench")
    // Connections are cut off when the measuring is over, which the server would tell of.
    logger.logLevel = .critical
    let site = Site(office: school.office, hasSecureCookies: false, isDemo: false, logger: logger)
    let bare = Router(context: SiteContext.self)
    bare.get("/bare") { _, _ in "well" }
    let pages = try await serve(WebApplication.responder(site), logger)
    let plain = try await serve(bare.buildResponder(), logger)
    defer {
        pages.task.cancel()
        plain.task.cancel()
    }
    var lines: [String] = []
    for (title, path) in [("Today", "/bench/today"), ("Account log", "/bench/accounts/log")] {
        lines.append(contentsOf: try measure(title, path, cookie, pages.port, plain.port))
    }
    return lines
}

/// The two sides take turns, because other work on the machine comes and goes.
private func measure(_ title: String, _ path: String, _ cookie: String, _ pages: Int, _ plain: Int) throws -> [String] {
    var ours: [LoadClient.Result] = []
    var bare: [LoadClient.Result] = []
    for _ in 0..<3 {
        bare.append(try LoadClient(port: plain, connections: 16, seconds: 2).run("/bare", cookie: ""))
        ours.append(try LoadClient(port: pages, connections: 16, seconds: 4).run(path, cookie: cookie))
    }
    let (own, least) = (median(ours.map(\.perSecond)), median(bare.map(\.perSecond)))
    return [
        "\(title), 200 accounts: \(Int(own)) pages/s, p99 \(milliseconds(median(ours.map(\.p99))))",
        "  bare answer: \(Int(least))/s, p99 \(milliseconds(median(bare.map(\.p99)))); ratio \(String(format: "%.3f", own / least))",
    ]
}

private func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1000) }

private func serve<Responder: HTTPResponder<SiteContext>>(
    _ responder: Responder, _ logger: Logger
) async throws -> (port: Int, task: Task<Void, any Error>) {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
        responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: logger)
    let task = Task { try await application.runService(gracefulShutdownSignals: []) }
    for await port in ports { return (port, task) }
    throw LoadClient.Failed(reason: "the server did not start")
}

/// A school with people who can open accounts, made through the office's own commands.
struct BenchSchool: Sendable {
    let office: Office
    private let log: LogID
    private let teacher: Caller
    private let second: Caller
    private let head: Caller
    private let administrator: Caller

    init(ledger: Ledger) async throws {
        let counter = Mutex(0)
        office = try Office(
            ledger: ledger, passwords: PasswordHasher(logarithm: 4, parallelism: 1) { Array(repeating: 7, count: 16) },
            now: { Instant(seconds: 1_795_000_000) },
            newID: {
                let number = counter.withLock {
                    $0 += 1; return $0
                }
                return "bench" + String(repeating: "0", count: 10 - String(number).count) + String(number)
            })
        guard let log = LogID("bench"), let pack = try Pack.embedded("oakdene") else {
            throw LoadClient.Failed(reason: "no pack")
        }
        self.log = log
        _ = try await office.foundSchool(log, name: "Bench Primary School", packSource: pack.source)
        teacher = try await Self.add("Ada Teach", [.teacher], office, log)
        second = try await Self.add("Bea Teach", [.teacher], office, log)
        head = try await Self.add("Cai Head", [.headteacher, .slt], office, log)
        administrator = try await Self.add("Dee Admin", [.administrator], office, log)
        for caller in [teacher, second, administrator] {
            try await give(
                "declare", RecordID(.declaration, caller.person.rawValue), ["understood": ["yes"]], as: caller)
            try await give(
                "record", RecordID(.training, caller.person.rawValue),
                ["title": ["Safer social media"], "on": ["2026-11-01"]], as: head)
        }
    }

    private static func add(_ name: String, _ roles: [Role], _ office: Office, _ log: LogID) async throws -> Caller {
        let email = "\(name.split(separator: " ")[0].lowercased())@bench.example"
        let person = try await office.addPerson(
            Person.Particulars(name: name, email: email, roles: roles), firstDay: office.now().londonDay, to: log)
        guard let caller = try await office.caller(log, person) else { throw LoadClient.Failed(reason: "nobody added") }
        return caller
    }

    func openAccounts(_ count: Int) async throws {
        for number in 1...count {
            let record = RecordID(.account, office.newID())
            try await give(
                "apply", record,
                [
                    "platform": ["facebook"], "name": ["Class \(number)"], "email": ["class\(number)@bench.example"],
                    "aim": ["News of class \(number)"], "audience": ["Parents"], "promotion": ["Newsletter"],
                    "openness": ["open"],
                    "lead": [teacher.person.rawValue], "operators": [second.person.rawValue],
                ], as: teacher)
            try await give("approve", record, [:], as: head)
            try await give(
                "open", record,
                [
                    "address": ["https://facebook.example/class\(number)"], "on": [office.now().londonDay.iso],
                    "masterAccess": ["yes"],
                    "editorialOversight": ["yes"], "fewAdministrators": ["yes"], "privacyNotice": ["yes"],
                    "privacySetting": ["Public"],
                    "withPupils": ["no"], "posters": [teacher.person.rawValue, second.person.rawValue],
                    "administrators": [administrator.person.rawValue], "password": ["three random words"],
                ], as: administrator)
        }
    }

    private func give(_ command: String, _ record: RecordID, _ values: [String: [String]], as caller: Caller)
        async throws
    {
        _ = try await office.submit(
            Submission(record: record, command: command, input: Input(values), expected: nil, cause: office.newID()),
            as: caller)
    }

    /// The administrator's cookie: the one with the most to do.
    func signIn() async throws -> String {
        "hornbook-\(log)=\(try await office.startSession(administrator, device: "bench"))"
    }
}
