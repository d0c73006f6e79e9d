package import HTML

/// Rows and columns that become cards on a phone, each value with its column's name before it.
package struct DataTable: Component {
    package struct Column: Sendable {
        package enum Order: String, Sendable { case ascending, descending }

        package var title: String
        /// Where a click on the heading leads; nil when the column cannot be sorted by.
        package var sortHref: String?
        /// How the rows are sorted by this column now.
        package var order: Order?
        /// Figures stand at the right, in digits of one width.
        package var isNumber: Bool

        package init(_ title: String, sortHref: String? = nil, order: Order? = nil, isNumber: Bool = false) {
            self.title = title
            self.sortHref = sortHref
            self.order = order
            self.isNumber = isNumber
        }
    }

    package struct Row: Sendable {
        /// One for each column; the first names the row.
        package var cells: [Markup]
        /// Marks a row that is wrong, as in an import's preview.
        package var isWrong: Bool

        package init(_ cells: [Markup], isWrong: Bool = false) {
            self.cells = cells
            self.isWrong = isWrong
        }
    }

    package var caption: String
    package var columns: [Column]
    package var rows: [Row]
    /// What stands in place of rows when there are none.
    package var whenEmpty: String
    package var showsCaption: Bool
    /// The first column holds sentences, which are not set as headings.
    package var isProse = false

    package init(
        caption: String, columns: [Column], rows: [Row], whenEmpty: String, showsCaption: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.whenEmpty = whenEmpty
        self.showsCaption = showsCaption
    }

    package var body: Markup {
        if rows.isEmpty {
            EmptyState(whenEmpty)
        } else {
            // The roles are spelled out because a table laid out as cards would otherwise lose them.
            div(.class("table-frame")) {
                table(.class(isProse ? "table table-prose" : "table"), .role(.table)) {
                    HTML.caption(.class(showsCaption ? nil : "visually-hidden")) { caption }
                    thead(.role(.rowgroup), .class(columns.contains { $0.sortHref != nil } ? "sortable" : nil)) {
                        tr(.role(.row)) { for column in columns { heading(column) } }
                    }
                    tbody(.role(.rowgroup)) { for row in rows { line(row) } }
                }
            }
        }
    }

    private func heading(_ column: Column) -> Markup {
        th(
            .class(classes(column)), .scope(.column), .role(.columnheader),
            .aria(.sort, column.order?.rawValue)
        ) {
            if let href = column.sortHref {
                a(.href(href)) {
                    column.title
                    if let order = column.order {
                        span(.class("sort-mark"), .aria(.hidden, "true")) { order == .ascending ? " ▲" : " ▼" }
                    }
                }
            } else {
                column.title
            }
        }
    }

    private func classes(_ column: Column) -> String? {
        let names = (column.isNumber ? ["number"] : []) + (column.sortHref == nil ? ["unsorted"] : [])
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    private func line(_ row: Row) -> Markup {
        tr(.role(.row), .class(row.isWrong ? "row-wrong" : nil)) {
            for index in row.cells.indices where index < columns.count {
                if index == 0 {
                    th(.scope(.row), .role(.rowheader), .class(columns[0].isNumber ? "number" : nil)) { row.cells[0] }
                } else {
                    td(
                        .role(.cell), .class(columns[index].isNumber ? "number" : nil),
                        .data("label", columns[index].title)
                    ) {
                        div { row.cells[index] }
                    }
                }
            }
        }
    }
}

/// What stands where a list would be when there is nothing to list: says so, and what to do about it.
package struct EmptyState: Component {
    package var text: String
    package var action: ButtonLink?

    package init(_ text: String, action: ButtonLink? = nil) {
        self.text = text
        self.action = action
    }

    package var body: Markup {
        div(.class("empty")) {
            Logo.board
            p { text }
            if let action { action }
        }
    }
}
