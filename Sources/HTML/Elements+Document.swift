// The document's frame and its head. Where a property hides a name, write the module before it: `HTML.label(…)`.

package func head(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("head", attributes, content)
}

package func body(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("body", attributes, content)
}

package func title(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("title", attributes, content)
}

package func script(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("script", attributes, content)
}

package func header(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("header", attributes, content)
}

package func footer(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("footer", attributes, content)
}

package func main(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("main", attributes, content)
}

package func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("nav", attributes, content)
}

package func section(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("section", attributes, content)
}

package func article(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("article", attributes, content)
}

package func aside(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("aside", attributes, content)
}

package func meta(_ attributes: Attribute...) -> Markup { voidElement("meta", attributes) }

package func link(_ attributes: Attribute...) -> Markup { voidElement("link", attributes) }
