package import HTML

/// What has happened to a record, newest or oldest first as it is given.
package struct Timeline: Component {
    package struct Entry: Component {
        package var title: String
        /// Who did it, in words: "Amina Yusuf, teacher".
        package var by: String
        /// When, in words and in ISO 8601.
        package var when: String
        package var instant: String
        package var detail: Markup
        /// To the proof of this one entry, say.
        package var link: Link?

        package init(
            _ title: String, by: String, when: String, instant: String, link: Link? = nil,
            @MarkupBuilder detail: () -> Markup = empty
        ) {
            self.title = title
            self.by = by
            self.when = when
            self.instant = instant
            self.link = link
            self.detail = detail()
        }

        package var body: Markup {
            li {
                h3 { title }
                p(.class("timeline-by")) {
                    if !by.isEmpty { bdi { by } }
                    if !by.isEmpty { " · " }
                    time(.datetime(instant)) { when }
                }
                if !detail.isEmpty { div(.class("timeline-detail")) { detail } }
                if let link { p { link } }
            }
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    package var body: Markup { ol(.class("timeline"), .role(.list)) { for entry in entries { entry } } }
}
