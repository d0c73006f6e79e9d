import Testing

@Suite("Force unwraps")
struct ForceUnwrapTests {
    /// Lines of code that unwrap by force without a comment, on the line or the two above it, that says why it is safe.
    /// One comment speaks for a run of such lines.
    static func unexplained(_ source: String) -> [Int] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let code = SwiftText.code(of: source).split(separator: "\n", omittingEmptySubsequences: false)
        let unwraps = code.map { $0.contains("!") && $0.contains(#/[\w)\]}"]!(?:[^=]|$)/#) }
        return code.indices.filter { unwraps[$0] }.compactMap { number in
            var first = number
            while first > 0, unwraps[first - 1] { first -= 1 }
            let nearby = lines[max(0, first - 2)...number]
            return nearby.contains { $0.contains("//") } ? nil : number + 1
        }
    }

    @Test(
        "an unwrap without a comment is found, and nothing else is",
        arguments: [
            ("let a = b!", [1]), ("f(a!.b)", [1]), ("a[0]!", [1]), ("var a: String!", [1]),
            ("// There is always one.\nlet a = b!", []), ("// One.\nlet x = 1\nlet a = b!", []),
            ("// One.\nx\ny\nlet a = b!", [4]), ("// All.\na!\nb!\nc!\nd!", []), ("if a != b {}", []),
            ("if !a, !(b) {}", []), ("say(\"well!\")", []),
            ("#expect(!a)", []),
        ])
    func finds(_ source: String, _ lines: [Int]) {
        #expect(Self.unexplained(source) == lines)
    }

    @Test("each one in the sources says why it is safe")
    func areExplained() throws {
        for file in try Repository.swift(in: "Sources") {
            for line in Self.unexplained(file.text) {
                Issue.record("\(file.path):\(line) unwraps by force without saying why")
            }
        }
    }
}
