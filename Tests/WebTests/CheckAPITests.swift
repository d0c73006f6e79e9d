import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Checking a draft over the programming interface")
struct CheckAPITests {
    private struct Finding: Decodable {
        var kind: CheckKind
        var severity: Severity
        var text: String?
        var mend: String
    }

    private let words = #"{"words": "Ring Jo on 07700 900123 to sort out lifts."}"#

    @Test("what is found is told with its words, how grave it is and the mend; nothing is kept")
    func found() async throws {
        let world = try await World()
        let before = try await world.size(world.here)
        let answer = try await world.call(.teacher, .post, "/check", json: words)
        #expect(answer.status == 200)
        let findings = try JSONDecoder().decode([Finding].self, from: Data(answer.body.utf8))
        let phone = try #require(findings.first { $0.kind == .phone })
        #expect(phone.text == "07700 900123" && !phone.mend.isEmpty)
        #expect(try await world.size(world.here) == before)
    }

    @Test("the school's own pupils are known")
    func pupils() async throws {
        let world = try await World()
        try await world.makePupil()
        let answer = try await world.call(
            .teacher, .post, "/check", json: #"{"words": "Well done \#(world.here.people) Lark!"}"#)
        #expect(answer.contains("pupil-full-name") || answer.contains("consent"))
    }

    @Test("pieces that together with what was published point to one child are found, as on the page")
    func jigsaw() async throws {
        let world = try await World()
        try await world.makePupil()
        let words = #"{"words": "A pupil from Year 2 in Oak class is seven."}"#
        #expect(try await world.call(.teacher, .post, "/check", json: words).contains("\"kind\":\"jigsaw\""))
    }

    @Test("SARIF 2.1.0 is given where it is asked for, and another format refused")
    func formats() async throws {
        let world = try await World()
        let sarif = try await world.call(.teacher, .post, "/check?format=sarif", json: words)
        #expect(sarif.status == 200 && sarif.contains(#""version":"2.1.0""#) && sarif.contains(#""ruleId":"phone""#))
        #expect(try await world.call(.teacher, .post, "/check?format=xml", json: words).status == 422)
    }

    @Test("without words it says what is missing")
    func missing() async throws {
        let world = try await World()
        let answer = try await world.call(.teacher, .post, "/check", json: "{}")
        #expect(answer.status == 422)
        #expect(try answer.faults() == ["words"])
    }

    @Test("whoever does not see pupils may not find out by it who is one", arguments: Role.allCases)
    func wall(_ role: Role) async throws {
        let world = try await World()
        let sees = !Role.including([role]).isDisjoint(with: Pupil.seers)
        #expect(try await world.call(role, .post, "/check", json: words).status == (sees ? 200 : 403))
    }
}
