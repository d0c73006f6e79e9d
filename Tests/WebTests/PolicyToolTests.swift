import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

extension World {
    /// The school takes another edition of its policy, in which a rule is gone.
    func adoptWithout(_ rule: String) async throws -> Pack {
        let setting = try await office.setting(here.log)
        let lines = setting.pack.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.contains("- id: \(rule)") })
        let end = try #require(lines[(start + 1)...].firstIndex { $0.isEmpty })
        let source = (lines[..<start] + lines[end...]).joined(separator: "\n")
            .replacing("edition: \"2026.2\"", with: "edition: \"2026.9\"")
        let pack = try Pack.load(yaml: source, file: "new.yaml", vocabulary: office.vocabulary)
        let adopted = AdoptedPack(
            id: pack.id, edition: pack.edition, source: source, hash: Digest.hex(of: source))
        _ = try await office.perform(
            Drawer<School>.intent(.adopt(pack: adopted)), on: RecordID(.school, School.key), in: setting, as: .office,
            cause: office.newID(), isReaction: true)
        return pack
    }
}

@Suite("What analysis finds, on its page")
struct AnalysisPageTests {
    @Test(
        "every finding is told under its kind, with the rules at stake and their clauses",
        arguments: [Role.teacher, .parent])
    func shown(_ role: Role) async throws {
        let world = try await World()
        var browser = try world.browser(role)
        let page = try await browser.get("/oakdene/policy/analysis")
        #expect(page.status == 200)
        let pack = try await world.office.setting(world.here.log).pack
        let findings = pack.analyse()
        for kind in Set(findings.map(\.kind)) {
            #expect(page.tags.contains { $0.name == "h2" && $0.text == kind.title })
        }
        for rule in findings.flatMap(\.rules) {
            for clause in try #require(pack.rule(rule)).clauses {
                #expect(page.tags.contains { $0.attributes["href"] == "/oakdene/policy#\(clause)" })
            }
        }
    }

    @Test("a witness leads to Ask with its facts, and Ask answers")
    func witness() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/analysis?kind=open&topic=connecting")
        let links = page.tags.compactMap { $0.attributes["href"] }.filter { $0.contains("/ask?") }
        #expect(!links.isEmpty)
        for link in links {
            let answer = try await browser.get(link.replacing("&amp;", with: "&"))
            #expect(
                answer.body.lowercased().contains("the policy does not say") || answer.contains("No rule covers this"))
        }
    }

    @Test("it can be narrowed by topic and kind")
    func narrowed() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/analysis?topic=connecting&kind=open")
        #expect(page.status == 200)
        #expect(page.tags.filter { $0.name == "h2" }.map(\.text).contains(Finding.Kind.open.title))
        #expect(!page.tags.contains { $0.name == "h2" && $0.text == Finding.Kind.silent.title })
        let none = try await browser.get("/oakdene/policy/analysis?topic=connecting&kind=impossible")
        #expect(none.contains("Nothing of this kind on this topic."))
    }

    @Test("a topic or a kind that there is not is said to be so", arguments: ["topic=nowhere", "kind=odd"])
    func unknown(_ query: String) async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/analysis?\(query)")
        #expect(page.status == 422)
        #expect(page.contains("There is a problem"))
    }

    @Test("the programming interface gives each finding with its facts and its sentence")
    func interface() async throws {
        let world = try await World()
        let answer = try await world.call(.teacher, .get, "/analysis?kind=open").object()
        let findings = try #require(answer["findings"] as? [[String: Any]])
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0["kind"] as? String == "open" && $0["facts"] is [String: String] })
        #expect(
            findings.allSatisfy { ($0["cases"] as? [[String: [String]]])?.isEmpty == false && $0["says"] is String })
        #expect(try await world.call(.teacher, .get, "/analysis?topic=nowhere").status == 422)
        #expect(try await world.call(.teacher, .get, "/analysis?kind=nowhere").status == 422)
    }
}

