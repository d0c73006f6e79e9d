/// What a comparison holds against another: the verdict and the leaves that it needs. Duties are not compared.
package struct ComparedAnswer: Sendable, Hashable, Codable {
    package var verdict: Verdict
    /// Each entry is one leave that must be given, by any one of its roles; sorted.
    package var approvals: [[Role]]

    /// In a few words: `Needs approval first, by Headteacher`.
    package var text: String {
        guard !approvals.isEmpty else { return verdict.label }
        let leaves = approvals.map { $0.map(\.label).joined(separator: " or ") }
        return "\(verdict.label), by \(leaves.joined(separator: ", and by "))"
    }
}

extension ActionSpace {
    /// Where each verdict is given: together all facts, and no facts twice. The strictest first.
    mutating func verdicts(_ rules: [Rule]) -> [(verdict: Verdict, region: Regions.Region)] {
        var left = Regions.all
        var found: [(verdict: Verdict, region: Regions.Region)] = []
        for verdict in Verdict.allCases.sorted(by: { $0.rank > $1.rank }) {
            let speaking = rules.filter { $0.effect.verdict == verdict }
            let region = verdict == .notCovered ? Regions.all : matching(anyOf: speaking)
            let here = regions.and(left, region)
            found.append((verdict, here))
            left = regions.minus(left, here)
        }
        return found
    }

    /// Where each outcome is given; only outcomes that some facts lead to.
    mutating func outcomes(_ rules: [Rule]) -> [(outcome: ComparedAnswer, region: Regions.Region)] {
        var found: [(outcome: ComparedAnswer, region: Regions.Region)] = []
        for (verdict, region) in verdicts(rules) where region != Regions.none {
            var parts: [(approvals: [[Role]], region: Regions.Region)] = [([], region)]
            if verdict == .needsApproval {
                let asking = rules.filter { $0.effect == .needsApproval && !$0.approval.isEmpty }
                let leaves = Set(asking.map { $0.approval.sorted() })
                for leave in leaves.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                    let needed = matching(anyOf: asking.filter { $0.approval.sorted() == leave })
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
}
