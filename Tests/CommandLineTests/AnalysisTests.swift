import Testing

@Suite("Analysing and comparing at the terminal")
struct AnalysisTests {
    @Test("analyse tells conflicts and open questions with what shows them")
    func analyse() throws {
        let ran = try BuiltCommand.run(["analyse", "grange"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("`no-mention-of-events` prohibits it."))
        #expect(ran.output.contains("Questions left open"))
        #expect(ran.output.contains("The policy says nothing of: "))
    }

    @Test("compare tells a former pupil's friend request apart")
    func compare() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "connecting"])
        #expect(ran.status == 0)
        #expect(
            ran.output.contains(
                "A former pupil of this school, my own account (any employee): not allowed at Oakdene, allowed at Waterville."
            ))
    }

    @Test("a comparison can be narrowed to one kind of difference, and be had as JSON")
    func json() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--kind", "approval", "--json"])
        #expect(ran.status == 0)
        #expect(!ran.output.contains(#""kind" : "verdict""#) && !ran.output.contains(#""kind" : "duties""#))
        let all = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "connecting", "--json"])
        for key in ["actions", "conditions", "facts", "first", "second", "says", "topic"] {
            #expect(all.output.contains("\"\(key)\" : "), "\(key)")
        }
        let found = try BuiltCommand.run(["analyse", "oakdene", "--topic", "connecting", "--json"])
        #expect(found.status == 0 && found.output.contains(#""topic" : "connecting""#))
        #expect(!found.output.contains(#""topic" : "accounts""#))
    }

    @Test("questions prints every policy's answer with its clause")
    func questions() throws {
        let ran = try BuiltCommand.run(["questions"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("2. May I accept a friend request from a former pupil who is 16?"))
        #expect(ran.output.contains("Oakdene      Not allowed (oakdene-133)"))
        #expect(ran.output.contains("Waterville   Allowed"))
        let one = try BuiltCommand.run(["questions", "oakdene", "--csv"])
        #expect(one.output.split(separator: "\r\n").count == 21)
        #expect(try BuiltCommand.run(["questions", "--json", "--csv"]).status == 64)
        #expect(try BuiltCommand.run(["questions", "nowhere"]).status == 1)
    }

    @Test("a topic that is not known is refused")
    func unknownTopic() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "nowhere"])
        #expect(ran.status == 1)
        #expect(ran.complaint.contains("There is no topic called `nowhere`"))
    }
}
