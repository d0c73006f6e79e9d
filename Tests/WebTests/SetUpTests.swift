import HTTPTypes
import Ledger
import Logging
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("First set-up")
struct SetUpTests {
    private static func client(secret: String?) async throws -> (Client, InMemoryStore) {
        let store = InMemoryStore()
        let office = try await World.office(store, Clock())
        return (
            Client(
                Site(
                    office: office, hasSecureCookies: false, isDemo: false, stopwatch: ManualTime().stopwatch,
                    setUpSecret: secret,
                    logger: Logger(label: "test"))), store
        )
    }

    private static let good = [
        "school": ["Oakfield School"], "slug": ["oakfield"], "pack": ["oakdene"], "name": ["Ada Admin"],
        "email": ["ada@oakfield.example"],
        "isHead": ["no"],
    ]

    @Test("the page makes a school and its first administrator, once")
    func once() async throws {
        let (client, _) = try await Self.client(secret: "opensesame")
        var browser = Browser(client)
        let answer = try await browser.fillIn("/set-up/opensesame", nil, Self.good)
        #expect(answer.location.hasPrefix("/oakfield/welcome/"))
        #expect(try await browser.get("/set-up/opensesame").status == 404)
        #expect(
            try await browser.post("/set-up/opensesame", Self.good.merging(["slug": ["second"]]) { $1 }).status == 404)
        _ = try await browser.fillIn(answer.location, nil, ["password": [World.password], "again": [World.password]])
        let signedIn = try await browser.fillIn(
            "/oakfield/sign-in", nil, ["email": ["ada@oakfield.example"], "password": [World.password]])
        #expect(signedIn.location == "/oakfield/today")
        #expect(try await browser.get("/oakfield/people/new/join").status == 200)
    }

    @Test("without the secret there is no such page", arguments: [nil, "opensesame", ""])
    func secret(_ secret: String?) async throws {
        let (client, store) = try await Self.client(secret: secret)
        var browser = Browser(client)
        for path in ["/set-up/other", "/set-up/", "/set-up"] {
            #expect(try await browser.get(path).status == 404)
            #expect(try await browser.post(path, Self.good).status == 404)
        }
        #expect(await store.logs().isEmpty)
    }

    @Test(
        "a wrong answer is said beside its field, and nothing is made",
        arguments: [
            ("slug", "Oak Field"), ("slug", "assets"), ("slug", "set-up"), ("slug", "health"), ("school", ""),
            ("pack", "none"), ("email", "ada"),
            ("isHead", "perhaps"), ("name", ""),
        ])
    func wrong(_ field: String, _ value: String) async throws {
        let (client, store) = try await Self.client(secret: "opensesame")
        var browser = Browser(client)
        let answer = try await browser.fillIn("/set-up/opensesame", nil, Self.good.merging([field: [value]]) { $1 })
        #expect(answer.status == 422)
        #expect(answer.contains("id=\"f-\(field)-problem\""))
        #expect(await store.logs().isEmpty)
    }

    @Test("before any school there is a front page, and no school's page")
    func front() async throws {
        let (client, _) = try await Self.client(secret: "opensesame")
        var browser = Browser(client)
        let front = try await browser.get("/")
        #expect(front.status == 200 && front.contains("No school has been set up yet"))
        #expect(!front.contains("opensesame"))
        #expect(try await browser.get("/oakdene").status == 404)
    }
}
