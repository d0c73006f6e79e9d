import Testing

@testable import Policy

/// Sentences that YAML could read as something else.
private let awkward = [
    "Plain words.", "Says: one thing", "ends with a colon:", "# not a comment", "a # b", "a #b", "- dash", "? what",
    "“quotes” and ‘others’", "\"double\" 'single'", "back\\slash", "null", "~", "true", "no", "12", "1.5", "2026-11-21",
    "[a, b]", "{a: b}", "a, b", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`", "> folded", "| literal",
    " leading", "trailing ", "two  spaces", "tab\there", "line\nbreak", "bell\u{7}", "é ü ß 漢 😀", "no\u{A0}break",
    "next\u{85}line", "line\u{2028}separator", "mark\u{FEFF}mark", "---", "...", ":", "-", "Q&A", "50 %", "a:b", "a :b",
    String(repeating: "word ", count: 60) + "end", String(repeating: "x", count: 300),
    String(repeating: "long: ", count: 40) + "end", String(repeating: "two  spaces ", count: 20) + "end",
]

@Suite("Writing a rule")
struct RuleTextTests {
    /// A pack of some rules, read back.
    private func read(_ rules: [Rule], _ vocabulary: Vocabulary) throws -> [Rule] {
        let clauses = Set(rules.flatMap(\.clauses)).sorted().map { "  - {id: \($0), where: here, says: words}" }
        let lines =
            Self.head + ["rules:"] + rules.flatMap { RuleText.lines($0, in: vocabulary) } + ["clauses:"] + clauses
        let yaml = lines.joined(separator: "\n")
        return try Pack.load(yaml: yaml, file: "trial.yaml", vocabulary: vocabulary).rules.map(\.withoutLine)
    }

    private func read(_ rule: Rule, _ pack: Pack) throws -> Rule {
        try #require(try read([rule], pack.vocabulary).first)
    }

    static let head = [
        "format: 1", "pack: trial", "edition: one", "school: {name: A, phase: primary, authority: B, ages: [4, 11]}",
        "policy: {title: T}",
    ]

    /// A pack of two rules and twelve clauses, which is read in an instant.
    static func small(process: [String] = []) throws -> Pack {
        let rules = ["one", "two"].map {
            "  - {id: \($0), says: A, clause: [c-1], who: anyone, action: message, verdict: permitted}"
        }
        let clauses = (1...12).map { "  - {id: c-\($0), where: here, says: words}" }
        let lines = head + process + ["rules:"] + rules + ["clauses:"] + clauses + [""]
        return try Pack.load(yaml: lines.joined(separator: "\n"), file: "trial.yaml", vocabulary: .embedded())
    }

    @Test("every rule of every pack that is built in is read back as it was", arguments: Pack.embeddedIDs)
    func embedded(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        #expect(!pack.rules.isEmpty)
        let read = try read(pack.rules, pack.vocabulary)
        #expect(read.count == pack.rules.count)
        for (rule, again) in zip(pack.rules, read) { #expect(again == rule.withoutLine, "\(rule.id)") }
    }

    @Test("rules of every shape are read back as they were", arguments: 0..<6)
    func random(_ seed: Int) throws {
        let vocabulary = try Vocabulary.embedded()
        var generator = SplitMix(seed)
        let rules = (0..<100).map { number in
            var rule = Self.rule(in: vocabulary, &generator)
            rule.id = "rule-\(number)"
            return rule
        }
        let read = try read(rules, vocabulary)
        #expect(read.count == rules.count)
        for (rule, again) in zip(rules, read) { #expect(again == rule) }
    }

    @Test("a sentence of any characters is read back as it was", arguments: awkward)
    func sentences(_ text: String) throws {
        let pack = try Self.small()
        var rule = try #require(pack.rules.first)
        rule.says = text
        rule.obligations = [Obligation(kind: .tell, to: [.dsl], within: .hours(24), says: text)]
        #expect(try read(rule, pack) == rule.withoutLine)
    }

    @Test("no line is longer than the packs' own, but for a word that is longer itself", arguments: Pack.embeddedIDs)
    func width(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        for rule in pack.rules {
            for line in RuleText.lines(rule, in: pack.vocabulary) { #expect(line.count <= 120, "\(line)") }
        }
    }

    @Test("every setting is read back as it was", arguments: ProcessKey.allCases)
    func settings(_ key: ProcessKey) throws {
        let pack = try Self.small(process: ["process:", "  policy-review-every: {value: 12 months}"])
        let clauses = pack.clauses.map(\.id)
        for values in Self.values(key) {
            for cited in [[], [clauses[0]], Array(clauses)] {
                let setting = SettingText(values: values, clauses: cited)
                let changed = try pack.setting(key, to: setting)
                #expect(changed.settingText(key) == setting, "\(setting.lines(key))")
                let line = try #require(changed.process.listing.first { $0.key == key.rawValue })
                #expect(!line.isDefault && line.clauses == cited)
            }
        }
    }

    static func values(_ key: ProcessKey) -> [[String]] {
        switch key.shape {
        case .rolesOrNobody: [["headteacher"], []]
        case .schoolYears: [["0", "3"], []]
        case .imageUses: [["display: consent", "website: consent"], []]
        // Whoever keeps consents sees pupils.
        case .roles where key == .consentKeepers:
            [["headteacher"], Role.allCases.filter { Role.seersOfPupils.contains($0) }.map(\.rawValue)]
        case .roles: [["headteacher"], Role.allCases.map(\.rawValue)]
        case .span: [["24 hours"], ["1 working day"], ["5 school days"], ["12 months"]]
        case .clock:
            [["24 hours"]] + ResponseClock.OnDayOff.allCases.map { ["24 hours", $0.rawValue] }
        case .months: [["12 months"], ["1 month"]]
        case .monthsOrNever: [["12 months"], []]
        case .count(let range): [["\(range.lowerBound)"], ["\(range.upperBound)"]]
        case .yesNo: [["true"], ["false"]]
        case .choice(let values): values.map { [$0] }
        case .choices(let values): [values, Array(values.prefix(1)), []]
        }
    }

    /// A rule on one action, with facts that it asks, exceptions, leave and duties.
    static func rule(in vocabulary: Vocabulary, _ generator: inout SplitMix) -> Rule {
        let action = vocabulary.actions[generator.below(vocabulary.actions.count)]
        func condition(_ fact: Fact, _ generator: inout SplitMix) -> Condition {
            var values = fact.values.map(\.id).filter { _ in generator.below(2) == 0 }
            if values.isEmpty { values = [fact.values[generator.below(fact.values.count)].id] }
            return Condition(fact: fact.id, values: values)
        }
        var when: [Condition] = []
        if generator.below(3) > 0, let who = vocabulary.fact("who") { when.append(condition(who, &generator)) }
        when.append(Condition(fact: "action", values: [action.id]))
        let asked = vocabulary.facts.filter { action.facts.contains($0.id) }
        for fact in asked where generator.below(2) == 0 { when.append(condition(fact, &generator)) }
        var unless: [[Condition]] = []
        for _ in 0..<generator.below(3) {
            // An exception of one value of a fact that is free otherwise never lifts the rule in every case.
            guard
                let fact = asked.first(where: { fact in !when.contains { $0.fact == fact.id } && fact.values.count > 2 }
                )
            else { break }
            unless.append([Condition(fact: fact.id, values: [fact.values[0].id])])
        }
        let effect = RuleEffect.allCases[generator.below(RuleEffect.allCases.count)]
        let spans: [Span?] = [nil, .hours(24), .working(10), .school(1), .days(30), .months(12)]
        let duties = (0..<generator.below(3)).map { _ in
            Obligation(
                kind: Obligation.Kind.allCases[generator.below(Obligation.Kind.allCases.count)],
                to: Role.allCases.filter { _ in generator.below(5) == 0 }, within: spans[generator.below(spans.count)],
                says: awkward[generator.below(awkward.count)])
        }
        return Rule(
            id: "rule-\(generator.below(1000))", says: awkward[generator.below(awkward.count)],
            clauses: (0...generator.below(30)).map { "clause-\($0)" }, when: when, unless: unless, effect: effect,
            approval: effect == .needsApproval ? [.headteacher, .agencyWorker] : [], obligations: duties, line: 0)
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
