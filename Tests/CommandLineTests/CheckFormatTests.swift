import Foundation
import Policy
import Testing

@Suite("What `hornbook check` prints for programs, and how it ends")
struct CheckFormatTests {
    private static let names = "first,last,standing,may-be-named\nAda,Thistlewood,pupil,no\nBo,Marsh,pupil,yes\n"

    private func check(_ text: String, file: String = "draft.txt", _ arguments: [String]) async throws -> Ran {
        var ran: Ran?
        try await Workplace.with { place in
            let draft = try place.file(file, text)
            let names = try place.file("names.csv", Self.names)
            ran = try BuiltCommand.run(["check", draft, "--names", names] + arguments)
        }
        return try #require(ran)
    }

    // MARK: How it ends

    /// What is found, by how grave Hornbook's defaults make the gravest of it.
    private static let texts = [
        ("We planted beans.", nil), ("Bo baked bread.", Severity.advice), ("Ring 07700 900123.", .warning),
        ("Vote Labour on Thursday.", .leader), ("Thank you, Ada Thistlewood.", .stop),
    ]

    @Test("it ends with 2 when something is as grave as is asked, and else with 0", arguments: texts.indices)
    func ends(_ number: Int) async throws {
        let (text, gravest) = Self.texts[number]
        for level in Severity.allCases where level > .off {
            let ran = try await check(text, ["--fail-on", level.rawValue])
            #expect(ran.status == (gravest.map { $0 >= level } == true ? 2 : 0), "\(text) \(level)")
        }
        #expect(try await check(text, ["--fail-on", "never"]).status == 0)
        #expect(try await check(text, []).status == (gravest == .stop ? 2 : 0))
    }

    @Test("how it prints does not change how it ends", arguments: [[], ["--json"], ["--sarif"]])
    func formats(_ format: [String]) async throws {
        #expect(try await check("Thank you, Ada Thistlewood.", format).status == 2)
        #expect(try await check("We planted beans.", format).status == 0)
    }

    @Test("what cannot be done ends with 1 and a sentence, and nothing is printed as a result")
    func fails() async throws {
        try await Workplace.with { place in
            let draft = try place.file("draft.txt", "Hello.")
            let broken = place.folder.appending(path: "broken.txt")
            try Data([0x48, 0xFF, 0xFE]).write(to: broken)
            let bad = try place.file("bad.csv", "first,last,may-be-named\nAda,Byron,perhaps\n")
            // As some programs save text when asked for Unicode, without a mark at its beginning.
            let wide = place.folder.appending(path: "wide.txt")
            try #require("Ring 07700 900123.".data(using: .utf16LittleEndian)).write(to: wide)
            for (arguments, says) in [
                ([place.folder.path + "/none.txt"], "There is no file `"), ([place.folder.path], "is a folder"),
                ([broken.path], "is not UTF-8 text"), ([wide.path], "is not plain text"),
                ([draft, broken.path], "is not UTF-8 text"), ([draft, "--published", wide.path], "is not plain text"),
                ([draft, "--pack", "nowhere"], "nowhere"), ([draft, "--names", bad], "may-be-named"),
            ] {
                let ran = try BuiltCommand.run(["check"] + arguments)
                #expect(ran.status == 1, "\(arguments)")
                #expect(ran.output.isEmpty && ran.complaint.hasPrefix("hornbook: "), "\(arguments): \(ran.complaint)")
                #expect(ran.complaint.contains(says), "\(arguments): \(ran.complaint)")
            }
        }
    }

