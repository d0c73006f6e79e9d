import Foundation
import Testing

@Suite("Coverage and checks at the terminal")
struct CoverageTests {
    private static let pack = """
        format: 1
        pack: velton
        edition: "2026.1"
        school: {name: Velton, phase: primary, authority: Nowhere, ages: [4, 11]}
        policy: {title: Social media, next_review: "2020-05"}
        rules:
          - id: no-pupils
            says: No contact with pupils.
            clause: [velton-01]
            who: anyone
            action: follow
            when: {with: pupil}
            verdict: prohibited
        clauses:
          - {id: velton-01, where: 1.1 / a, says: Nobody follows pupils., modality: must-not}

        """
    private static let gap = "  - {id: velton-02, where: 1.2, says: Leaders approve., modality: must}\n"
    private static let questions = """
        pack: velton
        questions:
          - ask: May I follow a pupil?
            facts: who=teacher action=follow with=pupil
            verdict: prohibited
            clauses: [velton-01]

        """

    private struct Report: Decodable {
        struct Defect: Decodable { var id: String }
        var unclaimed: [String]
        var totals: [String: Int]
        var defects: [Defect]?
    }

    private func files(_ texts: [String], _ test: ([String]) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hornbook-pack-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try test(
            texts.enumerated().map { index, text in
                let url = folder.appending(path: "\(index).yaml")
                try Data(text.utf8).write(to: url)
                return url.path
            })
    }

    @Test("coverage prints a line for each clause and the totals, and is content with a whole pack")
    func whole() throws {
        try files([Self.pack]) { files in
            let ran = try BuiltCommand.run(["coverage", "--file", files[0]])
            #expect(ran.status == 0, "\(ran.complaint)")
            #expect(ran.lines.first == "velton-01  must-not    1.1 / a  rule no-pupils")
            #expect(ran.lines.contains("velton-2026.1: 1 clause"))
            #expect(ran.output.contains("   1  Rules"))
            #expect(!ran.output.contains("wrong with the document"))
        }
    }

    @Test("coverage fails with one plain sentence where nothing honours a clause")
    func gap() throws {
        try files([Self.pack + Self.gap]) { files in
            let ran = try BuiltCommand.run(["coverage", "--file", files[0]])
            #expect(ran.status == 1)
            #expect(ran.output.contains("velton-02  must        1.2      NOTHING"))
            #expect(ran.complaint.hasPrefix("hornbook: Nothing honours the clause velton-02."))
        }
    }

    @Test("coverage tells the document's defects on a day")
    func defects() throws {
        try files([Self.pack]) { files in
            let late = try BuiltCommand.run(["coverage", "--file", files[0], "--defects"])
            #expect(late.output.contains("May 2020, and that has passed"))
            let early = try BuiltCommand.run(["coverage", "--file", files[0], "--defects", "--on", "2020-05-31"])
            #expect(early.status == 0 && early.output.contains("No version is printed"))
            #expect(!early.output.contains("has passed"))
        }
    }

    @Test("coverage prints JSON")
    func json() throws {
        try files([Self.pack + Self.gap]) { files in
            let ran = try BuiltCommand.run([
                "coverage", "--file", files[0], "--json", "--defects", "--on", "2020-01-01",
            ])
            #expect(ran.status == 1)
            let report = try JSONDecoder().decode(Report.self, from: Data(ran.output.utf8))
            #expect(report.unclaimed == ["velton-02"] && report.totals["rule"] == 1)
            #expect(report.defects?.map(\.id) == ["not-ratified", "no-version"])
        }
    }

    @Test("coverage without a pack gives the totals of those that are built in")
    func builtIn() throws {
        let ran = try BuiltCommand.run(["coverage"])
        for school in ["dronfield", "grange", "oakdene", "st-martins", "waterville"] {
            #expect(ran.output.contains("\(school)-2026"))
        }
        #expect(!ran.output.contains("oakdene-42 "))
    }

    @Test("a pack is checked with its questions")
    func check() throws {
        try files([Self.pack, Self.questions, Self.questions.replacing("prohibited", with: "permitted")]) { files in
            let right = try BuiltCommand.run(["pack", "check", files[0], "--questions", files[1]])
            #expect(right.status == 0 && right.output.contains("1 questions, 0 wrong"), "\(right.complaint)")
            let wrong = try BuiltCommand.run(["pack", "check", files[0], "--questions", files[2]])
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("line 3: May I follow a pupil?"))
            #expect(wrong.output.contains("The answer is prohibited by `no-pupils`, but permitted was expected."))
        }
    }

    @Test("a pack's every error is told, and so are clauses that nothing honours")
    func checkErrors() throws {
        let bad = Self.pack.replacing("must-not", with: "mustnot").replacing("action: follow", with: "action: folow")
        try files([bad, Self.pack + Self.gap]) { files in
            let refused = try BuiltCommand.run(["pack", "check", files[0]])
            #expect(refused.status == 1)
            #expect(refused.complaint.contains("Unknown modality `mustnot`. Did you mean `must-not`?"))
            #expect(refused.complaint.contains("Unknown action `folow`. Did you mean `follow`?"))
            let gap = try BuiltCommand.run(["pack", "check", files[1]])
            #expect(gap.status == 1)
            #expect(gap.output.contains("line 16: nothing honours velton-02, 1.2: Leaders approve."))
        }
    }

    @Test(
        "a wrong day and two packs at once are wrong usage",
        arguments: [["coverage", "oakdene", "--on", "soon"], ["coverage", "oakdene", "--file", "x.yaml"]])
    func usage(_ arguments: [String]) throws {
        #expect(try BuiltCommand.run(arguments).status == 64)
    }
}
