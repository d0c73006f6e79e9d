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
            for kind in kinds(defects) {
                let found = defects.filter { $0.kind == kind }
                details(.class("clause-section")) {
                    summary { "\(kind.label) (\(found.count))" }
                    ul(.class("defects"), .role(.list)) {
                        for defect in found { li(.id("defect-\(defect.anchor)")) { show(defect) } }
                    }
                }
            }
        }
    }

    /// In the order in which they are first met.
    private static func kinds(_ defects: [Defect]) -> [Defect.Kind] {
        defects.reduce(into: []) { kinds, defect in
            if !kinds.contains(defect.kind) { kinds.append(defect.kind) }
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
