import Testing

@Suite("Help")
struct HelpTests {
    @Test(
        "every command says what it is for and shows an example",
        arguments: [
            ["serve"], ["demo"], ["school", "create"], ["school", "list"], ["person", "add"], ["person", "import"],
            ["person", "invite"],
            ["ask"], ["accounts", "export"], ["verify"], ["checkpoint"], ["proof", "make"], ["proof", "check"],
            ["rebuild"], ["analyse"], ["compare"], ["school", "hosts"], ["coverage"], ["questions"],
            ["pack", "check"], ["pack", "export"], ["pack", "import"],
        ])
    func teaches(command: [String]) throws {
        let ran = try BuiltCommand.run(command + ["--help"])
        #expect(ran.status == 0)
        #expect(ran.output.contains("OVERVIEW:"))
        #expect(
            ran.output.contains(
                "  hornbook \(command == ["proof", "make"] ? "proof --school" : command.joined(separator: " "))"))
    }

    @Test("the first page names the exit codes and every command")
    func overview() throws {
        let ran = try BuiltCommand.run(["--help"])
        #expect(ran.status == 0)
        for word in [
            "Exit codes", "serve", "demo", "school", "person", "ask", "accounts", "verify", "checkpoint", "proof",
            "rebuild", "analyse", "compare", "coverage", "pack", "questions",
        ] {
            #expect(ran.output.contains(word))
        }
    }

    @Test(
        "wrong usage exits with 64",
        arguments: [
            ["nonsense"], ["ask"], ["verify", "--against", "x"], ["serve", "--port", "99999"],
            ["proof", "--school", "x"],
        ])
    func usage(arguments: [String]) throws {
        let ran = try BuiltCommand.run(arguments)
        #expect(ran.status == 64)
        #expect(!ran.complaint.isEmpty)
    }
}