@Suite("Policies compared, on their page")
struct ComparePageTests {
    @Test("with nothing chosen it says what to do")
    func empty() async throws {
        let world = try await World()
        var browser = try world.browser(.parent)
        let page = try await browser.get("/oakdene/policy/compare")
        #expect(page.status == 200)
        #expect(page.contains("Choose a second policy"))
        for id in Pack.embeddedIDs {
            #expect(page.tags.contains { $0.name == "option" && $0.attributes["value"] == id })
        }
    }

    @Test("two policies are told apart by topic, with both answers and a way to Ask")
    func compared() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/compare?a=in-force&b=waterville&topic=connecting")
        #expect(page.status == 200)
        #expect(page.contains("A former pupil of this school, my own account (any employee)"))
        #expect(page.contains("At Oakdene") && page.contains("At Waterville"))
        let links = page.tags.compactMap { $0.attributes["href"] }.filter { $0.contains("/ask?") }
        #expect(!links.isEmpty)
        #expect(try await browser.get(try #require(links.first).replacing("&amp;", with: "&")).contains("The answer"))
    }

    @Test("many differences are folded by topic, under which two they are; those of one topic are not")
    func folded() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let folds = { (page: Answer) in
            page.tags.filter { $0.name == "details" && $0.attributes["class"] == "clause-section" }.count
        }
        let page = try await browser.get("/oakdene/policy/compare?a=in-force&b=waterville")
        #expect(folds(page) > 5)
        #expect(page.contains("differences between"))
        let names = page.tags.filter { $0.name == "strong" }.map(\.text)
        #expect(names.contains { $0.contains("oakdene-2026.2") } && names.contains { $0.contains("waterville-2026.2") })
        let one = try await browser.get("/oakdene/policy/compare?a=in-force&b=waterville&topic=connecting")
        #expect(folds(one) == 0)
    }

    @Test("between two other schools no link leads to this school's own answers")
    func others() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/compare?a=grange&b=waterville")
        #expect(page.status == 200)
        #expect(!page.tags.contains { $0.attributes["href"]?.contains("/ask?") == true })
    }

    @Test("an earlier edition is offered, and what changed since is told under the editions' names")
    func editions() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let new = try await world.adoptWithout("no-contact-with-former-pupils")
        let choice = try await browser.get("/oakdene/policy/compare")
        let earlier = try #require(
            choice.tags.compactMap { $0.attributes["value"] }.first { $0.hasPrefix("earlier-") })
        let page = try await browser.get("/oakdene/policy/compare?a=in-force&b=\(earlier)")
        #expect(page.status == 200)
        #expect(page.contains("Under oakdene-2026.2") && page.contains("Under \(new.edition)"))
        #expect(page.contains("A former pupil of this school"))
    }

    @Test(
        "what cannot be compared is said to be so, with the field at fault",
        arguments: [
            ("a=nowhere&b=oakdene", "#f-a"), ("a=in-force&b=nowhere", "#f-b"), ("a=oakdene", "#f-b"),
            ("a=oakdene&b=oakdene", "#f-b"), ("a=oakdene&b=grange&topic=odd", "#f-topic"),
            ("a=oakdene&b=grange&kind=odd", "#f-kind"), ("a=%3Cscript%3E&b=oakdene", "#f-a"),
        ])
    func refused(_ query: String, _ field: String) async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/compare?\(query)")
        #expect(page.status == 422)
        #expect(page.contains("There is a problem") && !page.contains("<script>"))
        #expect(page.tags.contains { $0.attributes["href"] == field }, "\(field)")
    }

    @Test("two that say the same have no differences")
    func same() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/compare?a=in-force&b=oakdene")
        #expect(page.contains("Nothing differs"))
    }

    @Test("the programming interface gives the differences that there are, narrowed as asked")
    func interface() async throws {
        let world = try await World()
        let all = try await world.call(.teacher, .get, "/compare?a=in-force&b=waterville").object()
        #expect(all["first"] as? String == "oakdene-2026.2")
        let differences = try #require(all["differences"] as? [[String: Any]])
        let expected = try Pack.compare(
            try #require(try Pack.embedded("oakdene")), try #require(try Pack.embedded("waterville")))
        #expect(differences.compactMap { $0["actions"] as? [String] } == expected.map(\.actions))
        let some = try await world.call(.teacher, .get, "/compare?a=in-force&b=waterville&kind=approval").object()
        #expect((some["differences"] as? [[String: Any]])?.count == expected.count { $0.kind == .approval })
        for query in [
            "a=in-force", "a=in-force&b=odd", "b=grange", "a=grange&b=oakdene&topic=odd", "a=grange&b=oakdene&kind=odd",
        ] {
            let refused = try await world.call(.teacher, .get, "/compare?\(query)")
            #expect(refused.status == 422)
            #expect(try refused.faults().count == 1)
        }
    }
}

