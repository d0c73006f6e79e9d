import Testing

@testable import Policy

@Suite("Defects of a document")
struct DefectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var changes: [(old: String, new: String)]
        var day: String
        /// Those that are computed, in order.
        var expected: [String]
        var testDescription: String { "\(changes.map(\.new)) on \(day)" }

        init(_ changes: [(old: String, new: String)], on day: String = "2026-11-21", _ expected: [String]) {
            self.changes = changes
            self.day = day
            self.expected = expected
        }
    }

    /// A pack without anything that can be computed against it; each case adds one thing.
    private static let clean: [(old: String, new: String)] = [
        ("last_reviewed: \"2020-05\"", "last_reviewed: \"2026-05\""),
        ("title: Policy", "title: Policy\n  next_review: \"2027-05\"\n  ratified: \"2026-06-01\""),
        ("[Twitter, facebook]", "[x, facebook]"), (", replaced_by: New Act, since: \"2018-05-25\"", ""),
    ]

    static let cases = [
        Case(clean, []),
        Case(clean + [("\"2027-05\"", "\"2026-10\"")], ["review-overdue"]),
        Case(clean + [("\"2027-05\"", "\"2026-10\"")], on: "2026-10-31", []),
        Case(clean + [("  next_review: \"2027-05\"", "  next_review: null")], ["no-next-review"]),
        Case(clean + [("\"2027-05\"", "\"2026-04\"")], on: "2026-04-01", ["review-order"]),
        Case(clean + [("\"2027-05\"", "\"2028-05-31\"")], []),
        Case(clean + [("\"2027-05\"", "\"2028-06-01\"")], ["review-interval"]),
        Case(clean + [("\"2027-05\"", "\"2028-06\"")], []),
        Case(clean + [("\"2027-05\"", "\"2028-07\"")], ["review-interval"]),
        Case(clean + [("24 months", "6 months")], ["review-interval"]),
        Case(clean + [("  ratified: \"2026-06-01\"", "  ratified: null")], ["not-ratified"]),
        Case(clean + [("version: \"2\"", "version: null"), ("[version, last", "[title, last")], ["no-version"]),
        Case(clean + [("[x, facebook]", "[Twitter, facebook]")], ["x-renamed"]),
        Case(clean + [("[x, facebook]", "[Twitter, facebook]")], on: "2023-07-23", []),
        // Written before the name changed, and so with the old one.
        Case(
            clean + [
                ("\"2026-05\"", "\"2022-05\""), ("ratified: \"2026-06-01\"", "ratified: \"2022-06-01\""),
                ("\"2027-05\"", "\"2023-05\""),
            ], on: "2023-07-24", ["review-overdue", "x-renamed"]),
        Case(clean + [("[x, facebook]", "[ask-fm]")], ["ask-fm-closed"]),
        Case(clean + [("[x, facebook]", "[ask-fm]")], on: "2024-11-30", []),
        Case(clean + [("[x, facebook]", "[Google Music]")], ["google-play-music-renamed", "google-play-music-closed"]),
        Case(
            clean + [("Old Act, clause: [s-9]", "Old Act, clause: [s-9], replaced_by: New Act, since: \"2018-05-25\"")],
            ["law-old-act"]),
        Case(
            clean + [("Old Act, clause: [s-9]", "Old Act, clause: [s-9], replaced_by: New Act, since: \"2018-05-25\"")],
            on: "2018-05-24", []),
    ]

    @Test("each follows from dates and names", arguments: cases)
    func computed(_ example: Case) throws {
        let pack = try CoveredSample.load(example.changes)
        let defects = pack.defects(on: try #require(Day(iso: example.day)), platforms: try PlatformCatalogue.load())
        let found = defects.filter(\.isComputed)
        #expect(found.map(\.id) == example.expected)
        #expect(found.allSatisfy { !$0.says.isEmpty && !$0.means.isEmpty && !$0.mend.isEmpty })
        let listed = Set(pack.clauses.map(\.id))
        #expect(Set(defects.flatMap(\.clauses)).isSubset(of: listed))
    }

    @Test("computed ones come first, then what a reader found, each with its clauses")
    func order() throws {
        let pack = try CoveredSample.load()
        let defects = pack.defects(
            on: try #require(Day(iso: "2026-11-21")), platforms: try PlatformCatalogue.load())
        #expect(
            defects.map(\.id) == ["no-next-review", "not-ratified", "x-renamed", "law-old-act", "two-dates", "no-word"])
        #expect(defects.map(\.isComputed) == [true, true, true, true, false, false])
        #expect(defects.map(\.clauses) == [["s-7"], [], ["s-6"], ["s-9"], ["s-7", "s-9"], []])
        #expect(defects.map(\.kind) == [.date, .unsigned, .oldName, .oldLaw, .contradiction, .gap])
    }

    @Test("an interval that the policy sets is told apart from Hornbook's own")
    func whoseInterval() throws {
        let day = try #require(Day(iso: "2026-11-21"))
        func says(_ more: [(old: String, new: String)]) throws -> String? {
            let pack = try CoveredSample.load(Self.clean + [("\"2027-05\"", "\"2029-05\"")] + more)
            return pack.defects(on: day, platforms: try PlatformCatalogue.load()).first?.says
        }
        #expect(try says([])?.hasSuffix("The policy allows 24 months.") == true)
        #expect(
            try says([("  policy-review-every: {value: 24 months, clause: [s-2]}", "")])?.hasSuffix(
                "The policy sets no interval; Hornbook’s is 12 months.") == true)
    }

    @Test("links carry what the file says of them")
    func links() throws {
        let links = try CoveredSample.load().links
        #expect(links.map(\.kind) == [.law, .agency, .document])
        #expect(links[0].replacement?.name == "New Act" && links[0].replacement?.since.text == "25 May 2018")
        #expect(links[1].purpose == "advice" && links[1].phone == "000 000")
        #expect(links[1].address == "https://help.example")
        #expect(links[2].purpose == nil && links[2].replacement == nil && links[2].clauses == ["s-9"])
    }
}
