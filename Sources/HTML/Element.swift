/// An element with what stands in it. The functions named after elements are the ordinary way to it.
package func element(
    _ tag: StaticString, _ attributes: [Attribute] = [], @MarkupBuilder _ content: () -> Markup
) -> Markup {
    let content = content()
    var output: [UInt8] = []
    output.reserveCapacity(content.roughCount + 2 * tag.utf8CodeUnitCount + 48 * attributes.count + 8)
    output.appendOpening(tag, attributes)
    content.write(to: &output)
    output.append("</")
    output.append(tag)
    output.append(UInt8(ascii: ">"))
    return Markup(safe: output)
}

/// An element that has no content and no end tag.
package func voidElement(_ tag: StaticString, _ attributes: [Attribute]) -> Markup {
    var output: [UInt8] = []
    output.reserveCapacity(tag.utf8CodeUnitCount + 48 * attributes.count + 8)
    output.appendOpening(tag, attributes)
    return Markup(safe: output)
}

/// A whole page: the document type and the `html` element.
package func document(lang: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
    var output: [UInt8] = []
    let html = element("html", [.lang(lang)], content)
    output.reserveCapacity(html.roughCount + 16)
    output.append("<!DOCTYPE html>")
    html.write(to: &output)
    return Markup(safe: output)
}

extension [UInt8] {
    fileprivate mutating func appendOpening(_ tag: StaticString, _ attributes: [Attribute]) {
        append(UInt8(ascii: "<"))
        append(tag)
        for attribute in attributes { attribute.write(to: &self) }
        append(UInt8(ascii: ">"))
    }
}

/// The content of an element that has none.
package func empty() -> Markup { Markup() }
