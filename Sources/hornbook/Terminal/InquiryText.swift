import Office
import Policy

/// An answer of the policy, or how far the question has come, as a terminal shows it.
enum InquiryText {
    static func text(_ inquiry: Inquiry, _ pack: Pack) -> String {
        let consideration = inquiry.consideration
        var lines: [String] = []
        if let ruling = consideration.ruling {
            lines = settled(ruling, pack)
            lines += section("What would change this", inquiry.flips.map { $0.sentence(in: pack.vocabulary) })
        } else {
            lines.append("It depends. Still possible: \(consideration.verdicts.map(\.label).joined(separator: "; ")).")
        }
        if let next = inquiry.next {
            lines += ["", "Next question: \(next.question)"]
            lines += next.values.map { "  \(next.id)=\($0.id)  \($0.label)" }
        }
        let known = inquiry.facts.text(in: pack.vocabulary)
        lines += ["", "\(inquiry.edition)\(known.isEmpty ? "" : ", for \(known)")"]
        return lines.joined(separator: "\n")
    }

    private static func settled(_ ruling: Ruling, _ pack: Pack) -> [String] {
        var lines = ["\(ruling.verdict.label)."]
        for leave in ruling.approvals {
            lines.append("Approval must come from: \(leave.map(\.label).joined(separator: " or "))")
        }
        if let otherwise = ruling.otherwise { lines.append(otherwise.says) }
        lines += section("What you must do", ruling.obligations.map(\.text))
        lines += section("Because", ruling.citations.map { cited($0, pack) })
        lines += section("Also", ruling.alongside.map { cited($0, pack) })
        lines += section(
            "This may matter too", (ruling.possibleCitations + ruling.possiblyAlongside).map { cited($0, pack) })
        return lines
    }

    private static func section(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", title] + items.map { "  - \($0)" }
    }

    private static func cited(_ citation: Citation, _ pack: Pack) -> String {
        let clauses = citation.clauses.map { id in pack.clause(id).map { "\(id), \($0.place)" } ?? id }
        return "\(citation.says) [\(citation.rule): \(clauses.joined(separator: "; "))]"
    }
}
