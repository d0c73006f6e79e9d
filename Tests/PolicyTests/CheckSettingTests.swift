import Testing

@testable import Policy

@Suite("Checks of posts in a pack")
struct CheckSettingTests {
    private func pack(_ checks: String, process: String = "") throws -> Pack {
        try Pack.load(yaml: text(checks, process: process), file: "p.yaml", vocabulary: Sample.vocabulary())
    }

    private func text(_ checks: String, process: String = "") -> String {
        Sample.swapped(
            Sample.swapped(Sample.pack, "rules:", "checks:\n\(checks)\nrules:"),
            "  declaration-repeats-every: {value: null}",
            "  declaration-repeats-every: {value: null}" + (process.isEmpty ? "" : "\n" + process))
    }

    @Test("a pack without the section has every check at Hornbook's own severity")
    func silent() throws {
        let pack = try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
        #expect(Set(pack.checks.keys) == Set(CheckKind.allCases))
        #expect(pack.checks.values.allSatisfy { $0.isDefault && $0.clauses.isEmpty })
        #expect(pack.check(.consent).severity == .stop && pack.check(.tone).severity == .advice)
    }

    @Test("a check that the pack gives has its severity and clauses, and the others keep their own")
    func given() throws {
        let pack = try pack("  pupil-full-name: {severity: stop, clause: [s-1]}\n  tone: {severity: off}")
        #expect(pack.check(.pupilFullName) == CheckSetting(severity: .stop, clauses: ["s-1"]))
        #expect(pack.check(.tone) == CheckSetting(severity: .off))
        #expect(pack.check(.phone).isDefault)
        #expect(pack.checkListing.map(\.kind) == CheckKind.allCases)
    }

    @Test(
        "what is wrong is refused in its place, with the nearest name",
        arguments: [
            ("  pupil-ful-name: {severity: stop}", "Unknown key `pupil-ful-name` in `checks`.", "pupil-full-name"),
            ("  tone: {severity: advise}", "Unknown severity `advise`.", "advice"),
            ("  tone: {severity: stop, clause: [s-3]}", "Clause `s-3` is cited but not listed under `clauses`.", "s-1"),
            ("  tone: {clause: [s-1]}", "Missing key `severity` in `tone`.", nil),
            ("  tone: {severity: stop, why: so}", "Unknown key `why` in `tone`.", nil),
            ("  tone: stop", "`tone` is `stop`, but a map was expected.", nil),
            (
                "  consent: {severity: warning}",
                "`consent` is always `stop`: no policy sets aside what a parent said. What needs no consent stands under "
                    + "`image-consent-for` with its lawful basis.", nil
            ),
        ] as [(String, String, String?)])
    func refused(_ line: String, _ message: String, _ nearest: String?) throws {
        let errors = try Sample.errors(of: text(line))
        #expect(errors.map(\.message) == [message])
        #expect(errors.map(\.nearest) == [nearest])
        #expect(errors.first?.file == "p.yaml" && errors.first?.line == 13)
    }

    @Test("a name and a picture together follow from what the policy says of them")
    func nameOrImage() throws {
        #expect(try pack("  tone: {severity: off}").check(.nameWithImage).severity == .warning)
        let either = "  name-or-image: {value: true, clause: [s-1]}"
        let both = "  name-or-image: {value: false, clause: [s-1]}"
        #expect(try pack("  tone: {severity: off}", process: either).check(.nameWithImage).severity == .stop)
        #expect(try pack("  tone: {severity: off}", process: both).check(.nameWithImage).severity == .off)
        #expect(try Sample.errors(of: text("  name-with-image: {severity: off}", process: either)).count == 1)
        #expect(try Sample.errors(of: text("  name-with-image: {severity: stop}", process: both)).count == 1)
    }

    @Test("a clause that a check cites, or that names a check, is honoured by it; one that is off honours nothing")
    func coverage() throws {
        let cited = try pack("  tone: {severity: advice, clause: [s-2]}\n  claim: {severity: off, clause: [s-2]}")
        let honours = cited.coverage().first { $0.clause.id == "s-2" }?.honours.filter { $0.kind == .check }
        #expect(honours?.map(\.name) == ["tone"])
        func naming(_ checks: String) -> String {
            Sample.swapped(
                text(checks), "modality: must}", "modality: must, honoured_by: {check: [tone]}}")
        }
        let named = try Pack.load(
            yaml: naming("  tone: {severity: stop}"), file: "p.yaml", vocabulary: Sample.vocabulary())
        #expect(named.clause("s-2")?.claims.checks == [.tone])
        #expect(
            try Sample.errors(of: naming("  tone: {severity: off}")).map(\.message)
                == ["A clause says that the check `tone` honours it, but the check is `off`."])
    }

    @Test("a check is written, changed and taken out again, and no other line changes", arguments: Pack.embeddedIDs)
    func editing(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let clause = try #require(pack.clauses.first?.id)
        let kind = try #require(CheckKind.allCases.first { pack.check($0).isDefault && $0 != .nameWithImage })
        let setting = CheckSetting(severity: .off, clauses: [clause])
        let edited = try pack.checking(kind, as: setting)
        #expect(edited.check(kind) == setting)
        #expect(edited.checkListing.filter { $0.kind != kind } == pack.checkListing.filter { $0.kind != kind })
        #expect(LineChanges(from: pack.source, to: edited.source).lines.count == 1)
        #expect(try edited.checking(kind, as: nil).source == pack.source)
    }

    @Test("the first check brings its heading, and the last takes it away")
    func heading() throws {
        let small = try RuleTextTests.small()
        let one = try small.checking(.link, as: CheckSetting(severity: .stop))
        #expect(one.source.contains("checks:\n  link: {severity: stop}\n\n"))
        let none = try one.checking(.link, as: nil)
        #expect(!none.source.contains("checks:") && none.check(.link).isDefault)
        #expect(throws: PackEditFault.missing) { try small.checking(.link, as: nil) }
    }

    @Test("a changed check is part of the impact")
    func impact() throws {
        let pack = try #require(try Pack.embedded("oakdene"))
        let impact = try pack.impact(of: try pack.checking(.tone, as: CheckSetting(severity: .off)))
        #expect(
            impact.checks == [SettingChange(label: "Tone", before: "shown as advice", after: "not looked for")])
        #expect(!impact.isEmpty && impact.answers.isEmpty && impact.settings.isEmpty)
    }

    @Test(
        "every built-in pack stops a post that shows a child without leave, and cites a clause for each check it sets")
    func builtIn() throws {
        for id in Pack.embeddedIDs {
            let pack = try #require(try Pack.embedded(id))
            #expect(pack.check(.consent).severity == .stop)
            #expect(pack.checks.values.allSatisfy { $0.isDefault || !$0.clauses.isEmpty }, "\(id)")
        }
    }
}
