import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Host names")
struct HostTests {
    static let host = "policy.oakdene.example"

    private func world() async throws -> World {
        let world = try await World.withPassword([.teacher, .administrator])
        try await world.makeReady()
        try await world.make(.open)
        try await world.office.setHosts([Self.host], of: world.here.log)
        return world
    }

    @Test("a school with a host name is reached without its name in the path, and no link has it")
    func noPrefix() async throws {
        let world = try await world()
        var browser = Browser(world.client)
        browser.host = "Policy.Oakdene.Example:8080"
        #expect(try await world.signIn(&browser, .administrator).location == "/today")
        for path in [
            "/", "/today", "/accounts", "/accounts/\(Stage.open.key)", "/people", "/policy", "/ledger", "/me", "/ask",
            "/accounts/new/apply",
        ] {
            let answer = try await browser.get(path)
            #expect(answer.status == 200, "\(path)")
            for attribute in ["href", "action"] {
                let addresses = answer.tags.compactMap { $0.attributes[attribute] }
                #expect(!addresses.contains { $0.hasPrefix("/oakdene") }, "\(path)")
            }
        }
        #expect(
            try await browser.fillIn("/accounts/\(Stage.open.key)/reveal", nil, ["reason": ["Test"]]).contains(
                World.secret))
    }

    @Test("every link that a page of a host name shows leads somewhere")
    func linksLead() async throws {
        let world = try await world()
        var browser = Browser(world.client)
        browser.host = Self.host
        _ = try await world.signIn(&browser, .administrator)
        for path in ["/", "/today", "/people"] {
            for tag in try await browser.get(path).tags where ["a", "link", "script"].contains(tag.name) {
                guard let address = tag.attributes["href"] ?? tag.attributes["src"], address.hasPrefix("/") else {
                    continue
                }
                #expect(try await browser.get(address).status == 200, "\(address) on \(path)")
            }
        }
    }

    @Test("one host name leads to no other school")
    func othersAreNotThere() async throws {
        let world = try await world()
        var browser = Browser(world.client)
        browser.host = Self.host
        #expect(try await browser.get("/grange").status == 404)
        #expect(try await browser.get("/grange/sign-in").status == 404)
    }

    @Test("nobody outside can say that a host name was used")
    func forged() async throws {
        let world = try await world()
        var browser = Browser(world.client)
        browser.headers["X-Hornbook-Host"] = "1"
        let page = try await browser.get("/oakdene/sign-in")
        #expect(try page.form("/oakdene/sign-in").action == "/oakdene/sign-in")
    }

    @Test("an unknown host name shows the whole installation")
    func unknown() async throws {
        let world = try await world()
        #expect(try await world.client.send(.get, "/", host: "other.example").contains("Choose your school"))
        #expect(try await world.client.send(.get, "/oakdene", host: "other.example").status == 200)
    }
}
