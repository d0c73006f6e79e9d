import HTML
import Office
import Policy
import Records

/// Which clauses are asked for.
struct ClauseFilter {
    var words: String
    var modality: Modality?
    /// Every clause on a page of its own, to read through or to print.
    var isAll: Bool

    init(_ query: Input) {
        words = query["q"].trimmingPrefix(while: \.isWhitespace).description
        modality = Modality(rawValue: query["modality"])
        isAll = query["clauses"] == "all"
    }

    /// Nothing is asked for: the whole policy is shown.
    var isOff: Bool { words.isEmpty && modality == nil && !isAll }

    func admits(_ clause: Clause) -> Bool {
        let text = "\(clause.id) \(clause.place) \(clause.says)".lowercased()
        return (modality == nil || clause.modality == modality)
            && words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}

/// Every clause of the policy in our words, by the sections of the document, with what honours it.
enum PolicyClauses {
    /// At the end of the whole policy: a section is opened to be read.
    @MarkupBuilder static func section(_ visit: Visit, _ coverage: [CoveredClause]) -> Markup {
        h2(.id("clauses")) { "Every clause" }
        p {
            "In our words, with what in Hornbook honours each. "
            Link("All clauses on one page", visit.url("/policy?clauses=all"))
        }
        if !coverage.isEmpty { kinds(visit, coverage) }
        filters(visit, ClauseFilter(Input()), coverage)
        if coverage.isEmpty { EmptyState("No clause of the document is listed.") }
        for part in parts(coverage) {
            details(.class("clause-section")) {
                summary { "\(part.title) (\(part.clauses.count))" }
                list(part.clauses, visit, isWhole: true)
            }
        }
    }

    /// How many bind and how much, each number leading to those clauses.
    private static func kinds(_ visit: Visit, _ coverage: [CoveredClause]) -> Figures {
        Figures(
            Modality.allCases.compactMap { modality in
                let count = coverage.count { $0.clause.modality == modality }
                guard count > 0 else { return nil }
                return .init("\(count)", modality.label, href: visit.url("/policy?modality=\(modality.rawValue)"))
            })
    }

    /// The clauses that were asked for and nothing else.
    static func page(_ visit: Visit, _ wanted: ClauseFilter) -> Reply {
        let coverage = visit.school.pack.coverage()
        let found = coverage.filter { wanted.admits($0.clause) }
        return .page(
            visit.page("Clauses of the policy", crumbs: [Link("Policy", visit.url("/policy"))]) {
                PageHeading(
                    "Clauses of the policy", over: visit.school.name,
                    lead: "\(found.count) of \(coverage.count) clauses, in our words, with what honours each.")
                filters(visit, wanted, coverage)
                if found.isEmpty { EmptyState("No clause matches. Try fewer words, or go back to the policy.") }
                for part in parts(found) {
                    h2 { part.title }
                    list(part.clauses, visit, isWhole: false)
                }
            })
    }

    private static func filters(_ visit: Visit, _ wanted: ClauseFilter, _ coverage: [CoveredClause]) -> Filters {
        let kinds = Modality.allCases.map { modality in
            Choice(
                modality.rawValue, "\(modality.label) (\(coverage.count { $0.clause.modality == modality }))")
        }
        return Filters(
            "Filter clauses", action: visit.url("/policy"),
            controls: [
                .search(name: "q", label: "Words in the clause", value: wanted.words),
                .select(
                    name: "modality", label: "Kind", options: [Choice("", "Every kind")] + kinds,
                    chosen: wanted.modality?.rawValue ?? ""),
            ], submit: "Show", clear: wanted.isOff ? nil : Link("Back to the policy", visit.url("/policy")))
    }

    /// Clauses that stand together, under the part of the document that comes before the first stroke of their place.
    private static func parts(_ coverage: [CoveredClause]) -> [(title: String, clauses: [CoveredClause])] {
        var parts: [(title: String, clauses: [CoveredClause])] = []
        for covered in coverage {
            let place = covered.clause.place
            let title = place.firstRange(of: " / ").map { String(place[..<$0.lowerBound]) } ?? place
            if parts.last?.title == title {
                parts[parts.count - 1].clauses.append(covered)
            } else {
                parts.append((title, [covered]))
            }
        }
        return parts
    }

    private static func list(_ clauses: [CoveredClause], _ visit: Visit, isWhole: Bool) -> Markup {
        ul(.class("clauses"), .role(.list)) {
            for covered in clauses {
                li(.id(covered.clause.id)) {
                    p(.class("clause-head")) {
                        strong { covered.clause.id }
                        Tag(covered.clause.modality.label, tone(covered.clause.modality))
                        span(.class("hint")) { covered.clause.place }
                    }
                    p(.class("says")) { covered.clause.says }
                    HonourLines(covered, visit, isWhole: isWhole)
                }
            }
        }
    }

    private static func tone(_ modality: Modality) -> Tag.Tone {
        switch modality {
        case .must: .info
        case .mustNot: .bad
        case .may: .good
        case .should, .shouldNot, .definition, .fact: .quiet
        }
    }
}
