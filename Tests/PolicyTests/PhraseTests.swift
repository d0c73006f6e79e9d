import Testing

@testable import Policy

@Suite("Findings and differences in words")
struct PhraseTests {
    private static let vocabulary = Vocabulary(
        topics: [.init(id: "t", label: "T")],
        actions: [.init(id: "a", label: "Follow somebody's account", topic: "t", facts: ["with", "age", "relation"])],
        facts: [
            fact("with", "The other person", ["A pupil", "A former pupil", "A parent", "Somebody else"]),
            fact("age", "Their age", ["Under 13", "13 to 15", "16 or 17", "18 or over"]),
            Fact(
                id: "relation", label: "Your relation to them", question: "Are they family?",
                values: [FactValue(id: "family", label: "Yes, family"), FactValue(id: "none", label: "No")]),
            fact("training", "Training", ["Yes", "No, or not yet"]),
            fact("platform", "The platform", ["Facebook", "X", "Instagram", "TikTok", "Another"]),
        ])

    private static func fact(_ id: String, _ label: String, _ values: [String]) -> Fact {
        Fact(
            id: id, label: label, question: "?",
            values: values.enumerated().map { FactValue(id: "\($0)", label: $1) })
    }

    @Test(
        "conditions are put as a person would put them",
        arguments: [
            (["with": ["1"], "age": ["2"], "relation": ["none"]], "A former pupil, aged 16 or 17, not family"),
            (["with": ["0", "1"]], "A pupil or a former pupil"),
            (["age": ["0", "1"]], "Aged under 13 or 13 to 15"),
            (["relation": ["family"]], "Family"),
            (["training": ["1"]], "Training: “No, or not yet”"),
            (["platform": ["0", "1", "2", "3"]], "The platform anything but another"),
            ([:], "Anyone, whatever the facts"),
        ])
    func conditions(_ values: [String: [String]], _ text: String) {
        #expect(Self.vocabulary.text(Self.conditions(values)) == text)
    }

    @Test(
        "those who ask are named in few words, and no word stands for others than those meant",
        arguments: [
            ([Role.teacher], "A teacher"),
            ([.governor, .chair], "A governor or the chair of governors"),
            (Role.allCases.filter(\.isEmployee), "Any employee"),
            (
                Role.allCases.filter { $0.isEmployee && $0 != .dpo },
                "Any employee but the data protection officer (DPO)"
            ),
            (
                Role.allCases.filter { $0.isEmployee && $0 != .administrator } + [.contractor],
                "A contractor or any employee but the administrator"
            ),
            (
                [.teacher, .governor, .chair, .trainee, .volunteer, .dpo],
                "A teacher, the data protection officer (DPO) or one of 4 others"
            ),
        ])
    func askers(_ roles: [Role], _ text: String) {
        let who = Self.conditions(["who": roles.map(\.rawValue)])
        #expect(Self.vocabulary.text(who) == text)
    }

    @Test(
        "those who are left out are named when they are few",
        arguments: [
            (["pupil"], "Anyone but a pupil"), (["pupil", "visitor"], "Anyone but a pupil or a visitor"),
            (Role.allCases.filter(\.isEmployee).map(\.rawValue), "Anyone who is not an employee"),
            (
                Role.allCases.filter(\.isEmployee).map(\.rawValue) + ["contractor"],
                "Anyone who is not an employee, but for a contractor"
            ),
        ])
    func leftOut(_ out: [String], _ text: String) {
        let all = Self.vocabulary.fact("who")?.values.map(\.id) ?? []
        #expect(Self.vocabulary.text(Self.conditions(["who": all.filter { !out.contains($0) }])) == text)
    }

    @Test("those who ask stand in brackets after the facts")
    func both() {
        let conditions = Self.conditions(["who": ["teacher"], "with": ["0"]])
        #expect(Self.vocabulary.text(conditions) == "A pupil (a teacher)")
    }

    @Test(
        "a school goes by the name that people say",
        arguments: [
            ("Oakdene Primary School", "Oakdene"), ("St Martin's CE (Aided) Primary School", "St Martin's"),
            ("Primary School No. 4", "Primary School No. 4"), ("The Elms", "The Elms"),
        ])
    func schools(_ name: String, _ short: String) {
        let school = SchoolFacts(name: name, phase: "primary", authority: "", trust: nil, ages: 4...11)
        #expect(school.shortName == short)
    }

    @Test("a former pupil's friend request is told in one sentence")
    func sentence() {
        let difference = Difference(
            topic: "t", actions: ["a"],
            conditions: Self.conditions(["with": ["1"], "age": ["2"], "relation": ["none"]]), witness: Facts(),
            first: ComparedAnswer(verdict: .prohibited, approvals: []),
            second: ComparedAnswer(verdict: .needsApproval, approvals: [[.slt], [.headteacher, .chair]]))
        #expect(
            difference.text(in: Self.vocabulary, first: "at Oakdene", second: "at Waterville")
                == "A former pupil, aged 16 or 17, not family: not allowed at Oakdene, needs approval from a senior leader "
                + "(SLT) and from the headteacher or the chair of governors at Waterville.")
    }

    private static func conditions(_ values: [String: [String]]) -> [Condition] {
        vocabulary.facts.compactMap { fact in values[fact.id].map { Condition(fact: fact.id, values: $0) } }
    }
}
