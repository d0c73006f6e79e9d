package import HTML

/// A whole file as text: letters of one width, long lines unbroken. Scripts add line numbers and check it as it is typed.
package struct SourceArea: Component {
    var texts: FieldTexts
    var value: String
    /// Where what is typed can be checked; nil where it cannot.
    var check: String?

    package init(_ texts: FieldTexts, value: String, check: String? = nil) {
        self.texts = texts
        self.value = value
        self.check = check
    }

    package var body: Markup {
        LabelledField(texts) {
            div(.class("source"), .data("source", ""), .data("check", check)) {
                textarea(
                    .class("input source-text"), .id(texts.id), .name(texts.name), .rows(24), .custom("wrap", "off"),
                    .autocapitalize("none"), .spellcheck(false), texts.invalid, texts.describedBy()
                ) {
                    // A parser drops one line break after the tag, which may be the text's own.
                    if value.utf8.first.map({ $0 == 10 || $0 == 13 }) ?? false { "\n" }
                    value
                }
            }
        }.body
    }
}
