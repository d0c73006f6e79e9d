import Testing

@testable import Policy

@Suite("The packs that are built in")
struct EmbeddedPackTests {
    static let ids = ["dronfield", "grange", "oakdene", "st-martins", "waterville"]

    @Test("every pack loads, and there is none besides those named")
    func allAreNamed() {
        #expect(Pack.embeddedIDs == Self.ids)
    }

    @Test("a pack loads under its own name, and every clause that it cites is listed", arguments: ids)
    func loads(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        #expect(pack.id == id)
        #expect(pack.edition.hasPrefix("\(id)-"))
        let listed = Set(pack.clauses.map(\.id))
        let settings = pack.process.listing.flatMap(\.clauses)
        let cited = Set(pack.rules.flatMap(\.clauses) + settings + (pack.otherwise?.clauses ?? []))
        #expect(cited.subtracting(listed).isEmpty)
        #expect(!pack.rules.isEmpty)
    }

    /// How many clauses each document has.
    static let clauses = [
        ("dronfield", 136), ("grange", 145), ("oakdene", 185), ("st-martins", 266), ("waterville", 101),
    ]

    @Test("every clause of the document is listed, in its order", arguments: clauses)
    func listsEveryClause(_ id: String, _ count: Int) throws {
        let pack = try #require(try Pack.embedded(id))
        let numbers = pack.clauses.map { Int($0.id.dropFirst(id.count + 1)) }
        #expect(numbers == Array(1...count))
    }

    @Test("every clause is honoured by something, and what binds by more than words", arguments: ids)
    func honoursEveryClause(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        #expect(pack.coverage().filter(\.isUnclaimed).map(\.clause.id) == [])
        #expect(pack.clauses.filter { $0.says.isEmpty || $0.place.isEmpty }.map(\.id) == [])
    }

    @Test("the document's own defects are told, each with what it means and a mend", arguments: ids)
    func tellsDefects(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let today = try #require(Day(iso: "2026-11-21"))
        let defects = pack.defects(on: today, platforms: try PlatformCatalogue.load())
        #expect(defects.contains { $0.isComputed } && defects.contains { !$0.isComputed })
        #expect(defects.filter { $0.says.isEmpty || $0.means.isEmpty || $0.mend.isEmpty }.map(\.id) == [])
    }

    @Test("no rule of a pack can never matter", arguments: ids)
    func everyRuleMatters(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let idle = pack.analyse().filter { [.impossible, .outranked].contains($0.kind) }
        #expect(idle.map(\.rules) == [])
    }

    @Test("no question about any action is too open to be weighed, and asking what is next settles it", arguments: ids)
    func everyActionCanBeAsked(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for action in pack.vocabulary.actions {
            for role in Role.allCases {
                var facts = Facts(["who": role.rawValue, "action": action.id])
                while let next = try pack.consider(facts).next {
                    try #require(action.facts.contains(next.id))
                    facts[next.id] = next.values.last?.id
                }
                try #require(try pack.consider(facts).ruling != nil)
            }
        }
    }

    @Test(
        "a question of which nothing is known begins with what the person wants to do or who they are", arguments: ids)
    func beginsAtTheBeginning(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let next = try #require(try pack.consider(Facts()).next)
        #expect(["who", "action"].contains(next.id))
    }

    @Test("a pack that is not built in is nil")
    func unknownPack() throws {
        #expect(try Pack.embedded("nowhere") == nil)
    }
}
