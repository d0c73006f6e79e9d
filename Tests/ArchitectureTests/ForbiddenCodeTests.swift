import Testing

@Suite("What no source may say")
struct ForbiddenCodeTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let pattern: String
        /// A line that it must find, so that a pattern that finds nothing is known.
        let example: String
        var testDescription: String { name }

        func lines(in code: String) throws -> [Int] {
            // The simple kind: by the other, `FileManager.default` is one word.
            let pattern = try Regex(pattern).wordBoundaryKind(.simple)
            guard code.contains(pattern) else { return [] }
            return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
                number, line in
                line.contains(pattern) ? number + 1 : nil
            }
        }
    }

    static let everywhere = [
        Rule(name: "try!", pattern: #"\btry!"#, example: "try! a()"),
        Rule(name: "as!", pattern: #"\bas!"#, example: "a as! B"),
        Rule(
            name: "fatalError", pattern: #"\b(fatalError|preconditionFailure|assertionFailure)\("#,
            example: "fatalError()"),
        Rule(name: "@unchecked Sendable", pattern: #"@unchecked\b"#, example: "class A: @unchecked Sendable {}"),
        Rule(name: "nonisolated(unsafe)", pattern: #"nonisolated\(unsafe\)"#, example: "nonisolated(unsafe) var a = 1"),
        Rule(name: "Any", pattern: #"\bAny\b"#, example: "var a: [String: Any]"),
        Rule(name: "public", pattern: #"(^|\s)(public|open)\s+(\w|\()"#, example: "    public struct A {}"),
    ]

    static let inPureModules = [
        Rule(name: "random identifiers", pattern: #"\bUUID\("#, example: "UUID()"),
        Rule(
            name: "random numbers",
            pattern: #"\bSystemRandomNumberGenerator\b|\.random\(|\.shuffled\(\)|\.randomElement\(\)"#,
            example: "Int.random(in: 0...1)"),
    ]

    static let withoutInputAndOutput = [
        Rule(
            name: "the clock",
            pattern: #"\bDate\(|\bDate\.now\b|\b(Continuous|Suspending)Clock\b|\btime\(nil\)|\bclock_gettime\b"#,
            example: "Date()"),
        Rule(name: "detached tasks", pattern: #"\bTask\.detached\b"#, example: "Task.detached {}"),
        Rule(name: "files", pattern: #"\b(FileManager|FileHandle|fopen)\b"#, example: "FileManager.default"),
        Rule(name: "the environment", pattern: #"\b(ProcessInfo|getenv)\b"#, example: "ProcessInfo.processInfo"),
        Rule(name: "the terminal", pattern: #"\b(print|debugPrint|readLine|dump)\("#, example: "print(a)"),
    ]

    @Test("a rule finds its example", arguments: everywhere + inPureModules + withoutInputAndOutput)
    func findsItsExample(_ rule: Rule) throws {
        #expect(try rule.lines(in: "let ok = 1\n" + rule.example) == [2])
    }

    @Test("nowhere in the sources", arguments: everywhere)
    func nowhere(_ rule: Rule) throws { try refuse(rule, in: "Sources") }

    @Test("a pure module draws on no chance", arguments: ModuleTable.pure, inPureModules)
    func noChance(_ module: String, _ rule: Rule) throws { try refuse(rule, in: "Sources/\(module)") }

    @Test("time and files stay out", arguments: ModuleTable.withoutInputAndOutput, withoutInputAndOutput)
    func noInputAndOutput(_ module: String, _ rule: Rule) throws { try refuse(rule, in: "Sources/\(module)") }

    private func refuse(_ rule: Rule, in place: String) throws {
        for file in try Repository.swift(in: place) {
            for line in try rule.lines(in: file.code) { Issue.record("\(file.path):\(line): \(rule.name)") }
        }
    }
}
