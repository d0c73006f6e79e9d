import HTML
import Policy

/// The documents, laws, agencies and services that the policy leans on, by kind.
enum PolicyLinks {
    @MarkupBuilder static func section(_ pack: Pack) -> Markup {
        h2(.id("links")) { "What it leans on" }
        if pack.links.isEmpty { EmptyState("The policy names no other document, law, agency or service.") }
        for kind in PolicyLink.Kind.allCases {
            let links = pack.links.filter { $0.kind == kind }
            if !links.isEmpty {
                details(.class("clause-section")) {
                    summary { "\(kind.label) (\(links.count))" }
                    ul(.class("leans-on"), .role(.list)) { for link in links { li { show(link) } } }
                }
            }
        }
    }

    @MarkupBuilder private static func show(_ link: PolicyLink) -> Markup {
        p {
            name(link)
            if let purpose = link.purpose { ", for \(purpose)" }
        }
        p(.class("hint")) {
            if let replacement = link.replacement {
                "Since \(replacement.since.text) \(replacement.name) stands in its place. "
            }
            if let phone = link.phone { "Telephone \(phone). " }
            link.clauses.count == 1 ? "Clause " : "Clauses "
            PolicyPage.citing(link.clauses)
        }
    }

    @MarkupBuilder private static func name(_ link: PolicyLink) -> Markup {
        if let address = link.address {
            Link(link.name, link.isOnWeb ? address : "mailto:\(address)")
        } else {
            strong { link.name }
        }
    }
}
