extension SheetQuestion {
    /// What differs between the pack's answer and what is expected, in plain sentences; empty when it is right.
    package func differences(from pack: Pack) -> [String] {
        let consideration: Consideration
        do {
            consideration = try pack.consider(facts)
        } catch {
            return [error.description]
        }
        guard let ruling = consideration.ruling else {
            let possible = consideration.verdicts.map(\.label).joined(separator: ", or ")
            let wanted = consideration.next?.id ?? "more"
            return ["The facts do not settle it. Next wanted: `\(wanted)`. Still possible: \(possible)."]
        }
        var found: [String] = []
        if ruling.verdict != verdict {
            let rules = ruling.citations.map { "`\($0.rule)`" }.joined(separator: ", ")
            found.append(
                "The answer is \(ruling.verdict.rawValue)\(rules.isEmpty ? "" : " by \(rules)"), "
                    + "but \(verdict.rawValue) was expected.")
        } else if Set(ruling.approvals.map { $0.sorted() }) != Set(approvals.map { $0.sorted() }) {
            found.append("The leave is \(Self.text(ruling.approvals)), but \(Self.text(approvals)) was expected.")
        }
        found += dutyDifferences(ruling.obligations)
        let cited = (ruling.citations + ruling.alongside).flatMap(\.clauses) + (ruling.otherwise?.clauses ?? [])
        let missing = clauses.filter { !cited.contains($0) }
        if !missing.isEmpty {
            let instead = cited.isEmpty ? "no clause" : Set(cited).sorted().joined(separator: ", ")
            found.append("The answer does not cite \(missing.joined(separator: ", ")). It cites \(instead).")
        }
        return found
    }

    private func dutyDifferences(_ obligations: [Obligation]) -> [String] {
        guard let duties else { return [] }
        let asked = obligations.map { Self.text($0.kind, $0.to, $0.within) }
        let list = asked.isEmpty ? "none" : asked.joined(separator: "; ")
        if duties.isEmpty { return asked.isEmpty ? [] : ["No duties were expected. The answer has: \(list)."] }
        return duties.filter { duty in !obligations.contains { duty.isMet(by: $0) } }.map { duty in
            "The duty “\(Self.text(duty.kind, duty.to ?? [], duty.within))” is missing. The answer has: \(list)."
        }
    }

    private static func text(_ approvals: [[Role]]) -> String {
        let leaves = approvals.map { "[\($0.map(\.rawValue).joined(separator: ", "))]" }
        return "[\(leaves.joined(separator: ", "))]"
    }

    private static func text(_ kind: Obligation.Kind, _ to: [Role], _ within: Span?) -> String {
        kind.rawValue + (to.isEmpty ? "" : " \(to.map(\.rawValue).joined(separator: ", "))")
            + (within.map { " within \($0.text)" } ?? "")
    }
}

extension SheetQuestion.Duty {
    fileprivate func isMet(by obligation: Obligation) -> Bool {
        kind == obligation.kind && (to.map { $0 == obligation.to.sorted() } ?? true)
            && (within.map { $0 == obligation.within } ?? true)
    }
}
