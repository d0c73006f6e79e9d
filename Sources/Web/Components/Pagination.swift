package import HTML

/// Links to the other pages of a long list. Nothing when there is one page.
package struct Pagination: Component {
    /// Counted from 1.
    package var page: Int
    package var pages: Int
    package var href: @Sendable (Int) -> String

    package init(page: Int, pages: Int, href: @escaping @Sendable (Int) -> String) {
        self.page = page
        self.pages = pages
        self.href = href
    }

    package var body: Markup {
        if pages > 1 {
            nav(.class("pagination"), .aria(.label, "Pages of this list")) {
                if page > 1 { a(.class("page-step"), .href(href(page - 1)), .rel("prev")) { "Previous" } }
                ul(.role(.list)) { for number in shown { item(number) } }
                if page < pages { a(.class("page-step"), .href(href(page + 1)), .rel("next")) { "Next" } }
            }
        }
    }

    /// The first, the last and those around the present one; nil where some are left out.
    var shown: [Int?] {
        let near = (1...Swift.max(pages, 1)).filter { $0 == 1 || $0 == pages || abs($0 - page) <= 1 }
        var result: [Int?] = []
        for number in near {
            if let last = result.last ?? nil, number - last > 1 { result.append(nil) }
            result.append(number)
        }
        return result
    }

    private func item(_ number: Int?) -> Markup {
        li {
            if let number {
                a(
                    .href(href(number)), .aria(.label, "Page \(number) of \(pages)"),
                    .aria(.current, number == page ? "page" : nil)
                ) { "\(number)" }
            } else {
                "…"
            }
        }
    }
}
