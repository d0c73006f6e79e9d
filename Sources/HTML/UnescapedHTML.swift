/// The one door for markup that is not escaped. It takes literals of the source only, so nothing that a person
/// typed can pass through it.
package struct UnescapedHTML: Sendable {
    let markup: Markup

    package init(trusted literal: StaticString) {
        var bytes: [UInt8] = []
        bytes.append(literal)
        markup = Markup(safe: bytes)
    }
}
