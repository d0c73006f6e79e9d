import HTML
import Policy
import Records

/// An answer of the policy: the verdict, who can give leave, what must be done, and every clause it rests on.
struct AnswerPanel: Component {
    var answer: GivenAnswer
    /// The edition that it rests on, for where its clauses stand; nil when it cannot be read.
    var pack: Pack?
    /// The page that holds the clauses; empty where they stand on the same one.
    var clausePage: String

    var body: Markup {
        VerdictPanel(kind, headline: answer.headline, citations: answer.rules.compactMap(citation)) {
            if let otherwise = answer.otherwise { p { otherwise } }
            if !answer.duties.isEmpty {
                h3 { "What you must do" }
                ul { for duty in answer.duties { li { duty } } }
            }
            notes("Also", answer.alsoConsider)
            notes("This may matter too", answer.mayConsider)
        }
    }

    private var kind: VerdictPanel.Answer {
        switch answer.verdict {
        case .prohibited: .prohibited
        case .needsApproval: .approval
        case .required: .required
        case .permitted: .permitted
        case .notCovered, nil: .uncovered
        }
    }

    private func citation(_ cited: GivenAnswer.Cited) -> VerdictPanel.Citation? {
        let links = cited.clauses.map { Link(place($0), "\(clausePage)#\($0)") }
        return links.first.map { VerdictPanel.Citation(says: cited.says, clause: $0, more: Array(links.dropFirst())) }
    }

    private func place(_ id: String) -> String { pack?.clause(id).map { "\(id), \($0.place)" } ?? id }

    @MarkupBuilder private func notes(_ title: String, _ cited: [GivenAnswer.Cited]) -> Markup {
        if !cited.isEmpty {
            h3 { title }
            ul {
                for rule in cited { li { "\(rule.says) (\(rule.clauses.joined(separator: ", ")))" } }
            }
        }
    }
}

extension GivenAnswer {
    /// The answer in a sentence.
    var headline: String {
        switch verdict {
        case .needsApproval:
            let leaves = approvals.map { $0.map(\.label).joined(separator: " or ") }
            return "You need approval first, from \(leaves.joined(separator: " and from "))"
        case .notCovered:
            return otherwise == nil ? "The policy does not say. Ask the headteacher" : "No rule covers this"
        case .prohibited, .required, .permitted: return verdict?.label ?? ""
        case nil:
            return "It depends: \(verdicts.map { $0.label.lowercased() }.joined(separator: "; "))"
        }
    }

    /// Every clause that it cites, each once.
    var clauses: [String] {
        (rules + alsoConsider + mayConsider).flatMap(\.clauses).reduce(into: []) { list, id in
            if !list.contains(id) { list.append(id) }
        }
    }
}
