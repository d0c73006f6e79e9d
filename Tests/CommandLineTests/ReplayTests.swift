import Foundation
import Policy
import Testing

@Suite("Giving answers again at the terminal")
struct ReplayTests {
    private static let facts = ["who=teacher", "action=open-account", "application=not-approved"]

    /// An answer as its page gives it in a file: what the terminal prints, without what helps a person on.
    private func file(_ place: Workplace, _ change: (inout [String: Any]) -> Void = { _ in }) throws -> String {
        let ran = try BuiltCommand.run(["ask", "--json", "--pack", "oakdene"] + Self.facts)
        var object = try #require(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
        object["next"] = nil
        object["changes"] = nil
        change(&object)
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return try place.file("answer.json", String(decoding: data, as: UTF8.self))
    }

    @Test("a file is given again under its edition, byte for byte")
    func same() async throws {
        try await Workplace.with { place in
            let ran = try BuiltCommand.run(["replay", try file(place), "--pack", "oakdene"])
            #expect(ran.status == 0, "\(ran.output)\(ran.complaint)")
            #expect(ran.output.hasSuffix("answer.json: the same, byte for byte\n"))
        }
    }

    @Test("one that comes out otherwise is shown beside what was kept, and fails")
    func differs() async throws {
        try await Workplace.with { place in
            let path = try file(place) { $0["verdicts"] = ["permitted"] }
            let ran = try BuiltCommand.run(["replay", path, "--pack", "oakdene"])
            #expect(ran.status == 1)
            #expect(
                ran.output.contains("NOT the same") && ran.output.contains("kept: ") && ran.output.contains("now:  "))
        }
    }

    @Test("another engine's answer is not tried, and both engines are named")
    func engine() async throws {
        try await Workplace.with { place in
            let ran = try BuiltCommand.run(["replay", try file(place) { $0["engine"] = 99 }, "--pack", "oakdene"])
            #expect(ran.status == 1)
            #expect(ran.output.contains("given by engine 99 and this is engine \(EngineVersion.current)"))
        }
    }

    @Test("a pack that is not the edition is not used")
    func otherPack() async throws {
        try await Workplace.with { place in
            let ran = try BuiltCommand.run(["replay", try file(place), "--pack", "grange"])
            #expect(ran.status == 1 && ran.output.contains("rests on another text of the policy"))
        }
    }

    @Test("what is not an answer is refused in a sentence")
    func notAnAnswer() async throws {
        try await Workplace.with { place in
            let path = try place.file("other.json", "{\"a\": 1}")
            let ran = try BuiltCommand.run(["replay", path, "--pack", "oakdene"])
            #expect(ran.status == 1 && ran.complaint.contains("is not an answer"))
        }
    }

    @Test("at an installation, none kept is said, and an unknown key is not found")
    func installation() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            #expect(try place.hornbook("replay", "--all").output == "No answers are kept.\n")
            let ran = try place.hornbook("replay", "--school", "oakfield", "abcdefghij", expecting: 1)
            #expect(ran.complaint.contains("There is no answer `abcdefghij`"))
        }
    }

    @Test(
        "what cannot be understood is wrong usage",
        arguments: [
            ["replay"], ["replay", "key"], ["replay", "key", "--all"], ["replay", "--all", "--pack", "oakdene"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try BuiltCommand.run(arguments).status == 64)
    }
}
