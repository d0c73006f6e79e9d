import HTML
import Office
import Policy
import Records

/// What exact analysis finds in the policy in force, by kind and topic, each with the fewest facts that show it.
enum AnalysisPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let pack = visit.school.pack
        let filter = TopicFilter(visit, pack.vocabulary)
        let kind = Finding.Kind(rawValue: visit.query["kind"])
        let isUnknown = filter.unknown != nil || (kind == nil && !visit.query["kind"].isEmpty)
        let all = await visit.office.findings(of: pack)
        let shown = all.filter { finding in
            (filter.topic == nil || finding.topic == filter.topic?.id) && (kind == nil || finding.kind == kind)
        }
        let page = visit.page("What analysis finds", crumbs: visit.policyCrumbs, hasProblems: isUnknown) {
            if isUnknown {
                ErrorSummary([ErrorSummary.Item("There is no such topic or kind of finding. Choose from the lists")])
            }
            PageHeading(
                "What analysis finds", over: visit.school.name,
                lead:
                    "Every question that can be asked under edition \(pack.edition) was weighed, and this is all of it."
            )
            Figures(
                // That everything was weighed need not be said.
                Finding.Kind.allCases.filter { $0 != .unfinished || all.contains { $0.kind == .unfinished } }.map {
                    kind in
                    let count = all.count { $0.kind == kind }
                    let href = visit.url("/policy/analysis?kind=\(kind.rawValue)")
                    return .init("\(count)", kind.title, href: count == 0 ? nil : href)
                })
            filters(visit, pack.vocabulary, filter.topic, kind)
            if shown.isEmpty {
                EmptyState(all.isEmpty ? "Nothing was found in this edition." : "Nothing of this kind on this topic.")
            }
            for kind in Finding.Kind.allCases { section(kind, shown.filter { $0.kind == kind }, visit) }
        }
        return isUnknown ? .wrong(page) : .page(page)
    }

    private static func filters(
        _ visit: Visit, _ vocabulary: Vocabulary, _ topic: Vocabulary.Topic?, _ kind: Finding.Kind?
    ) -> Filters {
        Filters(
            "Filter findings", action: visit.url("/policy/analysis"),
            controls: [
                TopicFilter.control(vocabulary.topics, chosen: topic),
                .select(
                    name: "kind", label: "Kind",
                    options: [Choice("", "Every kind")] + Finding.Kind.allCases.map { Choice($0.rawValue, $0.title) },
                    chosen: kind?.rawValue ?? ""),
            ], clear: topic == nil && kind == nil ? nil : Link("Clear", visit.url("/policy/analysis")))
    }

    @MarkupBuilder private static func section(_ kind: Finding.Kind, _ findings: [Finding], _ visit: Visit) -> Markup {
        if !findings.isEmpty {
            h2 { kind.title }
            p(.class("hint")) { about(kind) }
            for topic in visit.school.pack.vocabulary.topics.map({ Optional($0) }) + [nil] {
                let here = findings.filter { $0.topic == topic?.id }
                if !here.isEmpty {
                    if let topic { h3 { topic.label } }
                    ul(.class("findings"), .role(.list)) {
                        for finding in here { li { FindingItem(finding: finding, visit: visit) } }
                    }
                }
            }
        }
    }

    private static func about(_ kind: Finding.Kind) -> String {
        switch kind {
        case .requiredAndProhibited: "One rule demands what another forbids. Ask says that it is not allowed."
        case .permittedAndProhibited:
            "One rule allows what another forbids, and neither makes an exception for the other. Ask says that it is not "
                + "allowed; the document says both."
        case .impossible: "What these rules ask for cannot all be true at once."
        case .outranked: "Wherever these rules apply a stricter one speaks, so that no answer ever rests on them."
        case .open: "The policy rules on these, but not for everybody or not in every case."
        case .silent: "No rule is about these at all. That may be right: a policy need not speak of everything."
        case .unfinished: "Their rules name so many facts that weighing every question was given up."
        }
    }
}

/// One finding in words, with a way to the answer that shows it and the rules at stake.
private struct FindingItem: Component {
    var finding: Finding
    var visit: Visit

    private var pack: Pack { visit.school.pack }
    private var vocabulary: Vocabulary { pack.vocabulary }

    var body: Markup {
        if finding.kind == .silent {
            p { links(finding.actions) }
        } else {
            if !finding.actions.isEmpty { p(.class("finding-acts")) { vocabulary.text(actions: finding.actions) } }
            if finding.kind == .open { cases } else { shown }
            rules
        }
    }

    /// Each action, with a way to ask about it.
    private func links(_ actions: [String]) -> Markup {
        Markup {
            for (index, action) in actions.enumerated() {
                if index > 0 { "; " }
                Link(
                    vocabulary.action(action)?.label ?? action, AskPage.address(Facts(["action": action]), visit))
            }
        }
    }

    @MarkupBuilder private var shown: Markup {
        if let witness = finding.witness {
            p {
                "For example: "
                Link(vocabulary.text(witness), AskPage.address(witness, visit))
            }
        }
    }

    @MarkupBuilder private var cases: Markup {
        if finding.cases.count < 4 {
            list(finding.cases)
        } else {
            shown
            details {
                summary { "All \(finding.cases.count) cases that are left open" }
                list(finding.cases)
            }
        }
    }

    private func list(_ cases: [[Condition]]) -> Markup {
        Markup { ul { for conditions in cases { li { Link(vocabulary.text(conditions), address(conditions)) } } } }
    }

    /// A case by the first value of each of its facts.
    private func address(_ conditions: [Condition]) -> String {
        var facts = Facts(["action": finding.action ?? ""])
        for condition in conditions { facts[condition.fact] = condition.values.first }
        return AskPage.address(facts, visit)
    }

    @MarkupBuilder private var rules: Markup {
        if !finding.rules.isEmpty {
            ul(.class("rules-at-stake")) {
                for rule in finding.rules.compactMap(pack.rule) {
                    li {
                        "\(rule.says) ("
                        for (index, clause) in rule.clauses.enumerated() {
                            if index > 0 { ", " }
                            Link(clause, visit.url("/policy#\(clause)"))
                        }
                        ")"
                    }
                }
            }
        }
    }
}
