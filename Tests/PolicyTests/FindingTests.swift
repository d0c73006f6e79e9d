import Testing

@testable import Policy

@Suite("Findings against every question, whoever asks")
struct FindingTests {
    static let seeds = Array(UInt64(1)...30)

    private func matches(_ rule: Rule, _ question: Facts) -> Bool {
        rule.when.contains(question) && !rule.unless.contains { $0.contains(question) }
    }

    @Test("the pack is silent on exactly the actions that no rule is about, told once a topic", arguments: seeds)
    func silent(_ seed: UInt64) {
        let policy = AskersPolicy(seed: seed, rules: 4)
        let told = policy.pack.analyse().filter { $0.kind == .silent }
        let ruled = Set(
            policy.questions.filter { question in policy.pack.rules.contains { matches($0, question) } }
                .compactMap { $0["action"] })
        #expect(Set(told.flatMap(\.actions)) == Set(policy.pack.vocabulary.actions.map(\.id)).subtracting(ruled))
        #expect(Set(told.map(\.topic)).count == told.count)
    }

    @Test("the cases of an open question are exactly what is not covered", arguments: seeds)
    func open(_ seed: UInt64) throws {
        let policy = AskersPolicy(seed: seed)
        let told = policy.pack.analyse()
        let silent = told.filter { $0.kind == .silent }.flatMap(\.actions)
        for question in policy.questions {
            let action = try #require(question["action"])
            if silent.contains(action) { continue }
            let here = told.filter { $0.kind == .open && $0.actions.contains(action) }
            #expect(here.count <= 1)
            let isTold = here.contains { $0.cases.contains { $0.contains(question) } }
            #expect(isTold == (try policy.pack.ruling(question).verdict == .notCovered))
        }
    }

    @Test("a finding's witness shows it for each of its actions", arguments: seeds)
    func witnesses(_ seed: UInt64) throws {
        let policy = AskersPolicy(seed: seed)
        for finding in policy.pack.analyse() {
            guard let witness = finding.witness else { continue }
            for action in finding.actions {
                let shown = policy.questions.filter { question in
                    question["action"] == action
                        && witness.values.allSatisfy { $0.key == "action" || question[$0.key] == $0.value }
                }
                #expect(!shown.isEmpty)
                for question in shown {
                    switch finding.kind {
                    case .open, .silent: #expect(try policy.pack.ruling(question).verdict == .notCovered)
                    case .requiredAndProhibited, .permittedAndProhibited, .outranked, .impossible, .unfinished:
                        for rule in finding.rules {
                            #expect(matches(try #require(policy.pack.rule(rule)), question))
                        }
                    }
                }
            }
        }
    }

    @Test("every clash of two rules is told, once for each action", arguments: seeds)
    func conflicts(_ seed: UInt64) {
        let policy = AskersPolicy(seed: seed)
        let told = policy.pack.analyse()
        for action in policy.pack.vocabulary.actions.map(\.id) {
            let questions = policy.questions.filter { $0["action"] == action }
            for rule in policy.pack.rules where rule.effect == .required || rule.effect == .permitted {
                for ban in policy.pack.rules where ban.effect == .prohibited {
                    let clashes = questions.contains { matches(rule, $0) && matches(ban, $0) }
                    let found = told.filter { $0.rules == [rule.id, ban.id] && $0.actions.contains(action) }
                    #expect(found.count == (clashes ? 1 : 0))
                }
            }
        }
    }
}
