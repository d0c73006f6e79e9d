import HTML
import Policy
import Records

/// An answer of the policy: the verdict, who can give leave, what must be done, and every clause it rests on.
struct RulingPanel: Component {
    var ruling: Ruling
    var pack: Pack
    var policyPage: String

    var body: Markup {
        VerdictPanel(answer, headline: headline, citations: ruling.citations.flatMap(citations)) {
            if let otherwise = ruling.otherwise { p { otherwise.says } }
            if !ruling.obligations.isEmpty {
                h3 { "What you must do" }
                ul { for obligation in ruling.obligations { li { obligation.text } } }
            }
            notes("Also", ruling.alongside)
            notes("This may matter too", ruling.possibleCitations + ruling.possiblyAlongside)
        }
    }

    private var headline: String {
        switch ruling.verdict {
        case .needsApproval:
            let leaves = ruling.approvals.map { $0.map(\.label).joined(separator: " or ") }
            return "You need approval first, from \(leaves.joined(separator: " and from "))"
        case .notCovered:
            return ruling.otherwise == nil ? "The policy does not say. Ask the headteacher" : "No rule covers this"
        case .prohibited, .required, .permitted: return ruling.verdict.label
        }
    }

    private var answer: VerdictPanel.Answer {
        switch ruling.verdict {
        case .prohibited: .prohibited
        case .needsApproval: .approval
        case .required: .required
        case .permitted: .permitted
        case .notCovered: .uncovered
        }
    }

    private func citations(_ citation: Citation) -> [VerdictPanel.Citation] {
        citation.clauses.map { id in
            VerdictPanel.Citation(says: citation.says, clause: Link(place(id), "\(policyPage)#\(id)"))
        }
    }

    private func place(_ id: String) -> String { pack.clause(id).map { "\(id), \($0.place)" } ?? id }

    @MarkupBuilder private func notes(_ title: String, _ citations: [Citation]) -> Markup {
        if !citations.isEmpty {
            h3 { title }
            ul {
                for citation in citations {
                    li { "\(citation.says) (\(citation.clauses.joined(separator: ", ")))" }
                }
            }
        }
    }
}
