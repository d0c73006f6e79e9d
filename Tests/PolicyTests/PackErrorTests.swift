import Testing

@testable import Policy

/// A vocabulary and a pack that are right, to be spoilt line by line.
enum Sample {
    static let vocabularyText = """
        topics: [{id: t, label: Topic}]
        actions:
          - {id: connect, label: Connect, topic: t, facts: [with, account]}
          - {id: look, label: Look, topic: t, facts: [with]}
        facts:
          - id: with
            label: With
            question: With whom?
            values: [{id: pupil, label: Pupil}, {id: former-pupil, label: Former pupil}, {id: parent, label: Parent}]
          - id: account
            label: Account
            question: Which account?
            values: [{id: personal, label: Own}, {id: school, label: School}]
        """
    static func vocabulary() throws -> Vocabulary { try Vocabulary.load(yaml: vocabularyText, file: "v.yaml") }

    /// Line 1 is `format`; the first rule begins on line 13.
    static let pack = """
        format: 1
        pack: small
        edition: "2026.1"
        school: {name: Small School, phase: primary, authority: Nowhere, ages: [4, 11]}
        policy:
          title: Policy
          next_review: "2020-01"
        process:
          account-approved-by: {value: [slt], clause: [s-1]}
          account-decided-within: {value: 5 working days, clause: [s-1]}
          declaration-repeats-every: {value: null}
        rules:
          - id: first
            says: No contact with pupils.
            clause: [s-1]
            who: [teacher, staff]
            action: connect
            when: {with: pupil}
            unless: {account: school}
            verdict: prohibited
            then: [{duty: tell, to: slt, within: 24 hours, says: Tell them.}]
          - id: second
            says: Ask first.
            clause: [s-2]
            who: anyone
            action: [connect, look]
            when: {with: {not: [pupil, parent]}}
            verdict: needs-approval
            approval: [headteacher]
        clauses:
          - {id: s-1, where: Part 1, says: One., modality: must-not}
          - {id: s-2, where: Part 2, says: Two., modality: must}
        """

    static func errors(replacing old: String, with new: String) throws -> [PackError] {
        try #require(pack.contains(old))
        return try errors(of: swapped(pack, old, new))
    }

    static func errors(of yaml: String) throws -> [PackError] {
        let vocabulary = try vocabulary()
        do throws(PackErrors) {
            _ = try Pack.load(yaml: yaml, file: "p.yaml", vocabulary: vocabulary)
            return []
        } catch { return error.errors }
    }

    /// Swaps the first place where `old` stands.
    static func swapped(_ text: String, _ old: String, _ new: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            let line = Array(lines[index].utf8)
            let wanted = Array(old.utf8)
            guard line.count >= wanted.count,
                let start = (0...(line.count - wanted.count)).first(where: {
                    Array(line[$0..<($0 + wanted.count)]) == wanted
                })
            else { continue }
            lines[index] = String(
                decoding: line[..<start] + Array(new.utf8) + line[(start + wanted.count)...], as: UTF8.self)
            break
        }
        return lines.joined(separator: "\n")
    }
}

struct Spoilt: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var line: Int
    var column: Int
    var message: String
    var nearest: String?
    var testDescription: String { "`\(old)` -> `\(new)`" }

    init(_ old: String, _ new: String, _ line: Int, _ column: Int, _ message: String, _ nearest: String? = nil) {
        (self.old, self.new, self.line, self.column, self.message, self.nearest) = (
            old, new, line, column, message, nearest
        )
    }
}

