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
