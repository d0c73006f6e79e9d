package import HTML

/// Something to know before reading on: what has just been done, or what holds for the whole page.
package struct NotificationBanner: Component {
    package enum Kind: String, Sendable, CaseIterable {
        case success, info, warning
    }

    package var kind: Kind
    package var title: String
    package var text: String
    package var link: Link?

    /// - Parameter text: more than the title says; empty for none.
    package init(_ kind: Kind, _ title: String, text: String = "", link: Link? = nil) {
        self.kind = kind
        self.title = title
        self.text = text
        self.link = link
    }

    package var body: Markup {
        div(.class("banner banner-\(kind.rawValue)"), .role(kind == .info ? .group : .alert), .aria(.label, label)) {
            icon
            div {
                p(.class("banner-title")) { title }
                if !text.isEmpty { p { text } }
                if let link { p { link } }
            }
        }
    }

    private var label: String {
        switch kind {
        case .success: "Done"
        case .info: "For your information"
        case .warning: "Important"
        }
    }

    private var icon: Icon {
        switch kind {
        case .success: .tick
        case .info: .info
        case .warning: .warning
        }
    }
}
