import HTML

/// The board at the top of every page.
struct SiteHeader: Component {
    var school: SchoolPlate?
    var person: SignedInPerson?

    var body: Markup {
        header(.class("site-header")) {
            div(.class("site-header-inner")) {
                a(.class("plate"), .href(school?.basePath ?? "/")) {
                    Logo.mark
                    span(.class("plate-text")) {
                        span(.class("plate-school")) { school?.name ?? "Hornbook" }
                        if school != nil { span(.class("plate-product")) { "Hornbook" } }
                    }
                }
                if let person {
                    div(.class("whoami")) {
                        WhoAmI(person: person)
                        if let signOut = person.signOut { signOut }
                    }
                }
            }
        }
    }
}

/// Name and roles, as a link where the person has a page.
struct WhoAmI: Component {
    var person: SignedInPerson

    var body: Markup {
        p {
            strong { if let href = person.href { a(.href(href)) { person.name } } else { person.name } }
            if !person.roles.isEmpty { span(.class("roles")) { person.roles.joined(separator: ", ") } }
        }
    }
}
