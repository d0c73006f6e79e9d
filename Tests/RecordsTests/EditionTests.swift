import Testing

@testable import Policy
@testable import Records

@Suite("A draft edition of the policy")
struct EditionTests {
    typealias Command = Edition.Command

    private static func text(_ yaml: String) -> Edition.Text {
        Edition.Text(yaml: yaml, hash: "hash of \(yaml.utf8.count)")
    }

    /// The pack of the desks, under another name of its edition.
    private static func changed() throws -> Edition.Text {
        text(try Pack.named("oakdene").renamed(edition: "2027.1").source)
    }

    private func desk(_ who: Cast = .head, roles: Set<Role>? = nil) throws -> Desk {
        var desk = try Desk.of(who, roles: roles, pack: .named("oakdene"))
        desk.packHash = "in-force"
        return desk
    }

    private func after(_ commands: [Command], by who: Cast = .head) throws -> Edition {
        var state: Edition?
        for command in commands {
            for event in try Edition.decide(state, command, at: desk(who)) { state = Edition.evolve(state, event) }
        }
        return try #require(state)
    }

    private static let start = Command.start(title: "Phones", reason: "Agreed", text: nil)

    @Test("begins with the text of the edition in force, and says which that was")
    func start() throws {
        let edition = try after([Self.start])
        let pack = try Pack.named("oakdene")
        #expect(edition.text == pack.source && edition.hash == "in-force" && edition.faults == 0)
        #expect(edition.base == PackInForce(id: "oakdene", edition: pack.edition, hash: "in-force"))
        #expect(edition.summary.status == "draft")
        #expect(edition.changes.map(\.by) == [Cast.head.id])
    }

    @Test("keeps who saved what and when, and an edit makes a draft edition a draft again")
    func saves() throws {
        let changed = try Self.changed()
        let more = Self.text(changed.yaml + "# more\n")
        let ready = try after([Self.start, .save(changed, note: "Name", isUnfinished: false), .ready])
        #expect(ready.summary.status == "ready" && ready.isReady)
        let edition = try after([
            Self.start, .save(changed, note: "Name", isUnfinished: false), .ready,
            .save(more, note: "More", isUnfinished: false),
        ])
        #expect(edition.phase == .draft && edition.text == more.yaml)
        #expect(edition.changes.map(\.note) == ["Begun", "Name", "More"])
        #expect(edition.changes.last?.hash == more.hash && edition.changes.last?.at == Moment.now)
    }

    @Test("is not changed by the same text, title and reason again, nor made a draft edition twice")
    func same() throws {
        let changed = try Self.changed()
        let edition = try after([Self.start, .save(changed, note: "Name", isUnfinished: false), .ready])
        for command: Command in [
            .save(changed, note: "Again", isUnfinished: false), .describe(title: "Phones", reason: "Agreed"), .ready,
        ] {
            #expect(try Edition.decide(edition, command, at: desk()).isEmpty, "\(command)")
        }
    }

