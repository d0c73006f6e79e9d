package import HTML

/// Several lines of text, with a count of what is left.
package struct TextArea: Component {
    var texts: FieldTexts
    var value: String
    var max: Int

    /// Nobody counts the characters of a whole list.
    private var isCounted: Bool { max <= 10_000 }

    package init(_ texts: FieldTexts, value: String, max: Int) {
        self.texts = texts
        self.value = value
        self.max = max
    }

    package var body: Markup {
        LabelledField(texts) {
            textarea(
                .class("input"), .id(texts.id), .name(texts.name), .rows(max > 300 ? 6 : 3),
                .data("count", isCounted ? "\(max)" : nil),
                texts.invalid, isCounted ? texts.describedBy(texts.countID) : texts.describedBy()
            ) {
                // A parser drops one line break after the tag, which may be the text's own.
                if value.utf8.first.map({ $0 == 10 || $0 == 13 }) ?? false { "\n" }
                value
            }
            if isCounted { p(.class("count"), .id(texts.countID)) { "You can enter up to \(max.grouped) characters." } }
        }.body
    }
}