    @Test("several texts are checked at once, each finding with its file, and the gravest of them all decides")
    func several() async throws {
        try await Workplace.with { place in
            let first = try place.file("first.txt", "We planted beans.")
            let second = try place.file("second.txt", "Ring 07700 900123.")
            let third = try place.file("third.txt", "Well done Ada Thistlewood.")
            let names = try place.file("names.csv", Self.names)
            let plain = try BuiltCommand.run(["check", first, second, third, "--names", names])
            #expect(plain.status == 2)
            #expect(plain.lines.contains { $0.hasPrefix("\(second):1:6: ") })
            #expect(plain.lines.contains { $0.hasPrefix("\(third):1:11: ") })
            #expect(try BuiltCommand.run(["check", first, second, "--names", names]).status == 0)
            struct Finding: Decodable {
                var file: String
                var kind: String
            }
            let json = try BuiltCommand.run(["check", first, second, third, "--names", names, "--json"])
            let found = try JSONDecoder().decode([Finding].self, from: Data(json.output.utf8))
            #expect(found.contains { $0.file == second && $0.kind == "phone" })
            #expect(found.allSatisfy { [second, third].contains($0.file) || $0.kind == "missing-speaker" })
            let sarif = try BuiltCommand.run(["check", second, third, "--names", names, "--sarif"])
            #expect(SARIFSchema.faults(in: try JSONText(sarif.output)) == [])
            let files = try log(sarif).flatMap(\.results).flatMap(\.locations).map {
                URL(string: $0.physicalLocation.artifactLocation.uri)?.lastPathComponent
            }
            #expect(Set(files) == ["second.txt", "third.txt"])
        }
    }

    @Test("what was published before is put together with the draft")
    func published() async throws {
        try await Workplace.with { place in
            let names = try place.file(
                "names.csv",
                "first,last,standing,year,class,may-be-named\nAda,Thistlewood,pupil,3,Oak,no\nAda,Marsh,pupil,5,Oak,yes\n"
                    + "Ada,Reed,pupil,3,Elm,yes\n")
            let draft = try place.file("draft.txt", "Ada of Oak class swam a mile.")
            let before = try place.file("before.txt", "Ada from Year 3 can juggle.")
            let alone = try BuiltCommand.run(["check", draft, "--names", names, "--json"])
            let together = try BuiltCommand.run(["check", draft, "--names", names, "--published", before, "--json"])
            #expect(!alone.output.contains("\"jigsaw\""))
            #expect(together.output.contains("\"jigsaw\""))
        }
    }

    @Test("options that are wrong end as for every command, with how it is used")
    func usage() async throws {
        for arguments in [["--json", "--sarif"], ["--fail-on", "off"], ["--voice", "loud"], ["-", "-"]] {
            let ran = try await check("Hello.", arguments)
            #expect(ran.status == 64 && ran.complaint.contains("hornbook check"), "\(arguments): \(ran.status)")
        }
    }

    // MARK: SARIF

    private static let everything = """
        Ada Thistlewood rang 07700 900123 — vote Labour, “b*stard”! 🌻
        Mail ada@example.com or see http://example.com/x. I think #AdaThistlewood is ok.
        """

    @Test(
        "SARIF is valid by the schema of its standard, with findings and without",
        arguments: ["We planted beans.", everything, ""])
    func sarif(_ text: String) async throws {
        let log = try JSONText(try await check(text, ["--sarif", "--fail-on", "never"]).output)
        #expect(SARIFSchema.faults(in: log) == [])
    }