    @Test("refuses a text that is no pack, with every error and its place")
    func refused() throws {
        let edition = try after([Self.start])
        let bad = Self.text(edition.text.replacing("verdict:", with: "verdikt:"))
        let desk = try desk()
        let refusal = refusal { () throws(Refusal) in
            try Edition.decide(edition, .save(bad, note: "", isUnfinished: false), at: desk)
        }
        guard case .incomplete(let problems) = refusal else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.count > 20)
        #expect(problems.allSatisfy { $0.field == "text" && $0.message.hasPrefix("Line ") })
        #expect(problems.contains { $0.message.contains("Did you mean `verdict`?") })
    }

    @Test("may hold such a text unfinished, marked so, and is then no draft edition")
    func unfinished() throws {
        let bad = Self.text("rules: nothing\n")
        let edition = try after([Self.start, .save(bad, note: "", isUnfinished: true)])
        #expect(edition.faults > 0 && edition.text == bad.yaml && edition.summary.status == "unfinished")
        #expect(throws: Refusal.self) { try Edition.decide(edition, .ready, at: desk()) }
    }

    @Test("is of the school's own pack")
    func otherSchool() throws {
        let other = Self.text(try Pack.named("grange").source)
        let desk = try desk()
        let refusal = refusal { () throws(Refusal) in
            try Edition.decide(nil, .start(title: "T", reason: "R", text: other), at: desk)
        }
        guard case .incomplete(let problems) = refusal else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.map(\.field) == ["text"] && problems[0].message.contains("`grange`"))
    }

    @Test("becomes a draft edition only under a name of its own, and only when it differs")
    func ready() throws {
        let untouched = try after([Self.start])
        #expect(throws: Refusal.wrongState("Nothing in this draft differs from the edition in force.")) {
            try Edition.decide(untouched, .ready, at: desk())
        }
        let sameName = try after([
            Self.start, .save(Self.text(untouched.text + "# a line\n"), note: "", isUnfinished: false),
        ])
        let now = try desk()
        let refusal = refusal { () throws(Refusal) in try Edition.decide(sameName, .ready, at: now) }
        guard case .wrongState(let text) = refusal else {
            Issue.record("it was taken")
            return
        }
        #expect(text.contains("Give it a name of its own"))
    }

    @Test("is changed no more once it is discarded")
    func discarded() throws {
        let edition = try after([Self.start, .discard(reason: "Not now")])
        #expect(edition.summary.status == "discarded")
        let changed = try Self.changed()
        for command: Command in [
            .save(changed, note: "", isUnfinished: false), .describe(title: "A", reason: "B"), .ready,
            .discard(reason: "Again"),
        ] {
            #expect(throws: Refusal.wrongState("This draft was discarded.")) {
                try Edition.decide(edition, command, at: desk())
            }
        }
        #expect(Edition.available(edition, at: try desk()).isEmpty)
    }

    @Test("is for headteacher, senior leaders and administrator alone", arguments: Role.allCases)
    func roles(_ role: Role) throws {
        let desk = try desk(.dpo, roles: Role.including([role]))
        let mayEdit = !Role.including([role]).isDisjoint(with: [.headteacher, .slt, .administrator])
        let refusal = refusal { () throws(Refusal) in try Edition.decide(nil, Self.start, at: desk) }
        #expect((refusal == nil) == mayEdit)
        #expect(Edition.available(nil, at: desk).isEmpty != mayEdit)
        let edition = try after([Self.start])
        #expect(Edition.available(edition, at: desk).isEmpty != mayEdit)
        let tokens = Set(edition.summary.audience.map(\.token))
        #expect(Role.including([role]).contains { tokens.contains("role:\($0.rawValue)") } == mayEdit)
    }

    @Test("what a form begins with is taken again unchanged")
    func prefill() throws {
        let edition = try after([Self.start])
        let form = try #require(Edition.forms(at: desk()).first { $0.form.name == "saveDraft" })
        let answers = try form.form.answers(to: edition.prefill("saveDraft"), people: FormPeople())
        #expect(answers.text("text") == edition.text)
    }
}

@Suite("A rule as a form")
struct RuleFormTests {
    /// What the form posts when nothing is touched: each fact that is free has “may be anything” ticked.
    private func sent(_ form: RuleForm) -> Input {
        var input = form.input
        let names =
            ["who"] + form.facts.map { "when.\($0.id)" }
            + (0..<form.exceptions).flatMap { index in form.exceptionFacts.map { "unless.\(index).\($0.id)" } }
        for name in names where form.isAny(name) { input.values[name] = [RuleForm.any] }
        input.values["fields"] = names
        return input
    }

    private func filled(_ change: (inout Input) -> Void) throws -> RuleForm {
        let pack = try Pack.named("grange")
        var input = sent(RuleForm(nil, in: pack, action: ["message"]))
        input.values.merge(
            ["says": ["Nobody messages pupils."], "verdict": ["prohibited"], "clause": ["grange-12"]]) { $1 }
        change(&input)
        return RuleForm(input, changing: nil, in: pack)
    }

    private func problems(_ form: RuleForm) -> [FieldProblem] {
        guard case .incomplete(let problems) = refusal({ () throws(Refusal) in try form.filledIn() }) else { return [] }
        return problems
    }

