// Headings, blocks and running text. Where a property hides a name, write the module before it: `HTML.label(…)`.

package func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("h1", attributes, content)
}

package func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("h2", attributes, content)
}

package func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("h3", attributes, content)
}

package func h4(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("h4", attributes, content)
}

package func p(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("p", attributes, content)
}

package func div(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("div", attributes, content)
}

package func span(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("span", attributes, content)
}

package func a(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("a", attributes, content)
}

package func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("strong", attributes, content)
}

package func em(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("em", attributes, content)
}

package func small(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("small", attributes, content)
}

package func code(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("code", attributes, content)
}

package func pre(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("pre", attributes, content)
}

package func abbr(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("abbr", attributes, content)
}

package func bdi(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("bdi", attributes, content)
}

package func blockquote(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("blockquote", attributes, content)
}

package func cite(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("cite", attributes, content)
}

package func mark(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("mark", attributes, content)
}

package func time(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("time", attributes, content)
}

package func details(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("details", attributes, content)
}

package func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("summary", attributes, content)
}

package func figure(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("figure", attributes, content)
}

package func figcaption(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("figcaption", attributes, content)
}

package func br(_ attributes: Attribute...) -> Markup { voidElement("br", attributes) }

package func hr(_ attributes: Attribute...) -> Markup { voidElement("hr", attributes) }

package func img(_ attributes: Attribute...) -> Markup { voidElement("img", attributes) }
