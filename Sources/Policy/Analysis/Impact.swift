/// What changes when one edition takes the place of another.
package struct Impact: Sendable, Equatable {
    /// Where the answer changes, each part with a witness.
    package var answers: [Difference]
    package var findingsAdded: [Finding]
    package var findingsGone: [Finding]
    package var settings: [SettingChange]
    /// Checks of posts that are done otherwise than they were.
    package var checks: [SettingChange]
    package var rules: [RuleChange]
    /// Clauses of the new edition that something honoured before and nothing does any more.
    package var clausesLeft: [Clause]

    /// Nothing that anybody is asked or told is other than it was.
    package var isEmpty: Bool {
        answers.isEmpty && findingsAdded.isEmpty && findingsGone.isEmpty && settings.isEmpty && checks.isEmpty
            && rules.isEmpty && clausesLeft.isEmpty
    }
}

/// A process setting or a check that is other than it was.
package struct SettingChange: Sendable, Equatable {
    package var label: String
    package var before: String
    package var after: String
}

/// A rule that came, went or says something else.
package struct RuleChange: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case added, removed
        /// In words, what of it is other than it was: `verdict`, `duties`.
        case changed([String])
    }

    package var id: String
    package var says: String
    package var kind: Kind
}

extension Pack {
    /// What changes when `draft` takes this edition's place. Exact, as the comparison and the analysis are.
    ///
    /// - Throws: ``EvaluationError/foreignRequest`` when the packs are written in different vocabularies.
    package func impact(of draft: Pack) throws(EvaluationError) -> Impact {
        impact(of: draft, answers: try Pack.compare(self, draft), before: analyse(), after: draft.analyse())
    }

    /// The same, of what comparison and analysis have found already.
    package func impact(of draft: Pack, answers: [Difference], before: [Finding], after: [Finding]) -> Impact {
        Impact(
            answers: answers,
            findingsAdded: after.filter { finding in !before.contains { $0.isSame(as: finding) } },
            findingsGone: before.filter { finding in !after.contains { $0.isSame(as: finding) } },
            settings: settingChanges(draft), checks: checkChanges(draft), rules: ruleChanges(draft),
            clausesLeft: clausesLeft(by: draft))
    }

    private func settingChanges(_ draft: Pack) -> [SettingChange] {
        let old = Dictionary(process.listing.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return draft.process.listing.compactMap { line in
            guard let was = old[line.key], was.text != line.text || was.isDefault != line.isDefault else { return nil }
            func text(_ line: SettingLine) -> String {
                line.isDefault ? "\(line.text) (Hornbook’s default)" : line.text
            }
            return SettingChange(label: line.label, before: text(was), after: text(line))
        }
    }

    private func checkChanges(_ draft: Pack) -> [SettingChange] {
        draft.checkListing.compactMap { line in
            let was = check(line.kind)
            guard was.severity != line.setting.severity || was.isDefault != line.setting.isDefault else { return nil }
            return SettingChange(label: line.kind.label, before: was.text, after: line.setting.text)
        }
    }

    private func ruleChanges(_ draft: Pack) -> [RuleChange] {
        let gone = rules.filter { draft.rule($0.id) == nil }.map {
            RuleChange(id: $0.id, says: $0.says, kind: .removed)
        }
        let others = draft.rules.compactMap { rule -> RuleChange? in
            guard let was = self.rule(rule.id) else { return RuleChange(id: rule.id, says: rule.says, kind: .added) }
            let parts = was.changes(to: rule)
            return parts.isEmpty ? nil : RuleChange(id: rule.id, says: rule.says, kind: .changed(parts))
        }
        return gone + others
    }

    private func clausesLeft(by draft: Pack) -> [Clause] {
        let claimed = Set(coverage().filter { !$0.isUnclaimed }.map(\.clause.id))
        return draft.coverage().filter { $0.isUnclaimed && claimed.contains($0.clause.id) }.map(\.clause)
    }
}

extension Rule {
    fileprivate func changes(to other: Rule) -> [String] {
        var parts: [String] = []
        if says != other.says { parts.append("sentence") }
        if Set(when) != Set(other.when) { parts.append("when it applies") }
        if unless.map(Set.init) != other.unless.map(Set.init) { parts.append("exceptions") }
        if effect != other.effect { parts.append("verdict") }
        if approval != other.approval { parts.append("who gives leave") }
        if obligations != other.obligations { parts.append("duties") }
        if clauses != other.clauses { parts.append("clauses") }
        return parts
    }
}

extension Finding {
    /// The same thing found again, though other facts may show it.
    fileprivate func isSame(as other: Finding) -> Bool {
        kind == other.kind && actions == other.actions && rules == other.rules
    }
}