@Suite("Packs with something wrong")
struct PackErrorTests {
    static let cases = [
        Spoilt("format: 1", "format: 2", 1, 9, "`format` is `2`, but 1 was expected."),
        Spoilt("pack: small", "pak: small", 2, 1, "Unknown key `pak` in a pack.", "pack"),
        Spoilt(
            "pack: small", "pack: Small School", 2, 7,
            "`pack` is `Small School`, but a name of at most 60 lower-case letters, digits and hyphens was expected."),
        Spoilt("ages: [4, 11]", "ages: [11, 4]", 4, 72, "`ages` must be the youngest and the oldest, such as [4, 11]."),
        Spoilt("ages: [4, 11]", "ages: four", 4, 72, "`ages` is `four`, but a list was expected."),
        Spoilt("title: Policy", "title: [Policy]", 6, 10, "`title` is a list, but a text was expected."),
        Spoilt("title: Policy", "title: null", 6, 10, "`title` is empty, but a text was expected."),
        Spoilt(
            "\"2020-01\"", "\"2020-13\"", 7, 16,
            "`next_review` is `2020-13`, but a date such as 2018, 2018-05 or 2018-05-31 was expected."),
        Spoilt(
            "account-approved-by", "account-aproved-by", 9, 3, "Unknown key `account-aproved-by` in `process`.",
            "account-approved-by"),
        Spoilt("{value: [slt]", "{value: [smt]", 9, 33, "Unknown role `smt`.", "slt"),
        Spoilt("{value: [slt]", "{value: []", 9, 32, "`account-approved-by` needs at least one role."),
        Spoilt(
            "5 working days", "5 workdays", 10, 35,
            "`value` is `5 workdays`, but a time such as 24 hours, 10 working days or 12 months was expected."),
        Spoilt("{value: null}", "{value: 3 days}", 11, 38, "`value` is `3 days`, but a number of months was expected."),
        Spoilt("id: first", "id: second", 22, 9, "There are two rules `second`."),
        Spoilt(
            "says: No contact with pupils.", "sayz: No contact with pupils.", 14, 5, "Unknown key `sayz` in a rule.",
            "says"),
        Spoilt(
            "    clause: [s-1]", "    clause: [s-11]", 15, 14, "Clause `s-11` is cited but not listed under `clauses`.",
            "s-1"),
        Spoilt("    clause: [s-1]", "    clause: []", 15, 13, "A rule must cite at least one clause."),
        Spoilt("[teacher, staff]", "[techer, staff]", 16, 11, "Unknown role `techer`.", "teacher"),
        Spoilt("action: connect", "action: conect", 17, 13, "Unknown action `conect`.", "connect"),
        Spoilt("when: {with: pupil}", "when: {wth: pupil}", 18, 12, "Unknown fact `wth`.", "with"),
        Spoilt("when: {with: pupil}", "when: {with: pupl}", 18, 18, "Unknown value of `with` `pupl`.", "pupil"),
        Spoilt("when: {with: pupil}", "when: {with: []}", 18, 18, "This can never hold: no value of `with` is left."),
        Spoilt(
            "when: {with: pupil}", "when: {action: look}", 18, 12,
            "`action` stands in the rule itself, not under `when`."),
        Spoilt("when: {with: pupil}", "when: pupil", 18, 11, "`when` is `pupil`, but a map of facts was expected."),
        Spoilt(
            "when: {with: pupil}", "when: {with: {nott: pupil}}", 18, 19,
            "Unknown key `nott` in a condition on `with`.", "not"),
        Spoilt(
            "{account: school}", "{with: pupil}", 19, 13,
            "The rule `first` can never apply: `unless` lifts it in every case."),
        Spoilt("{account: school}", "{}", 19, 13, "`unless` is empty: name at least one fact, or leave it out."),
        Spoilt("verdict: prohibited", "verdict: forbidden", 20, 14, "Unknown verdict `forbidden`."),
        Spoilt("verdict: prohibited", "verdict: prohibted", 20, 14, "Unknown verdict `prohibted`.", "prohibited"),
        Spoilt("duty: tell", "duty: tel", 21, 19, "Unknown duty `tel`.", "tell"),
        Spoilt(
            "24 hours", "soon", 21, 42,
            "`within` is `soon`, but a time such as 24 hours, 10 working days or 12 months was expected."),
        Spoilt(
            "{not: [pupil, parent]}", "{not: [pupil, parent, former-pupil]}", 27, 18,
            "This can never hold: no value of `with` is left."),
        Spoilt(
            "when: {with: {not: [pupil, parent]}}", "when: {account: school}", 26, 13,
            "The action `look` does not ask for the fact `account`."),
        Spoilt("    approval: [headteacher]", "", 22, 5, "Missing key `approval` in a rule that needs approval."),
        Spoilt(
            "verdict: needs-approval", "verdict: permitted", 29, 15,
            "`approval` belongs only to a rule whose verdict is needs-approval."),
        Spoilt("{id: s-2, where: Part 2", "{id: s-1, where: Part 2", 32, 10, "There are two clauses `s-1`."),
    ]

    @Test("a pack with one thing wrong is refused with its place and the nearest name", arguments: cases)
    func tellsThePlace(_ spoilt: Spoilt) throws {
        let errors = try Sample.errors(replacing: spoilt.old, with: spoilt.new)
        let expected = PackError(
            file: "p.yaml", line: spoilt.line, column: spoilt.column, message: spoilt.message, nearest: spoilt.nearest)
        #expect(errors.contains(expected), "\(errors)")
    }

    @Test("the pack that the cases spoil is itself right")
    func sampleIsRight() throws {
        #expect(try Sample.errors(of: Sample.pack) == [])
    }

    @Test("every error is told at once, in the order of the lines")
    func tellsAll() throws {
        var yaml = Sample.pack
        for (old, new) in [
            ("verdict: prohibited", "verdict: prohibted"), ("[slt]", "[smt]"), ("{with: pupil}", "{wth: pupil}"),
        ] {
            yaml = Sample.swapped(yaml, old, new)
        }
        #expect(try Sample.errors(of: yaml).map(\.nearest) == ["slt", "with", "prohibited"])
    }

    @Test("a missing key is told where its map begins")
    func missingKey() throws {
        let errors = try Sample.errors(replacing: "edition: \"2026.1\"", with: "")
        #expect(errors == [PackError(file: "p.yaml", line: 1, column: 1, message: "Missing key `edition` in a pack.")])
    }

    @Test("text that is not YAML is refused where it breaks")
    func syntax() throws {
        let errors = try Sample.errors(of: "format: 1\nrules: [}\n")
        #expect(errors.map(\.line) == [2])
        #expect(errors.first?.message.hasPrefix("This is not YAML") == true)
    }

    @Test("a key that stands twice is refused, and so are an empty file and a list")
    func oddFiles() throws {
        #expect(
            try Sample.errors(of: "format: 1\nformat: 1\n").first?.message
                == "The same key stands twice in one map: `format`.")
        #expect(try Sample.errors(of: "").first?.message == "The file is empty.")
        #expect(try Sample.errors(of: "[1]").first?.message == "a pack is a list, but a map was expected.")
    }

    @Test("an error is written as an editor can follow it")
    func description() {
        let error = PackError(
            file: "p.yaml", line: 3, column: 5, message: "Unknown key `sayz` in a rule.", nearest: "says")
        #expect(error.description == "p.yaml:3:5: Unknown key `sayz` in a rule. Did you mean `says`?")
    }
}
