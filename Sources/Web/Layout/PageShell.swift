package import HTML

/// A whole page: everything around its main content. A flat model; whatever is unknown is left empty.
package struct PageShell: Component {
    package var title: String
    /// Puts `Error: ` before the title, so that the tab and a screen reader say it first.
    package var hasProblems = false
    /// The school whose page it is; nil on pages of the whole installation.
    package var school: SchoolPlate?
    /// Who is signed in; nil for the public.
    package var person: SignedInPerson?
    package var navigation: [NavigationItem] = []
    package var breadcrumbs: [Link] = []
    package var notices: [NotificationBanner] = []
    /// Said on every page of a demonstration; nil otherwise.
    package var demo: DemoBanner?
    package var ledger: LedgerLine?
    package var footerLinks: [Link] = []
    /// Where hornbook.css, hornbook.js and favicon.svg are served from, without a slash at the end.
    package var assets = "/assets"
    /// Scripts of ours that this page improves with, by name.
    package var scripts: [String] = []
    package var main: Markup

    package init(title: String, @MarkupBuilder main: () -> Markup) {
        self.title = title
        self.main = main()
    }

    /// UTF-8, ready to send.
    package var bytes: [UInt8] { body.bytes }

    package var body: Markup {
        document(lang: "en-GB") {
            PageHead(title: fullTitle, assets: assets, scripts: scripts)
            element("body", [.class(navigation.isEmpty ? "bare" : "framed")]) {
                a(.class("skip"), .href("#main")) { "Skip to main content" }
                if let demo { demo }
                SiteHeader(school: school, person: person)
                div(.class("frame")) {
                    if !navigation.isEmpty { SideNavigation(items: navigation, person: person) }
                    HTML.main(.id("main"), .tabindex(-1)) {
                        if !breadcrumbs.isEmpty { Breadcrumbs(breadcrumbs) }
                        for notice in notices { notice }
                        main
                    }
                }
                SiteFooter(ledger: ledger, links: footerLinks)
            }
        }
    }

    var fullTitle: String {
        let parts = [title, school?.name ?? "", "Hornbook"].filter { !$0.isEmpty }
        return (hasProblems ? "Error: " : "") + parts.joined(separator: " – ")
    }
}

/// What browsers want to know before the page.
private struct PageHead: Component {
    var title: String
    var assets: String
    var scripts: [String]

    var body: Markup {
        head {
            meta(.charset("utf-8"))
            HTML.title { title }
            meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), .content("light dark"))
            meta(.name("theme-color"), .content("#2b2118"), .media("(prefers-color-scheme: light)"))
            meta(.name("theme-color"), .content("#15110d"), .media("(prefers-color-scheme: dark)"))
            link(.rel("icon"), .href("\(assets)/favicon.svg"), .custom("type", "image/svg+xml"))
            link(.rel("stylesheet"), .href("\(assets)/hornbook.css"))
            script(.src("\(assets)/hornbook.js"), .defer())
            for name in scripts { script(.src("\(assets)/\(name)"), .defer()) }
        }
    }
}
