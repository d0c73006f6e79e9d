import Crypto
import Foundation
import Ledger
import Office
import Policy
import Records
import Testing

@testable import Demo

@Suite("The demonstration")
struct DemoTests {
    @Test("has five schools whose ledgers are sound and whose views are what the events say")
    func isSound() async throws {
        let telling = try await Telling.told()
        let schools = try await telling.office.schools().map(\.id)
        #expect(schools.map(\.rawValue).sorted() == ["dronfield", "grange", "oakdene", "st-martins", "waterville"])
        for school in schools {
            let report = try await telling.ledger.verifier.verify(school)
            #expect(report.isSound && report.events > 80)
            #expect(try await telling.office.rebuild(school).isIdentical)
        }
    }

    @Test("shows an account in every state at every school")
    func everyState() async throws {
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            let tallies = try await telling.ledger.tallies(school.id, audience: nil)
            let states = Set(tallies.filter { $0.kind == Kind.account.rawValue && $0.count > 0 }.map(\.status))
            #expect(states == Set(Account.Status.allCases.map(\.rawValue)), "\(school.id)")
        }
    }

    @Test("has answers that were kept and are given again, and questions at every stage, at every school")
    func asked() async throws {
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            let answers = try await telling.office.keptAnswers(at: school.id)
            #expect(answers.count == 3)
            for (_, answer) in answers {
                #expect(try await telling.office.replay(answer, at: school.id) == .same, "\(school.id)")
            }
            let tallies = try await telling.ledger.tallies(school.id, audience: nil)
            let states = Set(tallies.filter { $0.kind == Kind.judgement.rawValue && $0.count > 0 }.map(\.status))
            let all = Set(Judgement.Status.allCases.map(\.rawValue))
            #expect(states == (school.pack.departures.areForeseen ? all : all.subtracting(["noted"])), "\(school.id)")
        }
    }

    private static let work: [Part: Set<DutyItem.Urgency>] = [
        .head: [.overdue, .later], .administrator: [.overdue, .later], .newcomer: [.overdue, .undated],
    ]

    @Test("gives a person of each kind work to do", arguments: Array(work.keys))
    func duties(part: Part) async throws {
        let expected = try #require(Self.work[part])
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            let caller = try await telling.caller(part, at: school.id)
            let found = Set(try await telling.office.today(caller).map(\.urgency))
            #expect(found.isSuperset(of: expected), "\(part) at \(school.id): \(found)")
        }
    }

    @Test("has a password to change and an account to hand over, both after a leaver")
    func leaver() async throws {
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            let caller = try await telling.caller(.administrator, at: school.id)
            let actions = Set(try await telling.office.today(caller).map(\.action))
            #expect(
                actions.isSuperset(of: ["changePassword", "handOver", "open", "actOnUnofficial", "record"]),
                "\(school.id)")
        }
    }

    @Test("has one access review that is overdue and one that is due soon")
    func reviews() async throws {
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            var found: Set<DutyItem.Urgency> = []
            for part in [Part.head, .administrator] {
                let duties = try await telling.office.today(try await telling.caller(part, at: school.id))
                found.formUnion(duties.filter { $0.action == "review" }.map(\.urgency))
            }
            #expect(found.isSuperset(of: [.overdue, .soon]), "\(school.id)")
        }
    }

    @Test("has somebody in every role at one school")
    func everyRole() async throws {
        let oakdene = try #require(Cast.all.first { $0.pack == "oakdene" })
        let roles = Set(oakdene.names.keys.flatMap(\.roles))
        #expect(roles == Set(Role.allCases))
    }

    @Test("is the same at every telling")
    func isRepeatable() async throws {
        let (first, second) = (try await Telling.seeded(), try await Telling.told())
        let oakdene = try #require(LogID("oakdene"))
        let titles = { (telling: Telling) in
            try await telling.ledger.recent(oakdene, limit: 500).map {
                "\($0.record) \($0.type) \($0.stamp.actor) \($0.stamp.time)"
            }
        }
        #expect(try await titles(first) == titles(second))
    }

    @Test(
        "can be told on any day of the year",
        arguments: ["2026-11-21", "2026-12-28", "2027-01-02", "2027-03-29", "2027-08-31"])
    func anyDay(iso: String) async throws {
        let now = London.instant(try #require(Day(iso: iso)), .midnight).adding(seconds: 8 * 3600)
        let telling = try await Telling.told(at: now)
        for school in try await telling.office.schools() {
            let events = try await telling.ledger.recent(school.id, limit: 500)
            #expect(events.allSatisfy { $0.stamp.time <= now.seconds }, "nothing happens after the telling")
            #expect(
                zip(events, events.dropFirst()).allSatisfy { $0.stamp.time >= $1.stamp.time },
                "events are in order of time")
        }
    }

    /// SHA-256 of each surname in the schools' own documents, in lower case, so that none of them is written here.
    private static let namesOfTheDocuments: Set<String> = [
        "66bab390a09376e951e2541b7ee33e5ebffa9b2e11c20f4b39bb3d0547ee967a"
    ]

    @Test("names nobody whom the schools' documents name, and nobody twice")
    func isInvented() {
        let names = Cast.all.flatMap { $0.names.values }
        let words = names.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init)
        let hashes = words.map { SHA256.hash(data: Data($0.utf8)).map { String(format: "%02x", $0) }.joined() }
        #expect(Self.namesOfTheDocuments.isDisjoint(with: hashes))
        #expect(Set(words).count == words.count, "\(words.filter { word in words.count { $0 == word } > 1 })")
    }
}
