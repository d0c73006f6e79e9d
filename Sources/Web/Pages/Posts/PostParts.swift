import HTML
import Office
import Policy
import Records

/// Words with what the checks found in them marked. Bytes count from the beginning of the text.
struct MarkedWords: Component {
    var words: String
    var remarks: [PostRemark]

    var body: Markup {
        div(.class("post-words")) { for part in parts { part } }
    }

    struct Part: Component {
        enum Link { case whole, shortened }

        var text: String
        var remark: PostRemark?
        /// nil for what is no link.
        var link: Link?

        var body: Markup {
            if let remark {
                mark(.class("remark remark-\(remark.severity.rawValue)"), .title(remark.says)) { shown }
            } else {
                shown
            }
        }

        @MarkupBuilder private var shown: Markup {
            switch link {
            case .shortened:
                let scheme = text.prefix { $0 != "/" }.count + 2
                span(.class("drawn-link drawn-link-short"), .title(text)) {
                    span(.class("drawn-scheme")) { String(text.prefix(scheme)) }
                    String(text.dropFirst(scheme))
                }
            case .whole: span(.class("drawn-link")) { text }
            case nil: text
            }
        }
    }

    struct Span {
        /// Bytes of the text.
        var range: Range<Int>
        var remark: PostRemark
    }

    /// Marks that overlap are told once, by the gravest of them, then by the first: the list below tells every one.
    static func spans(_ remarks: [PostRemark], in words: String) -> [Span] {
        var spans: [Span] = []
        var taken = Array(repeating: false, count: words.utf8.count)
        let found = remarks.compactMap { remark in
            remark.start.flatMap { start in remark.end.map { (start, $0, remark) } }
        }
        for (start, end, remark) in found.sorted(by: { comesFirst($0, $1) })
        where start < end && end <= taken.count && !taken[start..<end].contains(true) {
            spans.append(Span(range: start..<end, remark: remark))
            for place in start..<end { taken[place] = true }
        }
        return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func comesFirst(_ one: (Int, Int, PostRemark), _ other: (Int, Int, PostRemark)) -> Bool {
        if one.2.severity != other.2.severity { return one.2.severity > other.2.severity }
        return (one.0, other.1) < (other.0, one.1)
    }

    private var parts: [Part] {
        let bytes = Array(words.utf8)
        var parts: [Part] = []
        var place = 0
        for span in Self.spans(remarks, in: words) {
            if place < span.range.lowerBound {
                parts.append(Part(text: String(decoding: bytes[place..<span.range.lowerBound], as: UTF8.self)))
            }
            parts.append(Part(text: String(decoding: bytes[span.range], as: UTF8.self), remark: span.remark))
            place = span.range.upperBound
        }
        if place < bytes.count { parts.append(Part(text: String(decoding: bytes[place...], as: UTF8.self))) }
        return parts
    }
}

/// What the checks found, each with what mends it and where the policy asks for it.
struct RemarkList: Component {
    var remarks: [PostRemark]
    var pack: Pack
    var policyPage: String
    /// What was said to each, by its key.
    var confirmations: [String: RemarkConfirmation] = [:]

    var body: Markup {
        if remarks.isEmpty {
            p { "The checks find nothing." }
        } else {
            ul(.class("remarks"), .role(.list)) {
                for remark in remarks.sorted(by: { $0.severity > $1.severity }) { li { item(remark) } }
            }
        }
    }

    @MarkupBuilder private func item(_ remark: PostRemark) -> Markup {
        p {
            Tag(remark.severity.asTag, remark.severity.tone)
            " "
            strong { remark.kind.label }
        }
        p { "\(remark.says) \(remark.mend)" }
        if let confirmation = confirmations[remark.key] {
            p(.class("hint")) { "Why it may stand: \(confirmation.why)" }
        }
        if !remark.clauses.isEmpty {
            p(.class("hint")) {
                "The policy: "
                for (index, clause) in places(remark.clauses).enumerated() {
                    if index > 0 { ", " }
                    Link(clause.place, "\(policyPage)#\(clause.id)")
                }
            }
        }
    }

