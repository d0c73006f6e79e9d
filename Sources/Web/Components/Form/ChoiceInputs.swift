package import HTML
package import Records

/// One answer of a few, all in sight.
package struct RadioGroup: Component {
    var texts: FieldTexts
    var options: [Choice]
    var chosen: String
    var inline: Bool

    package init(_ texts: FieldTexts, options: [Choice], chosen: String, inline: Bool = false) {
        self.texts = texts
        self.options = options
        self.chosen = chosen
        self.inline = inline
    }

    package var body: Markup {
        FieldGroup(texts) {
            div(.class(inline ? "options options-inline" : "options")) {
                for (index, choice) in options.enumerated() {
                    OptionRow(
                        texts: texts, index: index, choice: choice, type: .radio, isChosen: choice.value == chosen)
                }
            }
        }.body
    }
}

/// Any number of answers. A long list can be narrowed by typing where scripts run.
package struct CheckboxGroup: Component {
    var texts: FieldTexts
    var options: [Choice]
    var chosen: [String]

    package init(_ texts: FieldTexts, options: [Choice], chosen: [String]) {
        self.texts = texts
        self.options = options
        self.chosen = chosen
    }

    package var body: Markup {
        let isLong = options.count > 16
        // In a list that scrolls, what is ticked must not lie out of sight.
        let ordered =
            isLong
            ? options.filter { chosen.contains($0.value) } + options.filter { !chosen.contains($0.value) } : options
        return FieldGroup(texts) {
            div(
                .class(isLong ? "options options-long" : "options options-many"),
                .data("filter", isLong ? texts.label : nil)
            ) {
                for (index, choice) in ordered.enumerated() {
                    OptionRow(
                        texts: texts, index: index, choice: choice, type: .checkbox,
                        isChosen: chosen.contains(choice.value))
                }
            }
        }.body
    }
}

/// A box that must be ticked; posts `yes`.
package struct ConfirmBox: Component {
    var texts: FieldTexts
    var isTicked: Bool

    package init(_ texts: FieldTexts, isTicked: Bool) {
        self.texts = texts
        self.isTicked = isTicked
    }

    package var body: Markup {
        div(.class(texts.groupClass)) {
            texts.hintAndProblems
            div(.class("option option-confirm")) {
                input(
                    .id(texts.id), .name(texts.name), .type(.checkbox), .value("yes"), .checked(isTicked),
                    texts.invalid, texts.describedBy())
                HTML.label(.for(texts.id)) { texts.labelText }
            }
        }
    }
}

/// One answer of many.
package struct SelectInput: Component {
    var texts: FieldTexts
    var options: [Choice]
    var chosen: String

    package init(_ texts: FieldTexts, options: [Choice], chosen: String) {
        self.texts = texts
        self.options = options
        self.chosen = chosen
    }

    package var body: Markup {
        LabelledField(texts) {
            select(.class("input"), .id(texts.id), .name(texts.name), texts.invalid, texts.describedBy()) {
                option(.value("")) { "Choose…" }
                for choice in options {
                    option(.value(choice.value), .selected(choice.value == chosen)) {
                        choice.hint.isEmpty ? choice.label : "\(choice.label) – \(choice.hint)"
                    }
                }
            }
        }.body
    }
}

/// One radio button or check box with its label; the first bears the field's own identifier.
private struct OptionRow: Component {
    var texts: FieldTexts
    var index: Int
    var choice: Choice
    var type: Attribute.InputType
    var isChosen: Bool

    var body: Markup {
        let id = index == 0 ? texts.id : "\(texts.id)-\(index + 1)"
        let hintID = choice.hint.isEmpty ? nil : "\(id)-about"
        return div(.class("option")) {
            input(
                .id(id), .name(texts.name), .type(type), .value(choice.value), .checked(isChosen),
                .aria(.describedBy, hintID))
            HTML.label(.for(id)) { choice.label }
            if let hintID { p(.class("hint"), .id(hintID)) { choice.hint } }
        }
    }
}
