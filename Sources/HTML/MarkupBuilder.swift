/// Puts the lines of a closure one after another.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ text: String) -> Markup { Markup(text) }
    package static func buildExpression(_ markup: Markup) -> Markup { markup }
    package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }
    package static func buildExpression(_ markup: [Markup]) -> Markup { buildArray(markup) }
    package static func buildExpression(_ component: some Component) -> Markup { component.body }
    package static func buildExpression(_ component: (some Component)?) -> Markup { component?.body ?? Markup() }
    package static func buildExpression(_ trusted: UnescapedHTML) -> Markup { trusted.markup }

    package static func buildBlock() -> Markup { Markup() }
    package static func buildPartialBlock(first: Markup) -> Markup { first }
    package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }
    package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }
    package static func buildEither(first: Markup) -> Markup { first }
    package static func buildEither(second: Markup) -> Markup { second }

    package static func buildArray(_ parts: [Markup]) -> Markup {
        var output: [UInt8] = []
        output.reserveCapacity(parts.reduce(0) { $0 + $1.roughCount })
        for part in parts { part.write(to: &output) }
        return Markup(safe: output)
    }
}
