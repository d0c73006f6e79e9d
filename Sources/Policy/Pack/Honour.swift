/// One thing that honours a clause.
package struct Honour: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case rule, setting, check, otherwise, workflow, screen, fact, platform, printed, link, defect, text

        package var label: String {
            switch self {
            case .rule: "Rules"
            case .setting: "Settings"
            case .check: "Checks of posts"
            case .otherwise: "Where no rule speaks"
            case .workflow: "Work that is recorded"
            case .screen: "Screens"
            case .fact: "Questions asked"
            case .platform: "Platforms"
            case .printed: "Particulars"
            case .link: "Links"
            case .defect: "Defects"
            case .text: "Shown as it stands"
            }
        }

        /// Enough by itself for a clause that binds. To show words, to point elsewhere or to call them wrong is not.
        package var acts: Bool {
            switch self {
            case .rule, .setting, .check, .otherwise, .workflow, .screen, .fact, .platform, .printed: true
            case .link, .defect, .text: false
            }
        }
    }

    package var kind: Kind
    /// The rule's id, the setting's key, the screen's name and so on; `otherwise` for that part.
    package var name: String
}

/// A clause with everything that honours it.
package struct CoveredClause: Sendable, Equatable {
    package var clause: Clause
    /// By kind, then in the pack's order.
    package var honours: [Honour]

    /// Whether nothing honours it, or nothing that is enough for what it says.
    package var isUnclaimed: Bool {
        clause.modality.binds ? !honours.contains { $0.kind.acts } : honours.isEmpty
    }
}

extension Pack {
    /// Every clause, in the document's order, with what honours it.
    package func coverage() -> [CoveredClause] {
        var honours: [String: [Honour]] = [:]
        func note(_ kind: Honour.Kind, _ name: String, _ clauses: [String]) {
            let honour = Honour(kind: kind, name: name)
            for clause in clauses where honours[clause]?.contains(honour) != true {
                honours[clause, default: []].append(honour)
            }
        }
        for rule in rules { note(.rule, rule.id, rule.clauses) }
        for line in process.listing { note(.setting, line.key, line.clauses) }
        for line in checkListing where line.setting.severity != .off {
            note(.check, line.kind.rawValue, line.setting.clauses)
        }
        note(.otherwise, "otherwise", otherwise?.clauses ?? [])
        for clause in clauses {
            let claims = clause.claims
            for check in claims.checks { note(.check, check.rawValue, [clause.id]) }
            for workflow in claims.workflows { note(.workflow, workflow.rawValue, [clause.id]) }
            for screen in claims.screens { note(.screen, screen.rawValue, [clause.id]) }
            for fact in claims.facts { note(.fact, fact, [clause.id]) }
            for platform in claims.platforms { note(.platform, platform, [clause.id]) }
            for field in claims.printed { note(.printed, field.rawValue, [clause.id]) }
        }
        for link in links { note(.link, link.name, link.clauses) }
        for defect in foundDefects { note(.defect, defect.id, defect.clauses) }
        for clause in clauses {
            for text in clause.claims.texts { note(.text, text.rawValue, [clause.id]) }
        }
        return clauses.map { CoveredClause(clause: $0, honours: honours[$0.id] ?? []) }
    }
}