    @Test("every rule of every pack comes back from its form as it was", arguments: Pack.embeddedIDs)
    func roundTrip(_ id: String) throws {
        let pack = try Pack.named(id)
        func plain(_ rule: Rule) -> Rule {
            var rule = rule.withoutLine
            rule.when.sort { $0.fact < $1.fact }
            rule.unless = rule.unless.map { $0.sorted { $0.fact < $1.fact } }
            rule.clauses.sort()
            rule.approval.sort()
            for index in rule.obligations.indices { rule.obligations[index].to.sort() }
            return rule
        }
        for rule in pack.rules {
            let form = RuleForm(sent(RuleForm(rule, in: pack)), changing: rule, in: pack)
            #expect(plain(try form.filledIn()) == plain(rule), "\(rule.id)")
        }
    }

    @Test(
        "a number of an exception or a duty that nobody can have filled in shows no more than there may be",
        arguments: ["\(Int.max)", "\(Int.min)", "-1", "99999999999999999999", "12"])
    func groupNumbers(_ number: String) throws {
        let form = try filled {
            $0.values["unless.\(number).who"] = ["teacher"]
            $0.values["then.count"] = [number]
        }
        #expect((0...RuleForm.mostGroups).contains(form.exceptions))
        #expect((0...RuleForm.mostGroups).contains(form.duties))
        #expect(try form.adding("unless").filledIn().unless.isEmpty)
    }

    @Test("shows only the facts that every chosen action asks")
    func facts() throws {
        let pack = try Pack.named("grange")
        #expect(RuleForm(nil, in: pack).facts.isEmpty)
        let one = RuleForm(nil, in: pack, action: ["message"]).facts.map(\.id)
        let both = RuleForm(nil, in: pack, action: ["message", "follow"]).facts.map(\.id)
        let asked = try #require(pack.vocabulary.action("message")?.facts)
        #expect(Set(one) == Set(asked))
        #expect(!both.isEmpty && both.count < one.count && both.allSatisfy(one.contains))
    }

    @Test("a new rule without a name gets one from its sentence, which no other has")
    func name() throws {
        let rule = try filled { _ in }.filledIn()
        #expect(rule.id == "nobody-messages-pupils" && rule.when.map(\.fact) == ["action"])
        let pack = try Pack.named("grange").adding(rule)
        var input = try filled { _ in }.input
        input.values["id"] = [""]
        #expect(try RuleForm(input, changing: nil, in: pack).filledIn().id == "nobody-messages-pupils-2")
    }

    @Test(
        "each thing wrong is named at its field",
        arguments: [
            ("says", ["says": [" "]]), ("says", ["says": [String(repeating: "a", count: 501)]]),
            ("verdict", ["verdict": ["nonsense"]]), ("clause", ["clause": ["no-such-clause"]]),
            ("approval", ["verdict": ["needs-approval"]]), ("approval", ["approval": ["headteacher"]]),
            ("action", ["action": [], "shown": []]), ("action", ["action": ["follow"]]),
            ("when.with", ["when.with": []]), ("when.with", ["when.with": ["any", "pupil"]]), ("who", ["who": []]),
            ("id", ["id": ["Not A Name"]]), ("id", ["id": ["no-pupil-friends"]]),
            ("then.0.says", ["then.0.kind": ["tell"]]), ("then.0.kind", ["then.0.says": ["Tell them."]]),
            ("then.0.within", ["then.0.kind": ["tell"], "then.0.says": ["Tell."], "then.0.within": ["soon"]]),
        ])
    func wrong(field: String, values: [String: [String]]) throws {
        let form = try filled { $0.values.merge(values) { $1 } }
        #expect(problems(form).map(\.field) == [field])
    }

    @Test("blank exceptions and duties are left out; filled ones are kept in their order")
    func groups() throws {
        let rule = try filled {
            $0.values.merge(
                [
                    "unless.count": ["3"], "unless.1.with": ["parent"], "unless.2.who": ["dsl"], "then.count": ["2"],
                    "then.1.kind": ["tell"], "then.1.to": ["dsl"], "then.1.within": ["24 hours"],
                    "then.1.says": ["Tell  the\nlead."],
                ]) { $1 }
        }.filledIn()
        #expect(
            rule.unless == [
                [Condition(fact: "with", values: ["parent"])], [Condition(fact: "who", values: ["dsl"])],
            ])
        #expect(
            rule.obligations == [Obligation(kind: .tell, to: [.dsl], within: .hours(24), says: "Tell the lead.")])
    }
}

