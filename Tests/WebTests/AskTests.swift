import Foundation
import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Asking in plain words")
struct AskTests {
    private static let question = "/oakdene/ask?q=accept+a+friend+request+from+an+ex-pupil+on+a+zeppelin"

    @Test("the page shows what it understood and what it did not, and answers nothing")
    func understood() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get(Self.question)
        #expect(page.status == 200)
        for text in ["The other person: A former pupil of this school.", "Not used: zeppelin.", "friend, request"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("The answer"))
    }

    @Test("its links hold facts and the part of whoever asks, and no word that was typed")
    func links() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get(Self.question)
        let links = page.tags.compactMap { $0.attributes["href"] }.filter { $0.contains("action=") }
        let first = try #require(links.first)
        #expect(first.contains("action=accept-friend-request") && first.contains("with=former-pupil"))
        #expect(first.contains("who=teacher"))
        #expect(!links.contains { $0.contains("zeppelin") || $0.contains("q=") })
        #expect(try await browser.get(first).status == 200)
    }

    @Test(
        "words that mean nothing here are said to, beside the list",
        arguments: ["zeppelin", "the", "%3Cscript%3E", "+"])
    func notUnderstood(_ words: String) async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/ask?q=\(words)")
        #expect(page.status == 200)
        #expect(page.contains("That was not understood") == (words != "+"))
        #expect(!page.contains("<script>"))
        #expect(page.tags.contains { $0.attributes["href"]?.contains("action=follow") == true })
    }

    @Test("the programming interface gives the candidates, with the facts that were known already")
    func interface() async throws {
        let world = try await World()
        let answer = try await world.call(.teacher, .get, "/ask?words=follow+a+pupil&who=teacher")
        let candidates = try #require(try answer.object()["candidates"] as? [[String: Any]])
        #expect(candidates.first?["action"] as? String == "follow")
        #expect(
            candidates.first?["facts"] as? [String: String] == ["action": "follow", "with": "pupil", "who": "teacher"])
        #expect(try await world.call(.teacher, .get, "/ask?words=follow&who=nobody").status == 422)
    }
}

@Suite("What would change an answer, on its page")
struct AskFlipTests {
    private static let facts = "who=teacher&action=open-account&application=not-approved"

    @Test("each flip is a sentence with a link to another answer")
    func shown() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let page = try await browser.get("/oakdene/ask?\(Self.facts)")
        #expect(page.contains("What would change this"))
        let flips = page.tags.filter { $0.name == "a" && $0.text.hasPrefix("If ") }
        #expect((1...3).contains(flips.count))
        for flip in flips {
            let verdict = try #require(flip.text.split(separator: ": ").last).lowercased()
            let other = try await browser.get(try #require(flip.attributes["href"]))
            #expect(other.contains("The answer"))
            #expect(other.tags.contains { $0.text.lowercased().hasPrefix(verdict) }, "\(verdict)")
        }
    }

    @Test("the programming interface names the facts, the verdict and the sentence")
    func interface() async throws {
        let world = try await World()
        let answer = try await world.call(.teacher, .get, "/ask?\(Self.facts)")
        let changes = try #require(try answer.object()["changes"] as? [[String: Any]])
        #expect(changes.first?["facts"] as? [String: String] == ["application": "approved"])
        #expect(changes.first?["verdict"] is String && (changes.first?["says"] as? String)?.hasPrefix("If ") == true)
    }
}
