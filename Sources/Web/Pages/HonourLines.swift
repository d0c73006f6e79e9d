import HTML
import HTTPTypes
import Office
import Policy

/// What honours a clause, in the words of the pages where it is found.
struct HonourLines: Component {
    private let covered: CoveredClause
    private let visit: Visit
    /// Whether the rest of the policy stands on the same page, to be linked to.
    private let isWhole: Bool

    init(_ covered: CoveredClause, _ visit: Visit, isWhole: Bool) {
        self.covered = covered
        self.visit = visit
        self.isWhole = isWhole
    }

    var body: Markup {
        if covered.isUnclaimed { p { Tag("Nothing honours it yet", .waiting) } }
        if !covered.honours.isEmpty {
            ul(.class("honours"), .role(.list)) {
                for kind in Honour.Kind.allCases {
                    let honours = covered.honours.filter { $0.kind == kind }
                    if !honours.isEmpty {
                        li {
                            span(.class("honour-kind")) { "\(kind.label): " }
                            for (index, honour) in honours.enumerated() {
                                if index > 0 { ", " }
                                show(honour)
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func show(_ honour: Honour) -> Markup {
        let text = visit.school.pack.label(of: honour, platforms: visit.office.platforms)
        if let href = href(honour) { Link(text, href) } else { text }
    }

    private func href(_ honour: Honour) -> String? {
        switch honour.kind {
        case .rule: isWhole ? "#rule-\(honour.name)" : nil
        case .setting: isWhole ? "#setting-\(honour.name)" : nil
        case .check: isWhole ? "#check-\(honour.name)" : nil
        case .otherwise: isWhole ? "#otherwise" : nil
        case .link: isWhole ? "#links" : nil
        case .defect: isWhole ? "#defect-\(honour.name)" : nil
        case .screen: Screen(rawValue: honour.name).flatMap(address)
        case .workflow, .fact, .platform, .printed, .text: nil
        }
    }

    /// Where a screen stands, if it stands at one address and lets this person in.
    private func address(_ screen: Screen) -> String? {
        let pattern = screen.path
        guard !pattern.contains(":"), screen != .policyPage,
            let route = Routes.all.first(where: { $0.method == .get && $0.path == pattern }), visit.admits(route.area)
        else { return nil }
        return visit.url(pattern)
    }
}
