package import HTML
package import Records

/// Several questions with the same few answers, one under another like the rows of a table: each is a group of its own,
/// so that it is read with its question.
package struct ChoiceRows: Component {
    package struct Row: Sendable {
        package var texts: FieldTexts
        package var chosen: String

        package init(_ texts: FieldTexts, chosen: String) {
            self.texts = texts
            self.chosen = chosen
        }
    }

    package var rows: [Row]
    package var options: [Choice]
    /// Where scripts run, one button for each answer gives it to every question.
    package var offersAll: Bool

    package init(_ rows: [Row], options: [Choice], offersAll: Bool = false) {
        self.rows = rows
        self.options = options
        self.offersAll = offersAll
    }

    package var body: Markup {
        div(.class("choice-rows"), .data("all", offersAll ? "" : nil)) {
            for row in rows { self.row(row) }
        }
    }

    private func row(_ row: Row) -> Markup {
        let texts = row.texts
        return fieldset(.class(texts.groupClass + " choice-row"), texts.describedBy()) {
            legend(.class("choice-question")) { texts.label }
            if !texts.hint.isEmpty || texts.hasProblem { div(.class("choice-about")) { texts.hintAndProblems } }
            div(.class("choice-answers")) {
                for (index, choice) in options.enumerated() {
                    let id = index == 0 ? texts.id : "\(texts.id)-\(index + 1)"
                    div(.class("choice")) {
                        input(
                            .id(id), .name(texts.name), .type(.radio), .value(choice.value),
                            .checked(choice.value == row.chosen))
                        HTML.label(.for(id)) { choice.label }
                    }
                }
            }
        }
    }
}

extension Field {
    /// The few answers that this question has in common with those beside it; nil where it asks for something else.
    var fewAnswers: [Choice]? {
        switch kind {
        case .yesNo: [Choice("yes", "Yes"), Choice("no", "No")]
        case .choice(let choices) where choices.count <= 3 && choices.allSatisfy { $0.hint.isEmpty }: choices
        case .choice, .line, .paragraph, .document, .email, .webAddress, .integer, .date, .confirm, .choices, .person,
            .people, .eachPerson, .carried, .secret:
            nil
        }
    }
}
