import Foundation
import Testing

@Suite("Asking at the terminal")
struct AskTests {
    @Test("a settled question cites its rules and clauses")
    func settled() throws {
        let ran = try BuiltCommand.run([
            "ask", "--pack", "oakdene", "who=teacher", "action=open-account", "application=not-approved",
        ])
        #expect(ran.status == 0)
        #expect(ran.lines.first == "Needs approval first.")
        #expect(ran.output.contains("Approval must come from: Senior leader (SLT)"))
        #expect(ran.output.contains("[approval-before-opening: oakdene-42"))
    }

    @Test("with facts missing it says what is still possible and asks the next question")
    func unsettled() throws {
        let ran = try BuiltCommand.run(["ask", "--pack", "oakdene", "who=teacher", "action=open-account"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("It depends."))
        #expect(ran.output.contains("Next question: Has the application for this account been approved?"))
        #expect(ran.output.contains("application=not-approved"))
    }

    @Test("what is not known is not asked for, and the answer says what it depends on")
    func notKnown() throws {
        let ran = try BuiltCommand.run([
            "ask", "--pack", "oakdene", "who=teacher", "action=open-account", "application=?",
        ])
        #expect(ran.status == 0)
        #expect(ran.output.contains("It depends."))
        #expect(!ran.output.contains("Next question: Has the application"))
    }

    @Test("JSON says the same", arguments: [true, false])
    func json(isSettled: Bool) throws {
        let ran = try BuiltCommand.run(
            ["ask", "--json", "--pack", "oakdene", "who=teacher", "action=open-account"]
                + (isSettled ? ["application=not-approved"] : []))
        struct Answer: Decodable {
            struct Next: Decodable { var fact: String }
            var edition: String
            var isSettled: Bool
            var next: Next?
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(ran.output.utf8))
        #expect(answer.edition == "oakdene-2026.2")
        #expect(answer.isSettled == isSettled)
        #expect(answer.next?.fact == (isSettled ? nil : "application"))
    }

    @Test(
        "a fact, value or pack that is not known is refused with the nearest",
        arguments: [
            (["--pack", "oakdene", "wo=teacher"], "Did you mean `who`?"),
            (["--pack", "oakdene", "who=teachr"], "Did you mean `teacher`?"),
            (["--pack", "nowhere", "who=teacher"], "There is no pack or file called `nowhere`"),
            (["--pack", "oakdene", "teacher"], "Write it as fact=value"),
        ])
    func refused(arguments: [String], sentence: String) throws {
        let ran = try BuiltCommand.run(["ask"] + arguments)
        #expect(ran.status == 1)
        #expect(ran.complaint.contains(sentence), "\(ran.complaint)")
    }

    @Test("plain words give the questions that they may mean, with what is known already, and no answer")
    func words() throws {
        let ran = try BuiltCommand.run([
            "ask", "--pack", "oakdene", "--words", "accept a friend request from an ex-pupil", "who=teacher",
        ])
        #expect(ran.status == 0)
        #expect(ran.output.contains("who=teacher action=accept-friend-request with=former-pupil\n"))
        #expect(!ran.output.contains("Not allowed"))
        let json = try BuiltCommand.run(["ask", "--pack", "oakdene", "--json", "--words", "zeppelin"])
        #expect(try JSONDecoder().decode([String: [String]].self, from: Data(json.output.utf8)) == ["candidates": []])
    }

    @Test("a settled question says what would change it")
    func flips() throws {
        let ran = try BuiltCommand.run([
            "ask", "--pack", "oakdene", "who=teacher", "action=open-account", "application=not-approved",
        ])
        #expect(ran.output.contains("What would change this\n  - If "))
    }

    @Test("a school's own policy answers as its pack does")
    func atSchool() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let facts = ["who=teacher", "action=open-account", "application=not-approved"]
            let atSchool = try BuiltCommand.run(["ask", "--school", "oakfield", "--data", place.data] + facts)
            #expect(atSchool.output == (try BuiltCommand.run(["ask", "--pack", "oakdene"] + facts)).output)
        }
    }
}
