package import HTML

/// Several lines of text, with a count of what is left.
package struct TextArea: Component {
    var texts: FieldTexts
    var value: String
    var max: Int

    package init(_ texts: FieldTexts, value: String, max: Int) {
        self.texts = texts
        self.value = value
        self.max = max
    }

    package var body: Markup {
        LabelledField(texts) {
            textarea(
                .class("input"), .id(texts.id), .name(texts.name), .rows(max > 300 ? 6 : 3), .data("count", "\(max)"),
                texts.invalid, texts.describedBy(texts.countID)
            ) {
                // A parser drops one line break after the tag, which may be the text's own.
                if value.utf8.first.map({ $0 == 10 || $0 == 13 }) ?? false { "\n" }
                value
            }
            p(.class("count"), .id(texts.countID)) { "You can enter up to \(max.grouped) characters." }
        }.body
    }
}
