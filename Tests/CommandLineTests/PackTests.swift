import Foundation
import Testing

@Suite("Packs at the terminal")
struct PackTests {
    @Test("what is exported is imported again as a draft, with what it would change")
    func roundTrip() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let text = try place.hornbook("pack", "export", "oakfield").output
            #expect(text.contains("format: 1"))
            let changed = text.replacing(#/edition: .*/#, with: "edition: next")
            let file = try place.file("next.yaml", changed)
            let dry = try place.hornbook("pack", "import", "oakfield", file, "--dry-run")
            #expect(dry.output.contains("Nothing that anybody is asked or told would change."))
            #expect(dry.output.contains("No draft was made"))
            let before = try place.hornbook("school", "list").output
            let ran = try place.hornbook("pack", "import", "oakfield", file, "--title", "Next")
            #expect(ran.output.contains("-next is a draft at /oakfield/policy/drafts/"))
            #expect(try place.hornbook("school", "list").output != before)
            #expect(try place.hornbook("pack", "export", "oakfield").output == text)
        }
    }

    @Test("a file with anything wrong is refused whole, with file, line and column of each")
    func refused() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let text = try place.hornbook("pack", "export", "oakfield").output
            let file = try place.file(
                "bad.yaml", text.replacing("verdict: prohibited", with: "verdict: prohibitted"))
            let before = try place.hornbook("school", "list").output
            let ran = try place.hornbook("pack", "import", "oakfield", file, expecting: 1)
            #expect(ran.complaint.contains(#/bad\.yaml:\d+:\d+: /#))
            #expect(ran.complaint.contains("Did you mean `prohibited`?"))
            #expect(try place.hornbook("school", "list").output == before)
        }
    }

    @Test("an export to a file is the same text")
    func toFile() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let file = try place.file("out.yaml", "")
            _ = try place.hornbook("pack", "export", "oakfield", "-o", file)
            #expect(
                try String(contentsOfFile: file, encoding: .utf8)
                    == (try place.hornbook("pack", "export", "oakfield").output))
        }
    }
}
