import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Questions and departures at a school")
struct JudgementTests {
    private static let record = RecordID(.judgement, "judgement-0001")

    private func tell(_ test: TestOffice, as member: TestOffice.Member) async throws {
        try await test.give(
            "tell", on: Self.record,
            [
                "situation": ["The line was down"], "stage": ["done"], "on": [test.today], "reasons": ["Rain"],
                "facts": ["who=teacher action=depart-from-policy"],
            ], as: member)
    }

    private func actions(_ test: TestOffice, _ member: TestOffice.Member) async throws -> [String] {
        try await test.office.today(try test.caller(member)).filter { $0.record == Self.record }.map(\.action)
    }

    @Test("a departure is the head's to answer within five working days, and then the teller's to read")
    func departure() async throws {
        let test = try await TestOffice(school: "grange", pack: "grange")
        try await tell(test, as: .applicant)
        let duty = try #require(
            try await test.office.today(try test.caller(.head)).first { $0.record == Self.record })
        let calendar = try await test.office.setting(test.school).calendar
        #expect(duty.due == calendar.due(from: test.clock.now, within: .working(5)).due)
        #expect(duty.counting?.due == duty.due)
        #expect(try await actions(test, .applicant).isEmpty)
        try await test.give("answer", on: Self.record, ["outcome": ["noted"], "text": ["Thank you"]], as: .head)
        #expect(try await actions(test, .head).isEmpty)
        #expect(try await actions(test, .applicant) == ["acknowledge"])
        try await test.give("acknowledge", on: Self.record, ["read": ["yes"]], as: .applicant)
        #expect(try await actions(test, .applicant).isEmpty)
    }

    @Test("the head's own is the chair's to answer, and not the head's")
    func headsOwn() async throws {
        let test = try await TestOffice(school: "grange", pack: "grange")
        try await tell(test, as: .head)
        #expect(try await actions(test, .head).isEmpty)
        #expect(try await actions(test, .chair) == ["answer"])
        let refusal = try await refusal {
            try await test.give(
                "answer", on: Self.record, ["outcome": ["permitted"], "text": ["Yes"]], as: .head)
        }
        guard case .notAuthorised = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test("one that waits for somebody who leaves goes back to those who answer it")
    func leaver() async throws {
        let test = try await TestOffice(school: "grange", pack: "grange")
        try await tell(test, as: .applicant)
        try await test.give("askMore", on: Self.record, ["question": ["Who saw it?"]], as: .head)
        #expect(try await actions(test, .head).isEmpty)
        try await test.give(
            "leave", on: RecordID(.person, try test.id(.applicant).rawValue), ["on": [test.today]], as: .head)
        #expect(try await actions(test, .head) == ["answer"])
    }

    @Test("a change that it asks for is seen by those who edit the policy, and by them alone")
    func change() async throws {
        let test = try await TestOffice(school: "grange", pack: "grange")
        try await tell(test, as: .applicant)
        func total(_ member: TestOffice.Member) async throws -> Int {
            try await test.office.list(
                RecordQuery(kind: Kind.judgement.rawValue, facets: [Facet("asks", "change")], audience: []),
                as: try test.caller(member)
            ).total
        }
        #expect(try await total(.office) == 0)
        try await test.give("askForChange", on: Self.record, ["says": ["Say more"]], as: .head)
        #expect(try await total(.office) == 1)
        #expect(try await total(.outsider) == 0)
        try await test.give("settleChange", on: Self.record, ["done": ["Next edition"]], as: .office)
        #expect(try await total(.office) == 0)
    }

    @Test("its history tells each step, with the words that were given")
    func history() async throws {
        let test = try await TestOffice(school: "grange", pack: "grange")
        try await tell(test, as: .applicant)
        try await test.give(
            "recordAdvice", on: Self.record, ["from": ["HR adviser"], "said": ["Write it down"]], as: .head)
        try await test.give("answer", on: Self.record, ["outcome": ["refused"], "text": ["Not again"]], as: .head)
        let history = try await test.office.history(Self.record, as: try test.caller(.head))
        #expect(history.map(\.type) == ["judgement.told", "judgement.adviceRecorded", "judgement.answered"])
        #expect(history.map(\.detail) == ["The line was down", "HR adviser: Write it down", "Refused. Not again"])
    }
}
