import HTML

/// What stands under every page: the ledger's size and root where it is known, and a few links.
struct SiteFooter: Component {
    var ledger: LedgerLine?
    var links: [Link]

    var body: Markup {
        footer(.class("site-footer")) {
            div(.class("site-footer-inner")) {
                if let ledger {
                    p(.class("ledger-line")) {
                        a(.href(ledger.href)) { "Ledger" }
                        " of \(ledger.size.grouped) \(ledger.size == 1 ? "entry" : "entries"), root "
                        Hash(ledger.root)
                    }
                }
                if !links.isEmpty { ul(.role(.list)) { for link in links { li { link } } } }
                p(.class("colophon")) { "Hornbook runs a school’s social media policy." }
            }
        }
    }
}
