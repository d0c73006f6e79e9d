// Lists and tables. Where a property hides a name, write the module before it: `HTML.label(…)`.

package func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("ul", attributes, content)
}

package func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("ol", attributes, content)
}

package func li(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("li", attributes, content)
}

package func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("dl", attributes, content)
}

package func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("dt", attributes, content)
}

package func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("dd", attributes, content)
}

package func table(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("table", attributes, content)
}

package func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("caption", attributes, content)
}

package func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("thead", attributes, content)
}

package func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("tbody", attributes, content)
}

package func tfoot(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("tfoot", attributes, content)
}

package func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("tr", attributes, content)
}

package func th(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("th", attributes, content)
}

package func td(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("td", attributes, content)
}
