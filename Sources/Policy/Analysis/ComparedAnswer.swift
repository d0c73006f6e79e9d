/// What a comparison holds against another: the verdict, the leaves that it needs, and the duties.
package struct ComparedAnswer: Sendable, Hashable, Codable {
    package var verdict: Verdict
    /// Each entry is one leave that must be given, by any one of its roles; sorted.
    package var approvals: [[Role]]
    /// Only where verdict and leaves are the same: the duties that this one asks and the other does not.
    package var duties: [ComparedDuty]

    package init(verdict: Verdict, approvals: [[Role]], duties: [ComparedDuty] = []) {
        self.verdict = verdict
        self.approvals = approvals
        self.duties = duties
    }

    /// In a few words: `needs approval from the headteacher`.
    package var text: String {
        switch verdict {
        case .prohibited: return "not allowed"
        case .required: return "required"
        case .permitted: return "allowed"
        case .notCovered: return "not covered"
        case .needsApproval: return leaves.isEmpty ? "needs approval" : "needs approval \(leaves)"
        }
    }

    /// Whose approval it needs: `from the headteacher or a senior leader (SLT)`.
    package var leaves: String {
        approvals.map { "from \($0.map(\.inSentence).joined(separator: " or "))" }.joined(separator: " and ")
    }
}

/// A duty as far as two policies can be held to mean the same by it: to tell somebody is the same duty however it is
/// worded; what concerns nobody else goes by its words.
package struct ComparedDuty: Sendable, Hashable, Codable {
    package var kind: Obligation.Kind
    package var to: [Role]
    package var within: Span?
    /// Empty for a duty that goes by whom it concerns.
    package var says: String

    package init(_ duty: Obligation) {
        let isToSomebody = !duty.to.isEmpty && [.tell, .report, .seekAdvice].contains(duty.kind)
        kind = duty.kind
        to = duty.to.sorted()
        within = duty.within
        says = isToSomebody ? "" : duty.says
    }

    /// In a few words: `tell the headteacher, within 1 working day`.
    package var text: String {
        let limit = within.map { ", within \($0.text)" } ?? ""
        guard says.isEmpty else { return "“\(says)”\(limit)" }
        return "\(kind.label.asLaterWords) \(to.map(\.inSentence).joined(separator: " or "))\(limit)"
    }
}

extension ActionSpace {
    /// Where each verdict is given: together all facts, and no facts twice. The strictest first.
    mutating func verdicts(_ rules: ActionRules) -> [(verdict: Verdict, region: Regions.Region)] {
        var left = Regions.all
        var found: [(verdict: Verdict, region: Regions.Region)] = []
        for verdict in Verdict.allCases.sorted(by: { $0.rank > $1.rank }) {
            let region =
                verdict == .notCovered ? Regions.all : rules.area(&regions) { $0.effect.verdict == verdict }
            let here = regions.and(left, region)
            found.append((verdict, here))
            left = regions.minus(left, here)
        }
        return found
    }

    /// Where each verdict is given with each choice of leaves; only those that some facts lead to. None once the regions
    /// are exhausted.
    mutating func outcomes(_ rules: ActionRules) -> [(outcome: ComparedAnswer, region: Regions.Region)] {
        var found: [(outcome: ComparedAnswer, region: Regions.Region)] = []
        for (verdict, region) in verdicts(rules) where region != Regions.none {
            var parts: [(approvals: [[Role]], region: Regions.Region)] = [([], region)]
            if verdict == .needsApproval {
                let asking = rules.entries.map(\.rule).filter { $0.effect == .needsApproval && !$0.approval.isEmpty }
                let leaves = Set(asking.map { $0.approval.sorted() })
                for leave in leaves.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                    guard regions.mayGoOn() else { return [] }
                    let needed = rules.area(&regions) { $0.effect == .needsApproval && $0.approval.sorted() == leave }
                    var split: [(approvals: [[Role]], region: Regions.Region)] = []
                    for part in parts {
                        split.append((part.approvals, regions.minus(part.region, needed)))
                        split.append((part.approvals + [leave], regions.and(part.region, needed)))
                    }
                    parts = split.filter { $0.region != Regions.none }
                }
            }
            found += parts.map { (ComparedAnswer(verdict: verdict, approvals: $0.approvals), $0.region) }
        }
        return found
    }

    /// Where two packs that give the same verdict and ask the same leaves raise different duties.
    mutating func duties(
        _ answer: ComparedAnswer, within region: Regions.Region, _ a: ActionRules, _ b: ActionRules
    ) -> [(first: ComparedAnswer, second: ComparedAnswer, region: Regions.Region)] {
        var parts = [(first: answer, second: answer, region: region)]
        for duty in (a.duties(answer.verdict) + b.duties(answer.verdict)).uniqued {
            guard regions.mayGoOn() else { return [] }
            let here = a.area(&regions) { $0.raises(duty, with: answer.verdict) }
            let there = b.area(&regions) { $0.raises(duty, with: answer.verdict) }
            let onlyHere = regions.minus(here, there)
            let onlyThere = regions.minus(there, here)
            guard onlyHere != onlyThere else { continue }
            let either = regions.or(onlyHere, onlyThere)
            var split: [(first: ComparedAnswer, second: ComparedAnswer, region: Regions.Region)] = []
            for part in parts {
                var more = part
                more.region = regions.minus(part.region, either)
                split.append(more)
                more.region = regions.and(part.region, onlyHere)
                more.first.duties.append(duty)
                split.append(more)
                more = part
                more.region = regions.and(part.region, onlyThere)
                more.second.duties.append(duty)
                split.append(more)
            }
            parts = split.filter { $0.region != Regions.none }
        }
        return parts.filter { $0.first != $0.second }
    }
}

extension ActionRules {
    fileprivate func duties(_ verdict: Verdict) -> [ComparedDuty] {
        entries.map(\.rule).filter { verdict.carries.contains($0.effect) }.flatMap(\.obligations).map(ComparedDuty.init)
    }
}

extension Rule {
    fileprivate func raises(_ duty: ComparedDuty, with verdict: Verdict) -> Bool {
        verdict.carries.contains(effect) && obligations.contains { ComparedDuty($0) == duty }
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
