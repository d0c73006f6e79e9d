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

    private struct Part: Component {
        var text: String
        var remark: PostRemark?

        var body: Markup {
            if let remark {
                mark(.class("remark remark-\(remark.severity.rawValue)"), .title(remark.says)) { text }
            } else {
                text
            }
        }
    }

    /// Marks that overlap are told once, by the first of them: the list below tells every one.
    private var parts: [Part] {
        let bytes = Array(words.utf8)
        var parts: [Part] = []
        var place = 0
        let spans = remarks.compactMap { remark in
            remark.start.flatMap { start in remark.end.map { (start, $0, remark) } }
        }
        for (start, end, remark) in spans.sorted(by: { ($0.0, $1.1) < ($1.0, $0.1) })
        where start >= place && start < end && end <= bytes.count {
            if place < start { parts.append(Part(text: String(decoding: bytes[place..<start], as: UTF8.self))) }
            parts.append(Part(text: String(decoding: bytes[start..<end], as: UTF8.self), remark: remark))
            place = end
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

/// Exactly what stands on each account, with the findings marked.
struct PostPreview: Component {
    var content: PostContent
    var remarks: [PostRemark]
    /// Accounts' titles and platforms' limits, by the accounts' keys.
    var accounts: [String: AccountCard]
    var platforms: PlatformCatalogue
    var day: Day

    var body: Markup {
        for (keys, words) in content.texts {
            let own = keys.first.flatMap { content.ownWords[$0] == nil ? nil : $0 }
            section(.class("post-preview")) {
                h3 { keys.isEmpty ? "Words" : keys.map { accounts[$0]?.title ?? "An account" }.joined(separator: ", ") }
                MarkedWords(words: words, remarks: remarks.filter { $0.place == .words(account: own) })
                for key in keys { limit(key, words) }
            }
        }
    }

    @MarkupBuilder private func limit(_ key: String, _ words: String) -> Markup {
        if let account = accounts[key], let limits = platforms.limits(of: account.platform, on: day),
            let most = limits.characters
        {
            let used = limits.length(of: words)
            p(.class(used > most ? "count count-over" : "count")) {
                used > most
                    ? "\(account.title): \((used - most).grouped) characters too many of \(most.grouped)."
                    : "\(account.title): \(used.grouped) of \(most.grouped) characters."
            }
        }
    }
}

/// The pictures of a post, with their descriptions; for those who see pictures, the pictures and who is in them.
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
                if card.isKept { img(.class("post-picture"), .src("\(link(id))/small.jpg"), .alt(card.altText)) }
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
        p(.class("hint")) {
            card.pupils.isEmpty
                ? card.isNobodyIdentifiable ? "Nobody in it can be identified." : "Nobody is tagged in it."
                : "In it: \(card.pupils.map { pupils[$0]?.name ?? "a child" }.joined(separator: ", "))."
        }
        if card.untaggedFaces > 0 {
            p(.class("hint")) { "Faces that nobody is tagged on: \(card.untaggedFaces)." }
        }
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