@Suite("Twenty questions, on their page")
struct QuestionsPageTests {
    @Test("each question stands there with every policy's answer, and leads to Ask")
    func shown() async throws {
        let world = try await World()
        var browser = try world.browser(.parent)
        let page = try await browser.get("/oakdene/policy/questions")
        #expect(page.status == 200)
        let questions = try StaffQuestion.embedded()
        for question in questions { #expect(page.contains(question.asks)) }
        #expect(page.tags.count { $0.attributes["href"]?.contains("/ask?") == true } == questions.count)
        // This school's policy is one of the built-in ones, and stands there once.
        #expect(
            page.tags.filter { $0.name == "th" && $0.attributes["scope"] == "col" }.count == 1 + Pack.embeddedIDs.count)
        #expect(page.tags.contains { $0.attributes["href"] == "/oakdene/policy#oakdene-133" })
    }

    @Test("an edition of one's own stands beside the built-in one")
    func own() async throws {
        let world = try await World()
        _ = try await world.adoptWithout("no-contact-with-former-pupils")
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/policy/questions")
        #expect(
            page.tags.filter { $0.name == "th" && $0.attributes["scope"] == "col" }.count == 2 + Pack.embeddedIDs.count)
    }

    @Test("it can be sorted by what a policy says, both ways, and an order that there is not changes nothing")
    func sorted() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        func questions(_ query: String) async throws -> [String] {
            try await browser.get("/oakdene/policy/questions?\(query)").tags
                .filter { $0.attributes["href"]?.contains("/ask?") == true }.map(\.text)
        }
        let plain = try await questions("")
        let up = try await questions("sort=0&way=up")
        #expect(up != plain && Set(up) == Set(plain))
        #expect(try await questions("sort=0&way=down") == up.reversed())
        #expect(try await questions("sort=99&way=up") == plain)
        #expect(try await questions("sort=x") == plain)
    }

    @Test("the file has a line for each question")
    func file() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let answer = try await browser.get("/oakdene/policy/questions.csv")
        #expect(answer.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(answer.header("Content-Disposition").contains("oakdene-questions-2026-11-23.csv"))
        let rows = try CSV.read(answer.body)
        #expect(rows.count == 21)
        #expect(rows.allSatisfy { $0.cells.count == 2 + 3 * Pack.embeddedIDs.count })
        #expect(rows[2].cells[1].contains("who=teacher action=accept-friend-request with=former-pupil"))
    }

    @Test("the programming interface gives the table")
    func interface() async throws {
        let world = try await World()
        let table = try await world.call(.teacher, .get, "/questions").object()
        let questions = try #require(table["questions"] as? [[String: Any]])
        #expect(questions.count == 20)
        #expect((questions[1]["answers"] as? [[String: Any]])?.first?["verdict"] as? String == "prohibited")
    }
}
