package import HTML

/// The school's name on the page's head, and where its pages begin.
package struct SchoolPlate: Sendable, Equatable {
    package var name: String
    /// The path of the school's first page, such as `/oakdene`.
    package var basePath: String

    package init(name: String, basePath: String) {
        self.name = name
        self.basePath = basePath
    }
}

/// The person who is signed in.
package struct SignedInPerson: Sendable, Equatable {
    package var name: String
    /// In words, such as "Headteacher".
    package var roles: [String]
    /// The person's own page; nil for none.
    package var href: String?
    /// Where the form of the sign-out button is posted, and the token it carries; nil leaves the button out.
    package var signOut: SignOut?

    package init(name: String, roles: [String], href: String? = nil, signOut: SignOut? = nil) {
        self.name = name
        self.roles = roles
        self.href = href
        self.signOut = signOut
    }
}

package struct SignOut: Component, Equatable {
    package var action: String
    package var hidden: [HiddenField]

    package init(action: String, hidden: [HiddenField]) {
        self.action = action
        self.hidden = hidden
    }

    package var body: Markup {
        HTML.form(.class("sign-out"), .action(action), .method(.post)) {
            for field in hidden { field }
            button(.class("link-button"), .type(.submit)) { "Sign out" }
        }
    }
}

/// Says on every page that nothing here is real.
package struct DemoBanner: Component, Equatable {
    package var text: String
    /// Where one becomes somebody else.
    package var switchPerson: Link?

    package init(_ text: String, switchPerson: Link? = nil) {
        self.text = text
        self.switchPerson = switchPerson
    }

    package var body: Markup {
        div(.class("demo"), .role(.region), .aria(.label, "Demonstration")) {
            p {
                strong { "Demonstration. " }
                "\(text) "
                if let switchPerson { switchPerson }
            }
        }
    }
}

/// The size and root of the school's ledger, for those who compare them.
package struct LedgerLine: Sendable, Equatable {
    package var size: Int
    /// In the form in which it is to be compared; shown in full.
    package var root: String
    package var href: String

    package init(size: Int, root: String, href: String) {
        self.size = size
        self.root = root
        self.href = href
    }
}