@Suite("A setting as a form")
struct SettingFormTests {
    @Test("every setting of every pack comes back from its form as it was", arguments: Pack.embeddedIDs)
    func roundTrip(_ id: String) throws {
        let pack = try Pack.named(id)
        let laidDown = Set(pack.process.listing.filter { !$0.isDefault }.map(\.key))
        let keys = ProcessKey.allCases.filter { laidDown.contains($0.rawValue) }
        for key in keys + ProcessKey.allCases.filter({ !keys.contains($0) }).prefix(2) {
            let form = SettingForm(key, in: pack)
            #expect(try form.filledIn(form.prefill) == pack.settingText(key), "\(key)")
        }
    }

    @Test(
        "what is missing or wrong is named at the value",
        arguments: [
            (ProcessKey.accountApprovers, []), (.handoverWithin, []), (.handoverWithin, ["soon"]),
            (.policyReviewEvery, ["10 days"]), (.operatorsAtLeast, ["0"]), (.operatorsAtLeast, []),
            (.schoolEmail, ["perhaps"]), (.tellParents, []), (.declarationRepeatsEvery, ["3 days"]),
        ] as [(ProcessKey, [String])])
    func wrong(key: ProcessKey, values: [String]) throws {
        let form = SettingForm(key, in: try Pack.named("oakdene"))
        let refusal = refusal { () throws(Refusal) in
            try form.filledIn(Input(["source": ["policy"], "value": values]))
        }
        guard case .incomplete(let problems) = refusal else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.map(\.field) == ["value"])
    }

    @Test("what pictures are used for is chosen purpose by purpose")
    func imageUses() throws {
        let pack = try Pack.named("oakdene")
        let form = SettingForm(.imageUses, in: pack)
        let text = try form.filledIn(
            Input([
                "source": ["policy"], "use-website": ["consent"], "use-classroom": ["public-task"],
                "use-press": ["unused"],
            ]))
        #expect(text?.values == ["classroom: public-task", "website: consent"])
        #expect(try pack.setting(.imageUses, to: text).process.imageUses.value.askedFor == [.website])
    }

    @Test("a policy may say that nobody approves posts")
    func nobody() throws {
        let pack = try Pack.named("waterville")
        let text = try SettingForm(.postApprovers, in: pack).filledIn(Input(["source": ["policy"]]))
        let edited = try pack.setting(.postApprovers, to: text)
        #expect(edited.process.postApprovers.value.isEmpty && !edited.process.postApprovers.isDefault)
        let form = SettingForm(.postApprovers, in: edited)
        #expect(try form.filledIn(form.prefill) == text)
    }

    @Test("a policy that is silent has no setting, whatever else was filled in")
    func silent() throws {
        let form = SettingForm(.handoverWithin, in: try Pack.named("oakdene"))
        #expect(try form.filledIn(Input(["source": ["default"], "value": ["3 days"]])) == nil)
    }
}

@Suite("A check as a form")
struct CheckFormTests {
    @Test("every check of every pack comes back from its form as it was", arguments: Pack.embeddedIDs)
    func roundTrip(_ id: String) throws {
        let pack = try Pack.named(id)
        for kind in CheckKind.allCases {
            let form = CheckForm(kind, in: pack)
            #expect(try form.filledIn(form.prefill) == form.laidDown, "\(kind)")
        }
    }

    @Test(
        "what comes of it is asked for, and only what the pack may have is taken", arguments: [[], ["warning"], ["x"]])
    func wrong(_ severity: [String]) throws {
        let form = CheckForm(.consent, in: try Pack.named("oakdene"))
        let refusal = refusal { () throws(Refusal) in
            try form.filledIn(Input(["source": ["policy"], "severity": severity]))
        }
        guard case .incomplete(let problems) = refusal else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.map(\.field) == ["severity"])
    }
}
