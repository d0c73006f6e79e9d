package import HTML

/// One line of text.
package struct TextInput: Component {
    /// How wide the control is: about as wide as what goes into it.
    package enum Size: Sendable {
        case line(max: Int)
        case number(ClosedRange<Int>)

        var name: String {
            switch self {
            case .line(let max): max <= 12 ? "input-short" : max <= 40 ? "input-medium" : ""
            case .number: "input-short"
            }
        }
    }

    var texts: FieldTexts
    var value: String
    var type: Attribute.InputType
    var inputmode: Attribute.InputMode?
    var autocomplete: String?
    var size: Size

    package init(
        _ texts: FieldTexts, value: String, type: Attribute.InputType = .text, inputmode: Attribute.InputMode? = nil,
        autocomplete: String? = nil, size: Size = .line(max: 100)
    ) {
        self.texts = texts
        self.value = value
        self.type = type
        self.inputmode = inputmode
        self.autocomplete = autocomplete
        self.size = size
    }

    package var body: Markup {
        LabelledField(texts) {
            input(
                .class(["input", size.name].filter { !$0.isEmpty }.joined(separator: " ")), .id(texts.id),
                .name(texts.name), .type(type), .value(value), .custom("inputmode", inputmode?.rawValue),
                .autocomplete(autocomplete), .autocapitalize(isAddress ? "none" : nil),
                .custom("spellcheck", isAddress ? "false" : nil), texts.invalid, texts.describedBy())
        }.body
    }

    private var isAddress: Bool { type == .email || type == .url }
}

/// Text that is not shown while it is typed, nor ever sent back to the page.
package struct PasswordInput: Component {
    var texts: FieldTexts
    var autocomplete: String

    /// - Parameter autocomplete: `current-password`, `new-password`, or `off` for a secret that is not one's own.
    package init(_ texts: FieldTexts, autocomplete: String) {
        self.texts = texts
        self.autocomplete = autocomplete
    }

    package var body: Markup {
        LabelledField(texts) {
            div(.class("password"), .data("password", "")) {
                input(
                    .class("input"), .id(texts.id), .name(texts.name), .type(.password), .autocomplete(autocomplete),
                    .autocapitalize("none"), .spellcheck(false), texts.invalid, texts.describedBy())
                button(
                    .class("button button-quiet"), .type(.button), .hidden(), .aria(.controls, texts.id),
                    .aria(.label, "Show what is typed")
                ) { "Show" }
            }
        }.body
    }
}

/// A file from the person's own device.
package struct FileInput: Component {
    var texts: FieldTexts
    var accept: String
    var takesSeveral: Bool

    /// - Parameter accept: endings or types that are offered, such as `.csv,text/csv`.
    package init(_ texts: FieldTexts, accept: String, takesSeveral: Bool = false) {
        self.texts = texts
        self.takesSeveral = takesSeveral
        self.accept = accept
    }

    package var body: Markup {
        LabelledField(texts) {
            input(
                .class("input input-file"), .id(texts.id), .name(texts.name), .type(.file), .accept(accept),
                .custom("multiple", takesSeveral ? "" : nil),
                texts.invalid, texts.describedBy())
        }.body
    }
}
