import Office

/// A post as WordPress's block editor would have written it, so that a person can go on editing it there.
enum WordPressContent {
    static func html(_ words: String, _ pictures: [(media: WordPressMedia, altText: String)]) -> String {
        let paragraphs = words.replacing("\r\n", with: "\n").split(separator: #/\n\s*\n/#).map { paragraph in
            let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { linked(String($0)) }
            return "<!-- wp:paragraph -->\n<p>\(lines.joined(separator: "<br>"))</p>\n<!-- /wp:paragraph -->"
        }
        let figures = pictures.map { picture in
            """
            <!-- wp:image {"id":\(picture.media.id),"sizeSlug":"full","linkDestination":"none"} -->
            <figure class="wp-block-image size-full"><img src="\(escaped(picture.media.source_url))" alt="\(
                escaped(picture.altText))" class="wp-image-\(picture.media.id)"/></figure>
            <!-- /wp:image -->
            """
        }
        return (paragraphs + figures).joined(separator: "\n\n")
    }

    /// The post's own heading, or its first words: words, which WordPress would take for markup.
    static func title(_ parcel: Parcel) -> String {
        if !parcel.title.isEmpty { return parcel.title }
        let line = parcel.words.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.count > 60 else { return line.isEmpty ? "News" : line }
        let cut = line.prefix(60)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
    }

    private static func linked(_ line: String) -> String {
        var html = ""
        var rest = line[...]
        for match in line.matches(of: #/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/#) {
            html += escaped(String(rest[..<match.range.lowerBound]))
            let link = escaped(String(match.output))
            html += "<a href=\"\(link)\">\(link)</a>"
            rest = line[match.range.upperBound...]
        }
        return html + escaped(String(rest))
    }

    /// WordPress would also read `[gallery]` and the like as its own: brackets are written as numbers.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "[": escaped += "&#91;"
            case "]": escaped += "&#93;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
