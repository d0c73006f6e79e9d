import Testing

@testable import Policy

@Suite("Editing a pack's file in place")
struct PackEditTests {
    private func lines(_ pack: Pack) -> [Substring] {
        pack.source.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The lines of a text that are not within some of them, counted from 1.
    private func others(_ pack: Pack, than range: ClosedRange<Int>) -> [Substring] {
        lines(pack).enumerated().filter { !range.contains($0.offset + 1) }.map(\.element)
    }

    /// A few rules from the first to the last: each edit reads the whole pack again.
    private func some(_ pack: Pack) -> [Rule] {
        let places = stride(from: 0, to: pack.rules.count, by: max(1, pack.rules.count / 5))
        return places.map { pack.rules[$0] } + pack.rules.suffix(1)
    }

    @Test("every rule is found where it stands", arguments: Pack.embeddedIDs)
    func places(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let file = try PackLines(pack.source, file: pack.fileName)
        let places = file.rules()
        #expect(places.map(\.id) == pack.rules.map(\.id))
        for (place, rule) in zip(places, pack.rules) {
            #expect(place.lines.lowerBound == rule.line - 1)
            #expect(file.lines[place.lines.lowerBound].hasPrefix("  - id: \(rule.id)"))
            #expect(place.lines.dropFirst().allSatisfy { file.isBlank($0) || file.indent($0) >= 4 }, "\(rule.id)")
            #expect(!file.isBlank(place.lines.upperBound - 1))
        }
    }

    @Test("a rule can be written anew, and no other line changes", arguments: Pack.embeddedIDs)
    func replacing(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for rule in some(pack) {
            var changed = rule
            changed.says = "Changed: \(rule.id)"
            let edited = try pack.replacing(rule.id, with: changed)
            #expect(edited.rule(rule.id)?.withoutLine == changed.withoutLine)
            let (before, after) = (
                try #require(pack.lines(ofRule: rule.id)), try #require(edited.lines(ofRule: rule.id))
            )
            #expect(before.lowerBound == after.lowerBound)
            #expect(others(pack, than: before) == others(edited, than: after), "\(rule.id)")
        }
    }

    @Test(
        "a rule is added beside its like, and taking it out again gives back the same bytes",
        arguments: Pack.embeddedIDs)
    func addingAndRemoving(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for rule in some(pack) {
            var new = rule
            new.id = "one-more"
            let edited = try pack.adding(new)
            #expect(edited.rules.count == pack.rules.count + 1)
            #expect(edited.rule("one-more")?.withoutLine == new.withoutLine)
            #expect(try edited.removing("one-more").source == pack.source, "\(rule.id)")
        }
    }

    @Test("each rule can be taken out, and the others stay", arguments: Pack.embeddedIDs)
    func removing(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for rule in some(pack) {
            let edited = try pack.removing(rule.id)
            #expect(edited.rules.map(\.id) == pack.rules.map(\.id).filter { $0 != rule.id })
        }
    }

    @Test("a setting is written in and taken out, and no other line changes", arguments: ProcessKey.allCases)
    func settings(_ key: ProcessKey) throws {
        let pack = try RuleTextTests.small(process: [
            "process:", "  handover-within: {value: 3 working days, clause: [c-2]} # why", "  # between",
            "  policy-review-every: {value: 12 months}", "",
        ])
        let text = SettingText(values: try #require(RuleTextTests.values(key).first), clauses: ["c-1"])
        let edited = try pack.setting(key, to: text)
        #expect(edited.settingText(key) == text)
        #expect(edited.rules.map(\.withoutLine) == pack.rules.map(\.withoutLine))
        if pack.settingText(key) == nil {
            #expect(lines(edited).count > lines(pack).count)
            #expect(try edited.setting(key, to: nil).source == pack.source)
        } else {
            #expect(lines(edited).count == lines(pack).count)
        }
    }

    @Test("a pack without settings gets its first, and loses it again")
    func firstSetting() throws {
        let pack = try RuleTextTests.small(process: ["process:", "  handover-within: {value: 3 working days}", ""])
        let bare = try pack.setting(.handoverWithin, to: nil)
        #expect(!bare.source.contains("process:"))
        let text = SettingText(values: ["3"], clauses: [])
        let edited = try bare.setting(.operatorsAtLeast, to: text)
        #expect(edited.process.operatorsAtLeast.value == 3)
    }

    @Test("the edition gets another name, and only its line changes")
    func renaming() throws {
        let pack = try #require(try Pack.embedded("grange"))
        for name in ["2027.1", "Spring 2027", "null", "a \"quoted\" name"] {
            let edited = try pack.renamed(edition: name)
            #expect(edited.edition == "grange-\(name)")
            #expect(zip(lines(pack), lines(edited)).filter { $0 != $1 }.count == 1)
        }
    }

    @Test(
        "ends of lines that only YAML knows move nothing that is changed",
        arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\r\u{2028}\u{2028}"])
    func rareLineEnds(_ end: String) throws {
        let plain = try #require(try Pack.embedded("grange"))
        let comment = "# pasted" + String(repeating: end, count: 9000) + "\n"
        let pack = try Pack.load(yaml: comment + plain.source, file: plain.fileName, vocabulary: plain.vocabulary)
        #expect(try pack.renamed(edition: "2027.1").source == comment + plain.renamed(edition: "2027.1").source)
        let rule = try #require(plain.rules.last)
        #expect(try pack.removing(rule.id).source == comment + plain.removing(rule.id).source)
        #expect(try pack.adding(rule.named("one-more")).rule("one-more") != nil)
        let text = SettingText(values: ["3 working days"], clauses: [])
        #expect(
            try pack.setting(.handoverWithin, to: text).source
                == comment + plain.setting(.handoverWithin, to: text).source)
    }

    @Test("a comment after a rule stays, one inside it is told of")
    func comments() throws {
        let pack = try #require(try Pack.embedded("grange"))
        let rule = try #require(pack.rules.first)
        let place = try #require(pack.lines(ofRule: rule.id))
        #expect(!pack.hasComments(inRule: rule.id))
        var lines = lines(pack).map(String.init)
        lines.insert("    # why it is so", at: place.lowerBound)
        lines.insert("  # about the next", at: place.upperBound + 1)
        let commented = try Pack.load(
            yaml: lines.joined(separator: "\n"), file: "grange.yaml", vocabulary: pack.vocabulary)
        #expect(commented.hasComments(inRule: rule.id))
        let edited = try commented.replacing(rule.id, with: rule)
        #expect(edited.source.contains("# about the next") && !edited.source.contains("# why it is so"))
    }

    @Test(
        "what cannot be changed in place is left alone, and said so",
        arguments: [
            "rules: [{id: one, says: A, clause: [c-1], who: anyone, action: message, verdict: permitted}, {id: two, says: B, clause: [c-1], who: anyone, action: message, verdict: permitted}]",
            "rules:\n  - {id: one, says: A, clause: [c-1], who: anyone, action: message, verdict: permitted\n}\n  - id: two\n    says: B\n    clause: [c-1]\n    who: anyone\n    action: message\n    verdict: permitted",
        ])
    func notInPlace(_ rules: String) throws {
        let yaml =
            "format: 1\npack: trial\nedition: one\nschool: {name: A, phase: primary, authority: B, ages: [4, 11]}\n"
            + "policy: {title: T}\n\(rules)\nclauses:\n  - {id: c-1, where: here, says: words}\n"
        let pack = try Pack.load(yaml: yaml, file: "trial.yaml", vocabulary: .embedded())
        var rule = try #require(pack.rule("two"))
        rule.says = "Other words"
        do {
            let edited = try pack.replacing("two", with: rule)
            // Done all the same: then it is done right.
            #expect(edited.rule("one")?.withoutLine == pack.rule("one")?.withoutLine)
            #expect(edited.rule("two")?.says == "Other words")
        } catch {
            #expect(error != .missing)
        }
    }

    @Test("a rule or a setting that is not there is missed")
    func missing() throws {
        let pack = try RuleTextTests.small()
        #expect(throws: PackEditFault.missing) { try pack.removing("no-such-rule") }
        #expect(throws: PackEditFault.missing) { try pack.setting(.handoverWithin, to: nil) }
    }

    @Test("a rule that can never apply is refused with the reason, and nothing is written")
    func impossible() throws {
        let pack = try #require(try Pack.embedded("grange"))
        var rule = try #require(pack.rule("no-pupil-friends"))
        rule.unless = [[Condition(fact: "with", values: ["pupil"])]]
        do {
            _ = try pack.replacing(rule.id, with: rule)
            Issue.record("an impossible rule was written")
        } catch {
            guard case .refused(let errors) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(errors.errors.contains { $0.message.contains("can never apply") })
        }
    }
}

extension Rule {
    fileprivate func named(_ id: String) -> Rule {
        var copy = self
        copy.id = id
        return copy
    }
}

@Suite("Lines that differ")
struct LineChangesTests {
    @Test(
        "are told with their numbers",
        arguments: [
            ("a\nb\nc", "a\nc", ["-2 b"]), ("a\nc", "a\nb\nc", ["+2 b"]), ("a\nb", "a\nB", ["-2 b", "+2 B"]),
            ("", "", []),
            ("a", "a\n", ["+2 "]),
        ])
    func small(_ old: String, _ new: String, _ expected: [String]) {
        let changes = LineChanges(from: old, to: new)
        #expect(changes.lines.map { "\($0.isAdded ? "+" : "-")\($0.number) \($0.text)" } == expected)
    }

    @Test("are told as a whole where there are too many to compare")
    func many() {
        let old = (0..<30).map { "old \($0)" }.joined(separator: "\n")
        let new = (0..<30).map { "new \($0)" }.joined(separator: "\n")
        #expect(LineChanges(from: old, to: new, most: 10).lines.count == 60)
    }
}
