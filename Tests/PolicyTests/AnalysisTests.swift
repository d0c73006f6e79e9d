import Testing

@testable import Policy

@Suite("Analysis against every completion")
struct AnalysisTests {
    static let seeds = Array(UInt64(1)...60)

    /// Every complete set of facts of a small policy, with the rules that match and the verdict.
    struct Brute {
        var policy: SmallPolicy
        var all: [Facts]

        init(_ seed: UInt64) {
            policy = SmallPolicy(seed: seed, facts: 3, rules: 6)
            all = policy.completions(of: Facts(SmallPolicy.held))
        }

        func verdict(_ facts: Facts) -> Verdict { policy.answer(facts).verdict }
        func matches(_ rule: String, _ facts: Facts) -> Bool { policy.matching(facts).contains { $0.id == rule } }

        /// Whether something holds for every completion of a witness and fails for some of each part of it; `who`
        /// stands in no rule of these policies.
        func isMinimal(_ witness: Facts, _ holds: (Facts) -> Bool) -> Bool {
            guard covers(witness, holds) else { return false }
            return witness.values.keys.filter { $0 != "action" }.allSatisfy { fact in
                var less = witness
                less[fact] = nil
                return !covers(less, holds)
            }
        }

        func agrees(_ facts: Facts, with witness: Facts) -> Bool {
            witness.values.allSatisfy { $0.key == "who" || facts[$0.key] == $0.value }
        }

        private func covers(_ witness: Facts, _ holds: (Facts) -> Bool) -> Bool {
            all.filter { agrees($0, with: witness) }.allSatisfy(holds)
        }

        /// The fewest facts, of any, that settle something: by trying each choice of values.
        func fewest(_ holds: (Facts) -> Bool) -> Int? {
            let facts = policy.pack.vocabulary.facts.filter { $0.id.hasPrefix("f") }
            let choices = facts.reduce([Facts(["action": "one"])]) { partial, fact in
                partial.flatMap { known in [known] + fact.values.map { known.adding(fact.id, $0.id) } }
            }
            return choices.filter { covers($0, holds) }.map(\.values.count).min()
        }
    }

    @Test("conflicts are those that some completion shows, each with the fewest facts", arguments: seeds)
    func conflicts(_ seed: UInt64) {
        let brute = Brute(seed)
        let findings = brute.policy.pack.analyse()
        for kind in [Finding.Kind.requiredAndProhibited, .permittedAndProhibited] {
            let effect: RuleEffect = kind == .requiredAndProhibited ? .required : .permitted
            for rule in brute.policy.pack.rules where rule.effect == effect {
                for ban in brute.policy.pack.rules where ban.effect == .prohibited {
                    let clash = { brute.matches(rule.id, $0) && brute.matches(ban.id, $0) }
                    let told = findings.filter { $0.kind == kind && $0.rules == [rule.id, ban.id] }
                    #expect(told.count == (brute.all.contains(where: clash) ? 1 : 0))
                    if let witness = told.first?.witness {
                        #expect(brute.isMinimal(witness, clash))
                        #expect(witness.values.count == brute.fewest(clash))
                    }
                }
            }
        }
    }

    @Test("a rule is told as without effect exactly when no completion's answer has it", arguments: seeds)
    func deadRules(_ seed: UInt64) {
        let brute = Brute(seed)
        let findings = brute.policy.pack.analyse()
        for rule in brute.policy.pack.rules {
            let applies = { brute.matches(rule.id, $0) }
            let isHeard = brute.all.contains { applies($0) && brute.verdict($0).carries.contains(rule.effect) }
            let told = findings.filter {
                ($0.kind == .impossible || $0.kind == .outranked) && $0.rules == [rule.id]
            }
            #expect(told.count == (isHeard ? 0 : 1))
            guard let finding = told.first else { continue }
            #expect((finding.kind == .outranked) == brute.all.contains(where: applies))
            if let witness = finding.witness { #expect(brute.isMinimal(witness, applies)) }
        }
    }

    @Test("a question is open exactly when some completion is not covered", arguments: seeds)
    func open(_ seed: UInt64) {
        let brute = Brute(seed)
        let isOpen = { brute.verdict($0) == .notCovered }
        let told = brute.policy.pack.analyse().filter { $0.kind == .open || $0.kind == .silent }
        #expect(told.count == (brute.all.contains(where: isOpen) ? 1 : 0))
        if let witness = told.first?.witness {
            #expect(brute.isMinimal(witness, isOpen))
            #expect(witness.values.count == brute.fewest(isOpen))
        }
    }
}
