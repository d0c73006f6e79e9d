package import HTML

/// A link with its words.
package struct Link: Component, Equatable {
    package var text: String
    package var href: String

    package init(_ text: String, _ href: String) {
        self.text = text
        self.href = href
    }

    package var body: Markup { a(.href(href)) { text } }
}

/// A link that looks like a button, for the one thing most people come to a page for.
package struct ButtonLink: Component, Equatable {
    package var link: Link
    package var isQuiet: Bool

    package init(_ text: String, _ href: String, quiet: Bool = false) {
        link = Link(text, href)
        isQuiet = quiet
    }

    package var body: Markup {
        a(.class(isQuiet ? "button button-quiet" : "button"), .href(link.href)) { link.text }
    }
}

/// The page's own heading, what stands above it, and a line or two under it.
package struct PageHeading: Component {
    package var title: String
    /// A word or two above the title, such as the kind of record; empty for none.
    package var over: String
    package var lead: String
    package var tag: Tag?
    package var actions: [ButtonLink]

    package init(_ title: String, over: String = "", lead: String = "", tag: Tag? = nil, actions: [ButtonLink] = []) {
        self.title = title
        self.over = over
        self.lead = lead
        self.tag = tag
        self.actions = actions
    }

    package var body: Markup {
        div(.class("page-heading")) {
            div {
                if !over.isEmpty { p(.class("over")) { over } }
                h1 { title }
                if let tag { p(.class("heading-tag")) { tag } }
                if !lead.isEmpty { p(.class("lead")) { lead } }
            }
            if !actions.isEmpty {
                div(.class("buttons")) { for (index, action) in actions.enumerated() { show(action, index) } }
            }
        }
    }

    /// Beside more than three buttons none stands out: then what comes after the first is a plain link.
    @MarkupBuilder private func show(_ action: ButtonLink, _ index: Int) -> Markup {
        if actions.count > 3, index > 0 || action.isQuiet { action.link } else { action }
    }
}

/// What cannot be undone, said before the button that does it.
package struct WarningText: Component {
    package var text: String

    package init(_ text: String) { self.text = text }

    package var body: Markup {
        div(.class("warning")) {
            Icon.warning
            p {
                span(.class("visually-hidden")) { "Warning: " }
                text
            }
        }
    }
}

/// Letters that only a machine reads, such as a hash: even widths, broken anywhere.
package struct Hash: Component {
    package var text: String

    package init(_ text: String) { self.text = text }

    package var body: Markup { code(.class("hash")) { text } }
}
