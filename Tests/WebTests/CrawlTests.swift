import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Links")
struct CrawlTests {
    /// The parts of a draft are alike, and each reads the whole pack; the months of the calendar are alike, and there are a
    /// hundred years of them. A few stand for all.
    private func isWanted(_ address: String, _ known: Set<String>) -> Bool {
        guard let part = ["/rules/", "/settings/", "/posts/calendar?month="].first(where: { address.contains($0) })
        else { return true }
        return known.filter { $0.contains(part) }.count < 4
    }

    @Test("every link and form that a page offers leads somewhere, whoever is signed in", arguments: Role.allCases)
    func everyLink(_ role: Role) async throws {
        let world = try await World()
        try await world.makeEverything()
        _ = try await world.office.checkpoint(world.here.log)
        var browser = try world.browser(role)
        var waiting = ["/oakdene/today"]
        var known: Set<String> = ["/oakdene/today"]
        var places: [String: Set<String>] = [:]
        var pointedAt: [String: Set<String>] = [:]
        while let path = waiting.popLast() {
            let answer = try await browser.get(path)
            #expect(answer.status == 200 || path == "/oakdene/sign-in", "\(path): \(answer.status)")
            guard answer.header("Content-Type").hasPrefix("text/html"), path.hasPrefix("/oakdene") else { continue }
            let tags = answer.tags
            let ids = tags.compactMap { $0.attributes["id"] }
            places[path] = Set(ids)
            for tag in tags where tag.name == "a" {
                let link = try #require(tag.attributes["href"])
                let address = String(link.prefix { $0 != "#" })
                if address.count < link.count {
                    pointedAt[address.isEmpty ? path : address, default: []].insert(
                        String(link.drop { $0 != "#" }.dropFirst()))
                }
                if address.hasPrefix("/"), !address.hasPrefix("/oakdene/ask?"), isWanted(address, known),
                    known.insert(address).inserted
                {
                    waiting.append(address)
                }
            }
            #expect(Set(ids).count == ids.count, "an id twice on \(path)")
        }
        #expect(known.count > 20)
        for (path, ids) in places {
            let missing = (pointedAt[path] ?? []).subtracting(ids)
            #expect(missing.isEmpty, "\(path) lacks \(missing.sorted().prefix(3))")
        }
    }

    @Test(
        "a question can be answered to its end, in every part that a person has in the school", arguments: Role.allCases
    )
    func asking(_ role: Role) async throws {
        let world = try await World()
        var browser = try world.browser(role)
        let start = try await browser.get("/oakdene/ask")
        let actions = start.tags.compactMap { $0.attributes["href"] }.filter { $0.contains("action=") }
        #expect(!actions.isEmpty)
        for action in actions {
            var page = try await browser.get(action)
            var questions = 0
            while !page.contains("The answer"), questions < 20 {
                let form = try page.form("/oakdene/ask")
                let option = page.tags.first { $0.attributes["type"] == "radio" }
                let (name, value) = (
                    try #require(option?.attributes["name"], "no answer is offered after \(action)"),
                    option?.attributes["value"] ?? ""
                )
                page = try await browser.get("/oakdene/ask?\(Input(form.filled(in: [name: [value]])).urlEncoded)")
                #expect(page.status == 200)
                questions += 1
            }
            #expect(page.contains("The answer"), "\(action)")
        }
    }

    @Test("another school's one-time link leads nowhere here")
    func linkOfAnotherSchool() async throws {
        let world = try await World()
        let link = try await world.office.invite(try world.elsewhere.caller(.teacher).person, in: world.elsewhere.log)
        var browser = Browser(world.client)
        #expect(try await browser.get("/oakdene/welcome/\(link)").status == 404)
        #expect(try await browser.get("/grange/welcome/\(link)").status == 200)
    }
}
