package import HTML

/// One of the school's areas.
package struct NavigationItem: Sendable, Equatable {
    package var text: String
    package var href: String
    package var icon: Icon
    package var isCurrent: Bool
    /// How many things wait there; 0 shows nothing.
    package var count: Int

    package init(_ text: String, href: String, icon: Icon, isCurrent: Bool = false, count: Int = 0) {
        self.text = text
        self.href = href
        self.icon = icon
        self.isCurrent = isCurrent
        self.count = count
    }
}

/// Beside the page on a desk; on a phone the first four stand at the bottom, and "More" opens them all.
struct SideNavigation: Component {
    var items: [NavigationItem]
    var person: SignedInPerson?

    var body: Markup {
        nav(.class("navigation"), .aria(.label, "Main")) {
            ul(.role(.list)) {
                for item in items { li { NavigationLink(item: item) } }
                li(.class("more")) {
                    button(.type(.button), .popoverTarget("more")) {
                        Icon.more
                        span { "More" }
                    }
                }
            }
        }
        nav(.class("more-sheet"), .id("more"), .popover(), .aria(.label, "All pages")) {
            if let person {
                WhoAmI(person: person)
                if let signOut = person.signOut { signOut }
            }
            ul(.role(.list)) { for item in items { li { NavigationLink(item: item) } } }
        }
    }
}

private struct NavigationLink: Component {
    var item: NavigationItem

    var body: Markup {
        a(.href(item.href), .aria(.current, item.isCurrent ? "page" : nil)) {
            item.icon
            span { item.text }
            if item.count > 0 {
                span(.class("count-badge")) {
                    "\(item.count)"
                    span(.class("visually-hidden")) { " waiting" }
                }
            }
        }
    }
}

/// The way back up. The page itself is not among them: its heading says where one is.
package struct Breadcrumbs: Component {
    package var links: [Link]

    package init(_ links: [Link]) { self.links = links }

    package var body: Markup {
        nav(.class("breadcrumbs"), .aria(.label, "Breadcrumb")) {
            ol(.role(.list)) { for link in links { li { link } } }
        }
    }
}
