import Testing

@Suite("Analysing and comparing at the terminal")
struct AnalysisTests {
    @Test("analyse tells conflicts and open questions with what shows them")
    func analyse() throws {
        let ran = try BuiltCommand.run(["analyse", "oakdene"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("`name-two-operators` prohibits it."))
        #expect(ran.output.contains("Questions left open"))
    }

    @Test("compare tells a former pupil's friend request apart")
    func compare() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "connecting"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("Not allowed at oakdene; Allowed at waterville."))
    }

    @Test("a topic that is not known is refused")
    func unknownTopic() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "nowhere"])
        #expect(ran.status == 1)
        #expect(ran.complaint.contains("There is no topic called `nowhere`"))
    }
}
