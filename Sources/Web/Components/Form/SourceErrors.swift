package import HTML
package import Policy

/// Everything that is wrong with a text, each with its place; scripts lead from each to the place itself.
package struct SourceErrors: Component {
    package var errors: [PackError]
    package var lines: [Substring]
    /// The control that holds the text.
    package var field: String

    package static let most = 100

    package init(_ errors: [PackError], in text: String, field: String) {
        self.errors = errors
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.field = field
    }

    package var body: Markup {
        ol(.class("source-errors"), .role(.list)) {
            for error in errors.prefix(Self.most) { line(error) }
        }
        if errors.count > Self.most { p { "And \(errors.count - Self.most) more. Mend these first." } }
    }

    private func line(_ error: PackError) -> Markup {
        li {
            a(
                .href("#\(FieldTexts.id(field))"), .data("line", "\(error.line)"), .data("column", "\(error.column)")
            ) { "Line \(error.line), column \(error.column)" }
            p { error.advice }
            if lines.indices.contains(error.line - 1) {
                let text = lines[error.line - 1].prefix(160)
                if text.contains(where: { !$0.isWhitespace }) { pre { String(text) } }
            }
        }
    }
}
