import Ledger
import Office
import Policy
import Records

@testable import Demo

/// A demonstration in memory, with an office that looks at it.
struct Telling {
    var office: Office
    var ledger: Ledger

    static let now = London.instant(Day(number: 20_778), .midnight).adding(seconds: 11 * 3600)

    private static let shared = Task { try await told() }

    /// One telling for all tests that only look at it.
    static func seeded() async throws -> Telling { try await shared.value }

    /// A telling of its own.
    static func told(
        at now: Instant = now, pictures: any PictureWorking = NoPictureWorker()
    ) async throws -> Telling {
        guard let master = MasterKey(bytes: Array(repeating: 7, count: MasterKey.byteCount)) else {
            throw LedgerError.wrongMasterKey
        }
        let ledger = try await Ledger(store: InMemoryStore(), master: master, origin: "demo.hornbook.example")
        try await DemoSchools.seed(over: ledger, now: now, pictures: pictures)
        let ids = SeededIdentifiers(seed: "looking")
        let office = try Office(
            ledger: ledger,
            passwords: PasswordHasher(logarithm: 10, parallelism: 1, newSalt: { Array(repeating: 1, count: 16) }),
            now: { now }, newID: { ids.next() })
        return Telling(office: office, ledger: ledger)
    }

    func caller(_ part: Part, at school: LogID) async throws -> Caller {
        guard let cast = Cast.all.first(where: { $0.pack == school.rawValue }), let name = cast.names[part],
            let person = try await office.personID(withEmail: cast.email(name), in: school),
            let caller = try await office.caller(school, person)
        else { throw DemoFault(description: "nobody is \(part) at \(school)") }
        return caller
    }
}
