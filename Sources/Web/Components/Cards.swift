package import HTML

/// Places to go, each a card with a line about it.
package struct CardList: Component {
    package struct Card: Sendable {
        package var link: Link
        package var text: String
        package var tag: Tag?

        package init(_ title: String, href: String, text: String = "", tag: Tag? = nil) {
            link = Link(title, href)
            self.text = text
            self.tag = tag
        }
    }

    package var cards: [Card]

    package init(_ cards: [Card]) { self.cards = cards }

    package var body: Markup {
        ul(.class("cards"), .role(.list)) {
            for card in cards {
                li(.class("card")) {
                    p(.class("card-title")) { card.link }
                    if !card.text.isEmpty { p { card.text } }
                    if let tag = card.tag { p { tag } }
                }
            }
        }
    }
}

/// A few numbers that matter, side by side.
package struct Figures: Component {
    package struct Figure: Sendable, Equatable {
        package var value: String
        package var label: String
        package var href: String?

        package init(_ value: String, _ label: String, href: String? = nil) {
            self.value = value
            self.label = label
            self.href = href
        }
    }

    package var figures: [Figure]

    package init(_ figures: [Figure]) { self.figures = figures }

    package var body: Markup {
        dl(.class("figures")) {
            for figure in figures {
                div {
                    dt { figure.label }
                    dd { if let href = figure.href { a(.href(href)) { figure.value } } else { figure.value } }
                }
            }
        }
    }
}

/// A part of the page on a surface of its own.
package struct Panel: Component {
    package var title: String
    package var content: Markup

    package init(_ title: String = "", @MarkupBuilder content: () -> Markup) {
        self.title = title
        self.content = content()
    }

    package var body: Markup {
        section(.class("panel")) {
            if !title.isEmpty { h2 { title } }
            content
        }
    }
}