    @Test("the check against the schema finds what is wrong")
    func schema() throws {
        func faults(_ text: String) throws -> Int { SARIFSchema.faults(in: try JSONText(text)).count }
        let tool = #""tool":{"driver":{"name":"x"}}"#
        #expect(try faults(#"{"version":"2.1.0","runs":[{\#(tool)}]}"#) == 0)
        for wrong in [
            #"{"runs":[]}"#, #"{"version":"2.0.0","runs":[]}"#, #"{"version":"2.1.0"}"#,
            #"{"version":"2.1.0","runs":[{}]}"#, #"{"version":"2.1.0","runs":[{\#(tool),"more":1}]}"#,
            #"{"version":"2.1.0","runs":[{\#(tool),"results":[{"ruleId":"x"}]}]}"#,
            #"{"version":"2.1.0","runs":[{\#(tool),"results":[{"message":{},"level":"grave"}]}]}"#,
            #"{"version":"2.1.0","runs":[{\#(tool),"columnKind":"bytes"}]}"#,
            #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"a"},{"id":"a"}]}}}]}"#,
        ] { #expect(try faults(wrong) > 0, "\(wrong)") }
    }

    private struct Log: Decodable {
        struct Region: Decodable {
            var startLine: Int
            var startColumn: Int
            var byteOffset: Int
            var byteLength: Int
        }
        struct Artifact: Decodable { var uri: String }
        struct Physical: Decodable {
            var artifactLocation: Artifact
            var region: Region?
        }
        struct Location: Decodable { var physicalLocation: Physical }
        struct Rule: Decodable { var id: String }
        struct Driver: Decodable { var rules: [Rule] }
        struct Tool: Decodable { var driver: Driver }
        struct Result: Decodable {
            var ruleId: String
            var level: String
            var locations: [Location]
        }
        struct Run: Decodable {
            var tool: Tool
            var results: [Result]
        }
        var runs: [Run]
    }

    private func log(_ ran: Ran) throws -> [Log.Run] {
        try JSONDecoder().decode(Log.self, from: Data(ran.output.utf8)).runs
    }

    @Test("each result names a rule of the list, and lines and columns are those of the bytes")
    func regions() async throws {
        let run = try #require(try log(try await check(Self.everything, ["--sarif", "--fail-on", "never"])).first)
        #expect(Set(run.results.map(\.ruleId)) == Set(run.tool.driver.rules.map(\.id)))
        let lines = Self.everything.split(separator: "\n", omittingEmptySubsequences: false)
        var seen: Set<Int> = []
        for region in run.results.compactMap({ $0.locations.first?.physicalLocation.region }) {
            seen.insert(region.startLine)
            let before = lines.prefix(region.startLine - 1).reduce(0) { $0 + $1.utf8.count + 1 }
            let line = lines[region.startLine - 1].unicodeScalars.prefix(region.startColumn - 1)
            #expect(before + String(line).utf8.count == region.byteOffset)
            #expect(region.byteLength > 0)
        }
        #expect(seen == [1, 2])
    }

    @Test("how grave it is becomes a level of SARIF")
    func levels() async throws {
        let run = try #require(try log(try await check(Self.everything, ["--sarif", "--fail-on", "never"])).first)
        let level = Dictionary(run.results.map { ($0.ruleId, $0.level) }, uniquingKeysWith: { first, _ in first })
        #expect(level["consent"] == "error" && level["party-political"] == "warning" && level["phone"] == "warning")
        #expect(level["missing-speaker"] == "note")
    }

    @Test(
        "a file is named by a reference that leads to it, whatever its name", arguments: ["a draft.txt", "päge#1?.txt"])
    func reference(_ name: String) async throws {
        let ran = try await check("Ring 07700 900123.", file: name, ["--sarif"])
        let uri = try #require(
            try log(ran).first?.results.first?.locations.first?.physicalLocation.artifactLocation.uri)
        #expect(URL(string: uri)?.lastPathComponent == name && uri.hasPrefix("file:///"))
        #expect(SARIFSchema.faults(in: try JSONText(ran.output)) == [])
    }

    // MARK: The documents

    /// A fenced block of the page on checking, by the word behind its fence.
    private func block(_ word: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let page = try String(contentsOf: root.appending(path: "docs/checking.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```\(word)\n")
        try #require(parts.count == 2, "docs/checking.md has not one block of \(word)")
        return try #require(parts[1].components(separatedBy: "\n```").first)
    }

    @Test("the example in the documents is what the command prints")
    func example() async throws {
        let words = try block("text")
        try await Workplace.with { place in
            let draft = try place.file("post.txt", words)
            let ran = try BuiltCommand.run(["check", draft, "--json"])
            #expect(try JSONText(ran.output) == JSONText(block("json")))
            #expect(ran.status == 0)
        }
    }

    @Test("every field of the JSON is told of in the documents")
    func fields() async throws {
        guard case .array(let findings) = try JSONText(try await check(Self.everything, ["--json"]).output) else {
            Issue.record("no list")
            return
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let page = try String(contentsOf: root.appending(path: "docs/checking.md"), encoding: .utf8)
        var names: Set<String> = []
        for case .object(let members) in findings { names.formUnion(members.keys) }
        #expect(names.count >= 10)
        for name in names { #expect(page.contains("| `\(name)` |"), "\(name)") }
    }
}
