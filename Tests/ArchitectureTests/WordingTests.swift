import Testing

@Suite("The project speaks of itself alone")
struct WordingTests {
    static let places = [
        "Sources", "Tests", "Plugins", "BrowserTests", "docs", "bin", ".ci", "Makefile", "Package.swift", "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md", "SECURITY.md",
    ]
    static let endings = [".swift", ".md", ".py", ".yaml", ".css", ".js", ".sh", "setup", "docs", "run", "Makefile"]

    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let pattern: String
        let example: String
        var testDescription: String { name }
    }

    // Examples are put together from parts, so that this file does not break the rules that it states.
    static let rules = [
        Rule(name: "unfinished work", pattern: #"\b(TODO|FIXME|XXX|HACK)\b"#, example: "// TO" + "DO: later"),
        Rule(
            name: "a place on its author's own machine",
            pattern: #"(^|[\s"'`(=])/(home|Users|root|work|mnt|workspace|tmp/ws)[/-]\w"#,
            example: "see /ho" + "me/ada/notes"),
        Rule(name: "the number of an issue", pattern: #"(?i)\bissue\s+#?\d+"#, example: "as in iss" + "ue 12"),
    ]

    @Test("a rule finds its example", arguments: rules)
    func findsItsExample(_ rule: Rule) throws {
        #expect(rule.example.contains(try Regex(rule.pattern).wordBoundaryKind(.simple)))
    }

    @Test("none of this in code, tests or documents", arguments: rules)
    func isNotSaid(_ rule: Rule) throws {
        let pattern = try Regex(rule.pattern).wordBoundaryKind(.simple)
        for file in try Self.places.flatMap({ try Repository.files($0, endings: Self.endings) })
        where !file.path.hasPrefix("docs/api/") && file.text.contains(pattern) {
            for (number, line) in file.lines.enumerated() where line.contains(pattern) {
                if file.path.hasSuffix("/WordingTests.swift"), line.contains("pattern:") { continue }
                Issue.record("\(file.path):\(number + 1): \(rule.name)")
            }
        }
    }
}
