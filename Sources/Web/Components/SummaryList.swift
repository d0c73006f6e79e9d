package import HTML

/// What a record says, line by line.
package struct SummaryList: Component {
    package var title: String
    package var rows: [SummaryRow]

    package init(_ rows: [SummaryRow], title: String = "") {
        self.rows = rows
        self.title = title
    }

    package var body: Markup {
        div(.class("summary-card")) {
            if !title.isEmpty { h2 { title } }
            dl(.class("summary")) { for row in rows { row } }
        }
    }
}

package struct SummaryRow: Component {
    package var key: String
    package var value: Markup
    /// What can be done about the line; its words must make sense without the key, such as "Change the name".
    package var action: Link?

    /// - Parameter value: shown as it is; line breaks are kept. Empty text is shown as a dash.
    package init(_ key: String, _ value: String, action: Link? = nil) {
        self.init(key, action: action) {
            if value.isEmpty {
                span(.class("optional")) { "–" }
            } else {
                value
            }
        }
    }

    package init(_ key: String, action: Link? = nil, @MarkupBuilder value: () -> Markup) {
        self.key = key
        self.value = value()
        self.action = action
    }

    package var body: Markup {
        div {
            dt { key }
            dd { value }
            if let action { dd(.class("summary-action")) { action } }
        }
    }
}
