import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("What can be done with an answer")
struct AskAnswerTests {
    private static let facts = "who=teacher&action=open-account&application=not-approved"
    /// On which no rule of Oakdene speaks.
    private static func uncovered(_ world: World) async throws -> String {
        let pack = try await world.office.setting(world.here.log).pack
        let action = try #require(
            pack.vocabulary.actions.first { action in
                let facts = Facts(["who": "teacher", "action": action.id])
                return (try? pack.consider(facts))?.settled == .notCovered
            })
        return "who=teacher&action=\(action.id)"
    }

    @Test("a settled answer is kept at a button, and its page shows it as it was given")
    func kept() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/ask?\(Self.facts)")
        let fields = try page.form("/oakdene/answers/new/keep").filled(in: [:])
        let answer = try await browser.post("/oakdene/answers/new/keep", fields)
        #expect(answer.status == 303 && answer.location.hasSuffix("?done=recorded"))
        let shown = try await browser.get(answer.location)
        let edition = try await world.office.setting(world.here.log).pack.edition
        for text in [
            "You need approval first", "The clauses, in our words, as they stood", "byte for byte", edition,
        ] {
            #expect(shown.contains(text), "\(text)")
        }
        let again = try await browser.post("/oakdene/answers/new/keep", fields)
        #expect(again.location.hasSuffix("?done=before"))
        #expect(try await browser.get("/oakdene/answers").contains("Needs approval first"))
    }

    @Test("an answer kept from a page of an older edition is refused, and nothing is recorded")
    func overtaken() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        var fields = try (try await browser.get("/oakdene/ask?\(Self.facts)")).form("/oakdene/answers/new/keep").filled(
            in: [:])
        fields["edition"] = ["0000"]
        let before = try await world.size(world.here)
        let answer = try await browser.post("/oakdene/answers/new/keep", fields)
        #expect(answer.status == 422 && answer.contains("The policy has changed since"))
        #expect(try await world.size(world.here) == before)
    }

    @Test("the file of an answer is what the interface gives of it, and holds no person")
    func file() async throws {
        let world = try await World()
        try await world.makeAnswer()
        var browser = try world.browser(.teacher)
        let file = try await browser.get("/oakdene/answers/\(World.answer)/answer.json")
        #expect(!file.body.contains(try world.here.id(.teacher)) && !file.body.contains(world.here.people))
        let pack = try await world.office.setting(world.here.log).pack
        #expect(try Replay.of(Array(file.body.utf8), under: pack) == .same)
        let call = try await world.call(.teacher, .get, "/answers/\(World.answer)")
        let state = try #require(try call.object()["state"] as? [String: Any])
        let inside = try #require(state["answer"] as? NSDictionary)
        #expect(inside == (try file.object()) as NSDictionary)
        let asked = try await world.call(.teacher, .get, "/ask?who=teacher&action=follow&with=pupil").object()
        for (key, value) in try file.object() { #expect((asked[key] as? NSObject) == value as? NSObject, "\(key)") }
    }

    @Test("the interface keeps an answer, once for one name of the call")
    func interface() async throws {
        let world = try await World()
        let json = #"{"facts": "who=teacher action=follow with=pupil", "note": "The club"}"#
        let headers = ["Idempotency-Key": "one"]
        let first = try await world.call(.teacher, .post, "/answers", json: json, headers: headers)
        #expect(first.status == 201, "\(first.body)")
        let second = try await world.call(.teacher, .post, "/answers", json: json, headers: headers)
        #expect(try second.object()["wasDoneBefore"] as? Bool == true)
        #expect(try second.object()["record"] as? String == (try first.object()["record"] as? String))
        #expect(try await world.call(.teacher, .post, "/answers", json: "{}").status == 422)
        let wrong = #"{"facts": "who=teacher action=folow"}"#
        #expect(try (try await world.call(.teacher, .post, "/answers", json: wrong)).faults() == ["facts"])
    }

    @Test("where the policy does not say, the headteacher is offered, and what was asked goes along")
    func notCovered() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/ask?\(try await Self.uncovered(world))")
        #expect(page.contains("What to do now") && page.contains("Ask the headteacher"))
        #expect(!page.contains("Tell of a departure"), "Oakdene's policy knows no departures")
        let link = try #require(
            page.tags.compactMap { $0.attributes["href"] }.first { $0.contains("/judgements/new/ask?facts=") })
        let form = try await browser.get(link)
        #expect(form.contains("What the policy says"))
        let sent = try await browser.fillIn(link, "/oakdene/judgements/new/ask", ["situation": ["May I?"]])
        #expect(sent.status == 303, "\(sent.body.prefix(300))")
        let shown = try await browser.get(sent.location)
        #expect(shown.contains("Waiting for an answer") && shown.contains("The policy does not say"))
    }

    @Test("where the policy knows departures, any answer offers to tell of one", arguments: ["grange", "waterville"])
    func departures(pack: String) async throws {
        let world = try await World(pack: pack)
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/ask?who=teacher&action=depart-from-policy")
        let link = try #require(
            page.tags.compactMap { $0.attributes["href"] }.first { $0.contains("/judgements/new/tell?facts=") })
        let sent = try await browser.fillIn(link, "/oakdene/judgements/new/tell", try world.good("tell"))
        let shown = try await browser.get(sent.location)
        for text in ["Waiting for an answer", "Done on", "Nobody else was there"] {
            #expect(shown.contains(text), "\(text)")
        }
        var head = try world.browser(.headteacher)
        #expect(try await head.get("/oakdene/today").contains("Answer a departure from the policy"))
    }

    @Test("what is not known is not asked again, and the answer says what it depends on")
    func notKnown() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let question = try await browser.get("/oakdene/ask?who=teacher&action=open-account")
        #expect(question.contains("I do not know"))
        let page = try await browser.get("/oakdene/ask?who=teacher&action=open-account&application=%3F")
        #expect(page.contains("It depends") && page.contains("What it depends on") && page.contains("Not known"))
        let kept = try await browser.post(
            "/oakdene/answers/new/keep", try page.form("/oakdene/answers/new/keep").filled(in: [:]))
        let shown = try await browser.get(kept.location)
        #expect(shown.contains("It depends") && shown.contains("Not known"))
    }

    @Test("an answer under an earlier edition shows that edition's clauses, and what is answered today")
    func earlierEdition() async throws {
        let world = try await World()
        try await world.makeAnswer()
        let earlier = try await world.office.setting(world.here.log).pack.edition
        let yaml = try #require(try Pack.embedded("dronfield")).source
        let pack = try Pack.load(yaml: yaml, file: "d.yaml", vocabulary: world.office.vocabulary)
        _ = try await world.office.perform(
            Drawer<School>.intent(
                .adopt(
                    pack: AdoptedPack(
                        id: pack.id, edition: pack.edition, source: yaml, hash: Digest.hex(of: yaml)))),
            on: RecordID(.school, School.key), in: try await world.office.setting(world.here.log), as: .office,
            cause: "adopt", isReaction: true)
        var browser = try world.browser(.teacher)
        let shown = try await browser.get("/oakdene/answers/\(World.answer)")
        #expect(shown.contains(earlier) && shown.contains("byte for byte"))
        #expect(shown.contains("Another edition is in force now") || shown.contains("The edition in force now"))
        #expect(shown.contains(pack.edition))
    }

    @Test("the Policy page lists judgements that ask for a change, for those who edit it", arguments: Role.allCases)
    func changes(role: Role) async throws {
        let world = try await World()
        try await world.make(.changeAsked)
        var browser = try world.browser(role)
        let page = try await browser.get("/oakdene/policy")
        #expect(
            page.contains("Judgements that ask for a change")
                == [.administrator, .headteacher].contains(role))
    }

    @Test("an empty list says what to do", arguments: ["/answers", "/judgements"])
    func empty(path: String) async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene\(path)")
        #expect(page.status == 200 && page.contains("yet."))
        let none = try await browser.fillIn("/oakdene\(path)", nil, ["q": ["zeppelin"]])
        #expect(none.status == 200 && none.contains("Clear the filter"))
    }
}
