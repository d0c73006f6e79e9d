package import HTML

/// "There is a problem", at the top of the page, with a link to each field at fault. Nothing when all is well.
package struct ErrorSummary: Component {
    package struct Item: Sendable, Equatable {
        package var message: String
        /// The posted name of the control that the message leads to; nil when it concerns the whole form.
        package var field: String?

        package init(_ message: String, field: String? = nil) {
            self.message = message
            self.field = field
        }
    }

    package var items: [Item]

    package init(_ items: [Item]) { self.items = items }

    package var body: Markup {
        if !items.isEmpty {
            div(
                .class("error-summary"), .role(.alert), .tabindex(-1), .data("focus", ""),
                .aria(.labelledBy, "error-summary-title")
            ) {
                h2(.id("error-summary-title")) { "There is a problem" }
                ul { for item in items { li { line(item) } } }
            }
        }
    }

    @MarkupBuilder private func line(_ item: Item) -> Markup {
        if let field = item.field {
            a(.href("#\(FieldTexts.id(field))")) { item.message }
        } else {
            item.message
        }
    }
}
