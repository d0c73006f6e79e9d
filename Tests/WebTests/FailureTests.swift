import HTTPTypes
import Ledger
import Logging
import Policy
import Records
import Synchronization
import Testing

@testable import Office
@testable import Web

/// Keeps what is logged.
struct MemoryLogHandler: LogHandler {
    final class Lines: Sendable {
        private let kept = Mutex<[String]>([])
        func add(_ line: String) { kept.withLock { $0.append(line) } }
        var all: [String] { kept.withLock { $0 } }
    }

    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(
        level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String, file: String,
        function: String, line: UInt
    ) {
        lines.add("\(level) \(message) \(self.metadata) \(metadata ?? [:])")
    }
}

@Suite("When something fails")
struct FailureTests {
    private struct Broken {
        let store = FailingStore()
        let lines = MemoryLogHandler.Lines()
        let client: Client
        let session: String
        let token: String

        init() async throws {
            let office = try await World.office(store, Clock())
            let log = try #require(LogID("oakdene"))
            _ = try await office.foundSchool(
                log, name: "Oakdene", packSource: try #require(try Pack.embedded("oakdene")).source)
            let person = try await office.addPerson(
                Person.Particulars(name: "Quillane Head", email: "head@quillane.example", roles: [.headteacher]),
                firstDay: try #require(Day(iso: "2026-09-01")), to: log)
            let caller = try #require(try await office.caller(log, person))
            session = try await office.startSession(caller, device: "Test")
            token = try await office.makeToken(caller, label: "Test")
            let lines = lines
            let logger = Logger(label: "test") { _ in MemoryLogHandler(lines: lines) }
            client = Client(
                Site(
                    office: office, hasSecureCookies: false, isDemo: false, stopwatch: ManualTime().stopwatch,
                    setUpSecret: "opensesame", logger: logger))
            store.fail()
        }
    }

    @Test(
        "a store that fails gives a page with a reference and nothing from inside",
        arguments: [
            "/", "/oakdene", "/oakdene/today", "/oakdene/people?q=quillane", "/oakdene/sign-in", "/openapi.json",
            "/health", "/set-up/opensesame",
            "/oakdene/api/people", "/none",
        ], ["localhost", "policy.oakdene.example"])
    func page(_ path: String, _ host: String) async throws {
        let broken = try await Broken()
        let answer = try await broken.client.send(
            .get, path, host: host,
            headers: ["Cookie": "hornbook-oakdene=\(broken.session)", "Authorization": "Bearer \(broken.token)"])
        #expect(answer.status == 500)
        let reference = try #require(answer.body.firstMatch(of: /quote ([A-Z0-9]+)/.ignoresCase())).1
        #expect(!answer.contains("SQLITE") && !answer.contains("LedgerError") && !answer.contains("Quillane"))
        #expect(answer.header("X-Frame-Options") == "DENY" && answer.header("Cache-Control") == "no-store")
        #expect(broken.lines.all.contains { $0.contains(reference) && $0.hasPrefix("error") })
    }

    @Test("what fails is logged without anything personal or secret")
    func logs() async throws {
        let broken = try await Broken()
        var browser = Browser(broken.client)
        browser.cookies["hornbook-oakdene"] = broken.session
        for path in ["/oakdene/people?q=quillane", "/oakdene/today", "/oakdene/welcome/secretlink"] {
            _ = try await browser.get(path)
        }
        _ = try await browser.post(
            "/oakdene/sign-in", ["email": ["head@quillane.example"], "password": [World.password]])
        #expect(broken.lines.all.count >= 4)
        for line in broken.lines.all {
            for word in ["quillane", World.password, broken.session, broken.token, "secretlink"] {
                #expect(!line.lowercased().contains(word))
            }
        }
    }

    @Test("a day of ordinary work logs nothing personal or secret")
    func ordinaryWork() async throws {
        let lines = MemoryLogHandler.Lines()
        let world = try await World(logger: Logger(label: "test") { _ in MemoryLogHandler(lines: lines) })
        try await world.makeEverything()
        for call in try await Calls(world).all() {
            let visitor = Visitor(
                description: "", session: try #require(world.here.sessions[.administrator]), cookieOf: world.here.log,
                token: try #require(world.here.tokens[.administrator]))
            _ = try await visitor.send(call, to: world)
        }
        for line in lines.all {
            #expect(
                !line.lowercased().contains("quillane") && !line.lowercased().contains("velderby")
                    && !line.contains(World.secret), "\(line)")
            #expect(!line.hasPrefix("error"), "\(line)")
        }
    }
}
