import HTML
import Policy

/// What is wrong with the policy's document, and how to mend it.
enum PolicyDefects {
    @MarkupBuilder static func section(_ defects: [Defect], _ pack: Pack) -> Markup {
        h2(.id("defects")) { "What is wrong with the document" }
        if defects.isEmpty {
            EmptyState("Nothing wrong with the document is known.")
        } else {
            p { "These are faults of the document, not of anybody. Put them right when the policy is next reviewed." }
            ul(.class("defects"), .role(.list)) {
                for defect in defects { li(.id("defect-\(defect.anchor)")) { show(defect) } }
            }
        }
    }

    @MarkupBuilder private static func show(_ defect: Defect) -> Markup {
        p(.class("clause-head")) {
            Tag(defect.kind.label, .waiting)
            if !defect.clauses.isEmpty {
                span(.class("hint")) {
                    defect.clauses.count == 1 ? "Clause " : "Clauses "
                    PolicyPage.citing(defect.clauses)
                }
            }
        }
        p(.class("says")) { defect.says }
        p { defect.means }
        p {
            strong { "Mend: " }
            defect.mend
        }
    }
}

extension Defect {
    /// One that is computed may bear the name of one that somebody typed.
    var anchor: String { isComputed ? "computed-\(id)" : id }
}