    /// Several rules may be read out of one sentence: it is named once.
    private func places(_ ids: [String]) -> [(id: String, place: String)] {
        ids.reduce(into: []) { found, id in
            let place = pack.clauses.first { $0.id == id }?.place ?? id
            if !found.contains(where: { $0.place == place }) { found.append((id, place)) }
        }
    }
}

extension Severity {
    var asTag: String {
        switch self {
        case .off: "Not looked for"
        case .advice: "Advice"
        case .warning: "Say why"
        case .leader: "For a senior leader"
        case .stop: "Must be mended"
        }
    }

    var tone: Tag.Tone {
        switch self {
        case .off: .quiet
        case .advice: .info
        case .warning, .leader: .waiting
        case .stop: .bad
        }
    }
}

/// What is published, account by account; while no account is chosen, the words alone.
struct PostPreview: Component {
    var content: PostContent
    var remarks: [PostRemark]
    var school: String
    var desk: Desk
    var platforms: PlatformCatalogue
    var link: (@Sendable (PictureID) -> String)?

    var body: Markup {
        if content.accounts.isEmpty {
            section(.class("post-preview")) {
                MarkedWords(
                    words: content.texts.first?.words ?? "",
                    remarks: remarks.filter { $0.place == .words(account: nil) })
            }
        } else {
            PlatformPreviews(
                content: content, remarks: remarks, school: school, desk: desk, platforms: platforms, link: link)
        }
    }
}

/// The pictures of a post by their descriptions; for those who see pictures, with who is in them.
struct PostPictures: Component {
    var content: PostContent
    var cards: [PictureID: PictureCard]
    var pupils: [PupilID: PupilCard]
    /// Where each is; nil for somebody who may see neither pictures nor pupils.
    var link: (@Sendable (PictureID) -> String)?

    var body: Markup {
        if !content.pictures.isEmpty {
            ul(.class("post-pictures"), .role(.list)) {
                for id in content.pictures { li { picture(id) } }
            }
        }
    }

    @MarkupBuilder private func picture(_ id: PictureID) -> Markup {
        if let card = cards[id] {
            let title = card.altText.isEmpty ? "A picture without a description" : card.altText
            if let link {
                p { Link(title, link(id)) }
                who(card)
            } else {
                p { "Picture: \(title)" }
            }
        } else {
            p { "A picture that is not kept any more." }
        }
    }

    @MarkupBuilder private func who(_ card: PictureCard) -> Markup {
        p(.class("hint")) { Self.who(card, pupils) }
        if card.untaggedFaces > 0 {
            p(.class("hint")) { "Faces that nobody is tagged on: \(card.untaggedFaces)." }
        }
    }

    /// Who is in a picture, as far as the reader knows the names.
    static func who(_ card: PictureCard, _ pupils: [PupilID: PupilCard]) -> String {
        card.pupils.isEmpty
            ? card.isNobodyIdentifiable ? "Nobody in it can be identified." : "Nobody is tagged in it."
            : "In it: \(card.pupils.map { pupils[$0]?.name ?? "a child" }.joined(separator: ", "))."
    }
}

extension Visit {
    /// Where a picture is, for those who see pictures.
    var pictureLink: (@Sendable (PictureID) -> String)? {
        guard admits(.pictures) else { return nil }
        return { picture in url("/pictures/\(picture)") }
    }
}

extension PostPage {
    static func tag(_ status: String) -> Tag {
        guard let status = Post.Status(rawValue: status) else { return Tag(status) }
        let tone: Tag.Tone =
            switch status {
            case .submitted, .returned, .withdrawing: .waiting
            case .held, .refused: .bad
            case .approved, .published, .corrected: .good
            case .draft, .scheduled, .publishing: .info
            case .withdrawn, .discarded: .quiet
            }
        return Tag(status.label.prefix(1).uppercased() + status.label.dropFirst(), tone)
    }
}
