package import HTML
package import Records

/// Narrows a list: a form sent by GET, so that what it shows has an address; or by POST, where words are looked for that
/// may be somebody's name, which belongs in no address.
package struct Filters: Component {
    package enum Control: Sendable {
        /// Words to find by.
        case search(name: String, label: String, value: String)
        /// One of these; its first option should be the one that leaves nothing out.
        case select(name: String, label: String, options: [Choice], chosen: String)
    }

    /// What is narrowed, for those who cannot see it beside the list: "Filter accounts".
    package var label: String
    package var action: String
    package var controls: [Control]
    /// What the button says.
    package var submit: String
    package var clear: Link?
    /// The form's token, for one that is sent by POST; nil for one that is sent by GET.
    package var token: String?

    package init(
        _ label: String, action: String, controls: [Control], submit: String = "Apply", clear: Link? = nil,
        token: String? = nil
    ) {
        self.token = token
        self.label = label
        self.action = action
        self.controls = controls
        self.submit = submit
        self.clear = clear
    }

    package var body: Markup {
        HTML.form(
            .class("filters"), .action(action), .method(token == nil ? .get : .post), .role(.search),
            .aria(.label, label)
        ) {
            if let token { HiddenField("csrf", token) }
            for control in controls { show(control) }
            div(.class("buttons")) {
                button(.class("button button-quiet"), .type(.submit)) { submit }
                if let clear { clear }
            }
        }
    }

    @MarkupBuilder private func show(_ control: Control) -> Markup {
        switch control {
        case .search(let name, let label, let value):
            div(.class("field filter-search")) {
                HTML.label(.class("label"), .for(FieldTexts.id(name))) { label }
                input(.class("input"), .id(FieldTexts.id(name)), .name(name), .type(.search), .value(value))
            }
        case .select(let name, let label, let options, let chosen):
            div(.class("field")) {
                HTML.label(.class("label"), .for(FieldTexts.id(name))) { label }
                HTML.select(.class("input"), .id(FieldTexts.id(name)), .name(name)) {
                    for choice in options {
                        option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
                    }
                }
            }
        }
    }
}
