package import HTML

/// A part of a page that follows work under way. Scripts fetch the page's own address every two seconds and show the
/// part anew until it says that the work is done; without them a link does the same by hand.
package struct LivePart: Component {
    package var id: String
    package var isRunning: Bool
    /// The page's own address.
    package var href: String
    package var content: Markup

    package init(id: String, isRunning: Bool, href: String, @MarkupBuilder content: () -> Markup) {
        self.id = id
        self.isRunning = isRunning
        self.href = href
        self.content = content()
    }

    package var body: Markup {
        section(.class("live"), .id(id), .aria(.live, "polite"), .data("live", isRunning ? href : nil)) {
            content
            if isRunning { p(.class("live-by-hand")) { Link("Show how far it is now", href) } }
        }
    }
}
