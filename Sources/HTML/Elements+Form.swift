// Forms and their controls. Where a property hides a name, write the module before it: `HTML.label(…)`.

package func form(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("form", attributes, content)
}

package func fieldset(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("fieldset", attributes, content)
}

package func legend(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("legend", attributes, content)
}

package func label(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("label", attributes, content)
}

package func button(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("button", attributes, content)
}

package func select(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("select", attributes, content)
}

package func option(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("option", attributes, content)
}

package func optgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("optgroup", attributes, content)
}

package func textarea(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("textarea", attributes, content)
}

package func output(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("output", attributes, content)
}

package func progress(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup = empty) -> Markup {
    element("progress", attributes, content)
}

package func input(_ attributes: Attribute...) -> Markup { voidElement("input", attributes) }
