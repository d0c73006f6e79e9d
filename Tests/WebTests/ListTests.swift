import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// Whoever looks for words may look for somebody by name. Browsers and machines on the way keep addresses, and no bodies.
@Suite("Lists in which words are looked for")
struct ListTests {
    /// A list, who looks in it, words that find something there, what they find, and words that find nothing.
    struct List: Sendable, CustomTestStringConvertible {
        var path: String
        var role: Role
        var words: String
        var found: String
        var testDescription: String { path }
    }

    private static let lists = [
        List(path: "/answers", role: .teacher, words: "", found: "/answers/\(World.answer)"),
        List(path: "/judgements", role: .teacher, words: "", found: "/judgements/\(World.judgement)"),
        List(path: "/accounts", role: .teacher, words: "", found: "/accounts/\(Stage.open.key)"),
        List(path: "/people", role: .teacher, words: "headteacher", found: "Quillane headteacher"),
        List(path: "/posts", role: .teacher, words: "pond", found: "/posts/\(World.post)"),
        List(path: "/pictures", role: .teacher, words: "", found: "/pictures/\(World.picture)"),
        List(path: "/pupils", role: .teacher, words: "", found: "/pupils/\(World.pupil)"),
        List(path: "/pupils/consent", role: .headteacher, words: "", found: "/pupils/\(World.pupil)"),
        List(path: "/takedowns", role: .headteacher, words: "", found: ""),
    ]

    @Test("each is asked by a form that is posted, and no address on any page of it has the words", arguments: lists)
    func posted(_ list: List) async throws {
        let world = try await World()
        try await world.makeEverything()
        var browser = try world.browser(list.role)
        let path = "/oakdene\(list.path)"
        let page = try await browser.get(path)
        let form = try page.form(path)
        #expect(page.contains(list.found) || list.found.isEmpty)
        let some = try await browser.send(form, ["q": [list.words]])
        #expect(some.status == 200 && some.location.isEmpty && (some.contains(list.found) || list.found.isEmpty))
        let none = try await browser.send(form, ["q": ["Zeppelina"]])
        #expect(none.status == 200 && none.location.isEmpty)
        #expect(list.found.isEmpty || !none.contains(list.found))
        // It stands in the field again, and nowhere else.
        let fields = none.tags.filter { $0.attributes["value"] == "Zeppelina" }
        #expect(fields.contains { $0.attributes["name"] == "q" && $0.attributes["type"] == "search" })
        for tag in none.tags {
            for name in ["href", "src", "action", "formaction"] {
                #expect(tag.attributes[name]?.contains("Zeppelina") != true, "\(tag)")
            }
        }
        #expect(none.tags.contains { $0.name == "form" && $0.attributes["method"] == "post" })
    }

    @Test("words that stand in an address are not looked for", arguments: lists)
    func address(_ list: List) async throws {
        let world = try await World()
        try await world.makeEverything()
        var browser = try world.browser(list.role)
        let page = try await browser.get("/oakdene\(list.path)?q=Zeppelina")
        #expect(page.status == 200 && !page.contains("Zeppelina"))
        #expect(page.contains(list.found) || list.found.isEmpty)
    }

    @Test("a form that is not ours finds nothing", arguments: lists)
    func forged(_ list: List) async throws {
        let world = try await World()
        try await world.makeEverything()
        var browser = try world.browser(list.role)
        let answer = try await browser.post("/oakdene\(list.path)", ["csrf": ["wrong"], "q": [list.words]])
        #expect(answer.status == 403 && (list.found.isEmpty || !answer.contains(list.found)))
    }

    @Test("more than a page of what was found says so, and its columns lead to no address")
    func many() async throws {
        let world = try await World()
        for number in 0..<102 { try await world.makeChild("Wren", "Sandpiper", key: "c-wren-\(number + 100_000)") }
        var browser = try world.browser(.teacher)
        let form = try await browser.get("/oakdene/pupils").form("/oakdene/pupils")
        let found = try await browser.send(form, ["q": ["Sandpiper"]])
        #expect(found.contains("These are the first 100 of 102.") && !found.contains("sort="))
        let all = try await browser.get("/oakdene/pupils")
        #expect(all.contains("sort=") && all.contains("page=2"))
    }

    @Test("of the consents of those who were found by name a file is sent for by a form")
    func consentFile() async throws {
        let world = try await World()
        try await world.makeChild("Wren", "Sandpiper", key: "c-wren-000001")
        try await world.makeChild("Robin", "Thrushcross")
        var browser = try world.browser(.headteacher)
        let path = "/oakdene/pupils/consent"
        let all = try await browser.get(path)
        #expect(all.contains("href=\"\(path).csv"))
        let found = try await browser.send(try all.form(path), ["q": ["Sandpiper"]])
        #expect(found.contains("Wren Sandpiper") && !found.contains("Thrushcross"))
        #expect(!found.contains("href=\"\(path).csv"))
        let file = try await browser.send(try found.form("\(path).csv"))
        #expect(file.header("Content-Type").hasPrefix("text/csv"))
        #expect(file.contains("Sandpiper") && !file.contains("Thrushcross"))
        #expect(try await browser.get("\(path).csv?q=Sandpiper").contains("Thrushcross"))
    }
}
