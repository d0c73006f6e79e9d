package import HTML

/// A form that is nothing but its button, for what needs no answers, such as "Verify now".
package struct PostButton: Component, Equatable {
    package enum Tone: Sendable {
        case main, quiet
        /// Takes something away.
        case danger
    }

    package var text: String
    package var action: String
    package var hidden: [HiddenField]
    package var tone: Tone

    package init(_ text: String, action: String, hidden: [HiddenField], tone: Tone = .main) {
        self.text = text
        self.action = action
        self.hidden = hidden
        self.tone = tone
    }

    package var body: Markup {
        HTML.form(.class("post-button"), .action(action), .method(.post)) {
            for field in hidden { field }
            button(.class(classes), .type(.submit)) { text }
        }
    }

    private var classes: String {
        switch tone {
        case .main: "button"
        case .quiet: "button button-quiet"
        case .danger: "button button-danger"
        }
    }
}
