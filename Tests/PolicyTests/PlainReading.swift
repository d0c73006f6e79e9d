@testable import Policy

/// A pack read rule by rule, without bits, columns or diagrams: slow, and plainly right.
struct PlainReading {
    private let rules: [(rule: Rule, when: [Test], unless: [[Test]])]
    private let otherwise: Otherwise?

    /// A condition, by places: the fact has one of some values, counted from 1.
    private struct Test {
        var fact: Int
        var values: [UInt8]
        func holds(_ request: [UInt8]) -> Bool { values.contains(request[fact]) }
    }

    init(_ pack: Pack) {
        func tests(_ conditions: [Condition]) -> [Test] {
            conditions.map { condition in
                // A fact that does not exist would be `who`, none of whose values it could name.
                let place = pack.vocabulary.facts.firstIndex { $0.id == condition.fact } ?? 0
                let values = pack.vocabulary.facts[place].values.indices.filter {
                    condition.values.contains(pack.vocabulary.facts[place].values[$0].id)
                }
                return Test(fact: place, values: values.map { UInt8($0 + 1) })
            }
        }
        rules = pack.rules.map { ($0, tests($0.when), $0.unless.map(tests)) }
        otherwise = pack.otherwise
    }

    func matching(_ request: Request) -> [Rule] {
        let values = request.values
        func holds(_ tests: [Test]) -> Bool { tests.allSatisfy { $0.holds(values) } }
        return rules.filter { holds($0.when) && !$0.unless.contains(where: holds) }.map(\.rule)
    }

    func answer(_ request: Request) -> Answer { Self.answer(of: matching(request), otherwise: otherwise) }

    /// What rules say that all match: the strictest verdict, and what comes with it.
    static func answer(of rules: [Rule], otherwise: Otherwise?) -> Answer {
        func with(_ effects: RuleEffect...) -> [Rule] { rules.filter { effects.contains($0.effect) } }
        let advice = [RuleEffect.advised, .advisedAgainst]
        func answer(_ verdict: Verdict, _ carrying: [RuleEffect]) -> Answer {
            var approvals: [[Role]] = []
            if verdict == .needsApproval {
                for rule in with(.needsApproval) where !approvals.contains(rule.approval.sorted()) {
                    approvals.append(rule.approval.sorted())
                }
            }
            var duties: [Obligation] = []
            for rule in rules where carrying.contains(rule.effect) {
                for duty in rule.obligations where !duties.contains(duty) { duties.append(duty) }
            }
            if verdict == .notCovered {
                for duty in otherwise?.obligations ?? [] where !duties.contains(duty) { duties.append(duty) }
            }
            return Answer(verdict: verdict, approvals: approvals, obligations: duties)
        }
        if !with(.prohibited).isEmpty { return answer(.prohibited, [.prohibited] + advice) }
        if !with(.needsApproval).isEmpty { return answer(.needsApproval, [.needsApproval, .required] + advice) }
        if !with(.required).isEmpty { return answer(.required, [.required] + advice) }
        if !with(.permitted).isEmpty { return answer(.permitted, [.permitted] + advice) }
        return answer(.notCovered, advice)
    }
}
