import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("The policy's page")
struct PolicyPageTests {
    /// A school under a small policy of its own, and somebody of it in a browser.
    private static func browser(_ role: Role = .teacher, links: String = links) async throws -> Browser {
        let world = try await World()
        let log = try #require(LogID("velton"))
        _ = try await world.office.foundSchool(log, name: "Velton Primary School", packSource: pack + links)
        let person = try await world.office.addPerson(
            Person.Particulars(name: "Ada Fenwick", email: "a.fenwick@velton.example", roles: [role]),
            firstDay: try #require(Day(iso: "2026-09-01")), to: log)
        let caller = try #require(try await world.office.caller(log, person))
        var browser = Browser(world.client)
        browser.cookies[Cookies(isSecure: world.site.hasSecureCookies).sessionName(log)] =
            try await world.office.startSession(caller, device: "Browser")
        return browser
    }

    private static let pack = """
        format: 1
        pack: velton
        edition: "2026.1"
        school: {name: Velton, phase: primary, authority: Nowhere, ages: [4, 11]}
        policy: {title: Social media, version: "2", next_review: "2020-05"}
        process:
          account-approved-by: {value: [slt], clause: [velton-02]}
        rules:
          - id: no-pupils
            says: No contact with pupils.
            clause: [velton-01]
            who: anyone
            action: [follow, apply-for-account]
            verdict: prohibited
        otherwise: {says: Ask the head., clause: [velton-03]}
        clauses:
          - {id: velton-01, where: 1.1 / a, says: "Nobody follows pupils <b>.", modality: must-not}
          - {id: velton-02, where: 1.1 / b, says: Leaders approve accounts., modality: must}
          - {id: velton-03, where: 1.2, says: Ask when in doubt., modality: should, honoured_by: {screen: [ledger, today]}}
          - {id: velton-04, where: 2, says: Nobody does this yet., modality: must, honoured_by: {text: policy-page}}
          - {id: velton-05, where: 2, says: Twitter is named., modality: fact, honoured_by: {platform: [Twitter]}}

        """
    private static let links = """
        links:
          - {kind: agency, name: Helpline, for: advice, phone: 000 000, address: "https://help.example", clause: [velton-03]}
          - {kind: law, name: Old Act 1998, clause: [velton-05], replaced_by: New Act 2018, since: "2018-05-25"}
        defects:
          - {id: two-words, kind: contradiction, clause: [velton-01], says: Two words., means: Which?, mend: Use one.}
        """

    @Test("every clause stands on it once, with its kind and what honours it")
    func everyClause() async throws {
        var browser = try await Self.browser()
        let page = try await browser.get("/velton/policy")
        #expect(page.status == 200)
        for id in ["velton-01", "velton-02", "velton-03", "velton-04", "velton-05"] {
            #expect(page.tags.count { $0.attributes["id"] == id } == 1)
        }
        for words in [
            "Nobody follows pupils &lt;b&gt;.", "Must not", "1.1 (2)", "href=\"#rule-no-pupils\"",
            "href=\"#setting-account-approved-by\"", "href=\"#otherwise\"", "href=\"#defect-two-words\"", ">X<",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test("each link on it leads to something on it, and no id stands twice")
    func anchors() async throws {
        var browser = try await Self.browser()
        for path in ["/velton/policy", "/velton/policy?clauses=all"] {
            let page = try await browser.get(path)
            let ids = page.tags.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            #expect(!ids.contains { $0.contains(where: \.isWhitespace) })
            let anchors = page.tags.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
            #expect(anchors.allSatisfy { ids.contains(String($0.dropFirst())) })
        }
    }

    @Test("a clause that nothing honours is marked, and counted in the summary")
    func unclaimed() async throws {
        var browser = try await Self.browser()
        let page = try await browser.get("/velton/policy")
        #expect(page.tags.count > 0 && page.contains("Nothing honours it yet"))
        #expect(page.contains("1 that nothing honours yet"))
    }

    @Test("what is wrong with the document is listed with its mend, and counted")
    func defects() async throws {
        var browser = try await Self.browser()
        let page = try await browser.get("/velton/policy")
        #expect(page.contains("5 to put right"))
        for words in [
            "May 2020, and that has passed", "No day of ratification", "names Twitter", "names Old Act 1998",
            "Two words.", "Use one.",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("No version is printed"))
    }

    @Test("what the policy leans on is listed by kind, and where it names nothing the page says so")
    func links() async throws {
        var browser = try await Self.browser()
        let page = try await browser.get("/velton/policy")
        #expect(page.contains("Agencies") && page.contains("href=\"https://help.example\""))
        #expect(page.contains(", for advice") && page.contains("Telephone 000 000"))
        var bare = try await Self.browser(links: "")
        #expect(try await bare.get("/velton/policy").contains("names no other document, law, agency or service"))
    }

    @Test(
        "clauses are found by words and by kind, without scripts",
        arguments: [
            ("q=pupils", ["velton-01"]), ("q=PUPILS+nobody", ["velton-01"]), ("q=velton-03", ["velton-03"]),
            ("modality=must", ["velton-02", "velton-04"]), ("q=accounts&modality=must", ["velton-02"]),
            ("q=1.1", ["velton-01", "velton-02"]), ("q=&modality=should-not", []), ("q=%3Cscript%3E", []),
            ("clauses=all", ["velton-01", "velton-02", "velton-03", "velton-04", "velton-05"]),
        ])
    func filter(_ query: String, _ expected: [String]) async throws {
        var browser = try await Self.browser()
        let page = try await browser.get("/velton/policy?\(query)")
        #expect(page.status == 200)
        #expect(page.tags.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("velton-") } == expected)
        #expect(page.contains("\(expected.count) of 5 clauses"))
        #expect(page.contains("No clause matches") == expected.isEmpty)
        #expect(!page.contains("<script>"))
    }

    @Test("an empty filter shows the whole policy", arguments: ["", "?q=&modality=", "?q=+", "?modality=nonsense"])
    func emptyFilter(_ query: String) async throws {
        var browser = try await Self.browser()
        #expect(try await browser.get("/velton/policy\(query)").contains("How it is carried out"))
    }

    @Test("a screen is linked only for those whom it lets in", arguments: [(Role.teacher, false), (.governor, true)])
    func screens(_ role: Role, _ isLinked: Bool) async throws {
        var browser = try await Self.browser(role)
        let page = try await browser.get("/velton/policy?q=doubt")
        #expect(page.contains("href=\"/velton/today\">Today"))
        #expect(page.contains("href=\"/velton/ledger\">the ledger") == isLinked)
        #expect(page.contains("the ledger"))
    }
}
