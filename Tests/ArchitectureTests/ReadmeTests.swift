import Testing

@Suite("The commands in the documents exist")
struct ReadmeTests {
    static let pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/operating.md", "docs/environment.md"]

    @Test("commands are read out of fenced blocks, with their words")
    func readsBlocks() {
        let page = """
            Text `make no`.
            ```sh
            make demo   # opens a site
            # a remark
            hornbook person add \\
                --name "Ada Example"
            ```
            ```yaml
            make: no
            ```
            """
        #expect(
            ShellBlocks.commands(in: page) == [
                ["make", "demo"], ["hornbook", "person", "add", "--name", "Ada Example"],
            ])
    }

    @Test("the README has commands, and only such as are checked here")
    func readmeHasCommands() throws {
        let commands = ShellBlocks.commands(in: try Repository.text("README.md"))
        #expect(commands.contains(["make", "demo"]) && commands.contains(["make", "test"]))
        for command in commands where command[0] != "make" && command[0] != "hornbook" {
            Issue.record("the README says `\(command.joined(separator: " "))`, which nothing checks")
        }
    }

    @Test("every make target is in the Makefile", arguments: pages)
    func targetsExist(_ page: String) throws {
        let targets = Set(try Repository.text("Makefile").matches(of: #/(?m)^([a-z][a-z-]*):/#).map { String($0.1) })
        for command in ShellBlocks.commands(in: try Repository.text(page)) where command[0] == "make" {
            for target in command.dropFirst() where !target.contains("=") && !targets.contains(target) {
                Issue.record("\(page) says `make \(target)`, which the Makefile does not have")
            }
        }
    }

    @Test("every subcommand and option of hornbook is one that it has", arguments: pages)
    func subcommandsExist(_ page: String) throws {
        for words in ShellBlocks.commands(in: try Repository.text(page)) where words[0] == "hornbook" {
            try check(Array(words.dropFirst()), page)
        }
    }

    /// The help of the deepest subcommand that the words name knows every option among them.
    private func check(_ words: [String], _ page: String) throws {
        var path: [String] = []
        var help = try help(of: path)
        for word in words {
            guard !word.hasPrefix("-"), Self.subcommands(in: help).contains(word) else { break }
            path.append(word)
            help = try self.help(of: path)
        }
        let command = "hornbook " + words.joined(separator: " ")
        if !path.isEmpty, let standing = help.firstMatch(of: #/(?m)^  ([a-z][a-z-]*) \(default\)/#) {
            help = try self.help(of: path + [String(standing.1)])
        }
        if path.isEmpty || !Self.subcommands(in: help).subtracting(["help"]).isEmpty {
            Issue.record("\(page) says `\(command)`, which names no subcommand that hornbook has")
        }
        for option in words.compactMap({ $0.firstMatch(of: #/^(--?[a-z][a-z-]*)/#).map { String($0.1) } })
        where !help.contains(try Regex(#"(^|[\s,(\[])\#(option)(?![\w-])"#)) {
            Issue.record("\(page) says `\(command)`, but its help does not know \(option)")
        }
    }

    private func help(of path: [String]) throws -> String {
        let run = try BuiltExecutable.run(path + ["--help"])
        #expect(run.status == 0, "hornbook \(path.joined(separator: " ")) --help failed")
        return run.output
    }

    /// The names under the heading `SUBCOMMANDS:` of a help text.
    static func subcommands(in help: String) -> Set<String> {
        guard let heading = help.firstRange(of: "SUBCOMMANDS:") else { return [] }
        return Set(help[heading.upperBound...].matches(of: #/(?m)^  ([a-z][a-z-]*)/#).map { String($0.1) })
    }

    @Test("subcommands are read out of a help text")
    func readsSubcommands() {
        let help =
            "USAGE: x <subcommand>\n\nOPTIONS:\n  -h, --help  Help.\n\nSUBCOMMANDS:\n  person      People.\n  ask\n              Ask it.\n\n  See 'x help'."
        #expect(Self.subcommands(in: help) == ["person", "ask"])
    }
}
