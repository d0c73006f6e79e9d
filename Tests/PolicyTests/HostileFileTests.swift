import Testing

@testable import Policy

/// Files made to keep a reader busy, or to end it.
@Suite("Hostile files")
struct HostileFileTests {
    private static func bomb(levels: Int, width: Int) -> String {
        var text = "a0: &a0 [x]\n"
        for level in 1...levels {
            let entries = Array(repeating: "*a\(level - 1)", count: width).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(entries)]\n"
        }
        return text
    }

    static let files: [(name: String, text: String)] = [
        ("aliases of aliases", bomb(levels: 9, width: 9)),
        ("aliases of aliases as a key", bomb(levels: 9, width: 9) + "? *a9\n: x\n? *a9\n: y\n"),
        ("few aliases", bomb(levels: 4, width: 4)),
        ("one anchor", "pack: &name trial\nedition: *name\n"),
        ("lists in lists on a line", String(repeating: "[", count: 200_000)),
        ("maps in maps on a line", String(repeating: "{a: ", count: 100_000)),
        ("lists in lists by dashes", String(repeating: "- ", count: 100_000) + "a"),
        (
            "maps in maps line by line",
            (0..<900).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        ),
        ("too large", String(repeating: "# comment\n", count: 100_001)),
        ("a list of wrong rules", "rules:\n" + String(repeating: "  - [x]\n", count: 40_000)),
        ("unknown names", "rules:\n" + String(repeating: "  - {id: a, wo: b, actoin: c}\n", count: 10_000)),
        ("nothing but line ends", String(repeating: "\n", count: 500_000)),
        ("control characters", "pack: \"\\0\"\nformat: \u{1}"),
    ]

    /// Everything that is wrong with a file; nothing for a pack.
    private func errors(_ text: String) throws -> [PackError] {
        let vocabulary = try Vocabulary.embedded()
        do {
            _ = try Pack.load(yaml: text, file: "hostile.yaml", vocabulary: vocabulary)
            return []
        } catch {
            return error.errors
        }
    }

    @Test("are refused, each with a place", arguments: files.map(\.name))
    func refused(_ name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }?.text)
        let errors = try errors(text)
        #expect(!errors.isEmpty && errors.count <= 500)
        #expect(errors.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty })
    }

    @Test("an anchor is named with its place")
    func anchor() throws {
        let errors = try errors("pack: trial\nedition: &name one\n")
        #expect(errors.map(\.line) == [2])
        #expect(errors.first?.message.contains("Anchors and aliases") == true)
    }
}
