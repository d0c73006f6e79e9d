import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("The public page")
struct PublicPageTests {
    @Test("it shows the open accounts alone, and no person")
    func openAccounts() async throws {
        let world = try await World()
        try await world.makeReady()
        for stage in Stage.allCases {
            var input = try world.good(stage == .unofficial || stage == .settled ? "reportUnofficial" : "apply")
            input["name"] = ["Account \(stage.rawValue)-stage"]
            try await world.make(stage, named: input)
        }
        let page = try await world.client.send(.get, "/oakdene")
        #expect(page.status == 200)
        for stage in Stage.allCases {
            #expect(page.contains("Account \(stage.rawValue)-stage") == (stage == .open), "\(stage)")
        }
        #expect(!page.contains(world.here.people) && !page.contains("@"))
        #expect(page.contains("https://social.example/velderby"))
    }

    @Test("it says how the policy stands")
    func policy() async throws {
        let world = try await World()
        let page = try await world.client.send(.get, "/grange")
        #expect(page.contains("Next review") && page.contains("Edition in force"))
    }

    @Test("the front page names the schools and nobody else")
    func front() async throws {
        let world = try await World()
        try await world.makeEverything()
        let page = try await world.client.send(.get, "/")
        #expect(page.contains("The school of oakdene") && page.contains("The school of grange"))
        #expect(!page.contains(world.here.people) && !page.contains(world.here.accounts))
    }
}
