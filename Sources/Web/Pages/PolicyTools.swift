import HTML
import Policy

/// What can be learned of the policy beside reading it: the ways to the pages that work it out.
struct PolicyTools: Component {
    var visit: Visit

    var body: Markup {
        h2 { "What the policy comes to" }
        CardList([
            .init(
                "Twenty questions", href: visit.url("/policy/questions"),
                text: "What this policy and others say to the questions that staff ask most."),
            .init(
                "What analysis finds", href: visit.url("/policy/analysis"),
                text: "Rules that contradict each other or are never heard, and questions left open."),
            .init(
                "Compare policies", href: visit.url("/policy/compare"),
                text: "Where this policy and another, or an earlier edition of it, answer differently."),
        ])
    }
}

extension Visit {
    /// The way back from the pages about the policy.
    var policyCrumbs: [Link] { [Link("Policy", url("/policy"))] }
}

extension Verdict {
    /// In a word or two, in its colour.
    var tag: Tag {
        switch self {
        case .prohibited: Tag("Not allowed", .bad)
        case .needsApproval: Tag("Needs approval", .waiting)
        case .required: Tag("Required", .info)
        case .permitted: Tag("Allowed", .good)
        case .notCovered: Tag("Not covered", .quiet)
        }
    }
}
