import Testing

@Suite("Analysing and comparing at the terminal")
struct AnalysisTests {
    @Test("analyse tells conflicts and open questions with what shows them")
    func analyse() throws {
        let ran = try BuiltCommand.run(["analyse", "oakdene"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("`name-two-operators` prohibits it."))
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

    @Test("a topic that is not known is refused")
    func unknownTopic() throws {
        let ran = try BuiltCommand.run(["compare", "oakdene", "waterville", "--topic", "nowhere"])
        #expect(ran.status == 1)
        #expect(ran.complaint.contains("There is no topic called `nowhere`"))
    }
}
