import HTML

/// What every control says of itself: name, label, hint and what is wrong with it.
package struct FieldTexts: Sendable, Equatable {
    /// The name under which it is posted.
    package var name: String
    package var label: String
    package var hint: String
    package var isOptional: Bool
    package var problems: [String]

    package init(name: String, label: String, hint: String = "", isOptional: Bool = false, problems: [String] = []) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isOptional = isOptional
        self.problems = problems
    }

    /// The control's identifier in the page; the error summary links to it.
    package var id: String { Self.id(name) }
    package static func id(_ name: String) -> String { "f-\(name)" }

    var hintID: String { "\(id)-hint" }
    var problemID: String { "\(id)-problem" }
    var countID: String { "\(id)-count" }
    var hasProblem: Bool { !problems.isEmpty }
    var groupClass: String { hasProblem ? "field field-wrong" : "field" }
    var invalid: Attribute { .aria(.invalid, hasProblem ? "true" : nil) }

    /// Points assistive technology at the hint, the problem and whatever else describes the control.
    func describedBy(_ more: String...) -> Attribute {
        let ids = (hint.isEmpty ? [] : [hintID]) + (hasProblem ? [problemID] : []) + more
        return .aria(.describedBy, ids.isEmpty ? nil : ids.joined(separator: " "))
    }

    @MarkupBuilder var labelText: Markup {
        label
        if isOptional { span(.class("optional")) { " (optional)" } }
    }

    @MarkupBuilder var hintAndProblems: Markup {
        if !hint.isEmpty { p(.class("hint"), .id(hintID)) { hint } }
        if hasProblem {
            div(.class("problem"), .id(problemID)) {
                for problem in problems {
                    p {
                        span(.class("visually-hidden")) { "Error: " }
                        problem
                    }
                }
            }
        }
    }
}

/// A label above one control.
struct LabelledField: Component {
    var texts: FieldTexts
    var control: Markup

    init(_ texts: FieldTexts, @MarkupBuilder control: () -> Markup) {
        self.texts = texts
        self.control = control()
    }

    var body: Markup {
        div(.class(texts.groupClass)) {
            HTML.label(.class("label"), .for(texts.id)) { texts.labelText }
            texts.hintAndProblems
            control
        }
    }
}

/// A legend above several controls that answer one question.
struct FieldGroup: Component {
    var texts: FieldTexts
    var controls: Markup

    init(_ texts: FieldTexts, @MarkupBuilder controls: () -> Markup) {
        self.texts = texts
        self.controls = controls()
    }

    var body: Markup {
        fieldset(.class(texts.groupClass), texts.describedBy()) {
            legend(.class("label")) { texts.labelText }
            texts.hintAndProblems
            controls
        }
    }
}
