package import HTML

/// Where a record stands in its life: what is done, what is next, what is still to come.
package struct Steps: Component {
    package struct Step: Sendable, Equatable {
        package enum State: String, Sendable { case done, current, next }

        package var title: String
        package var state: State
        /// By whom or when; empty for none.
        package var note: String

        package init(_ title: String, _ state: State, note: String = "") {
            self.title = title
            self.state = state
            self.note = note
        }
    }

    package var label: String
    package var steps: [Step]

    package init(_ label: String, _ steps: [Step]) {
        self.label = label
        self.steps = steps
    }

    package var body: Markup {
        ol(.class("steps"), .role(.list), .aria(.label, label)) {
            for step in steps {
                li(.class("step-\(step.state.rawValue)"), .aria(.current, step.state == .current ? "step" : nil)) {
                    strong { step.title }
                    if step.state == .done { span(.class("visually-hidden")) { " (done)" } }
                    if !step.note.isEmpty { span(.class("step-note")) { step.note } }
                }
            }
        }
    }
}

/// How far something has come.
package struct ProgressBar: Component {
    package var id: String
    package var label: String
    package var value: Int
    package var total: Int

    package init(id: String, label: String, value: Int, total: Int) {
        self.id = id
        self.label = label
        self.value = value
        self.total = total
    }

    package var body: Markup {
        div(.class("progress")) {
            HTML.label(.for(id)) { label }
            progress(.id(id), .value("\(value)"), .max(Swift.max(total, 1))) { "\(value.grouped) of \(total.grouped)" }
            p(.class("hint")) { "\(value.grouped) of \(total.grouped)" }
        }
    }
}
