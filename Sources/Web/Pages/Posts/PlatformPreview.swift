import HTML
import Office
import Policy
import Records

/// How a post will look on one account. The drawing is our own and imitates no platform: it tells what stands there, how
/// long it is as the platform counts, and what the platform has no room for.
struct PlatformPreview: Component {
    /// The account's title, such as "Oak Class on Mastodon".
    var title: String
    var school: String
    /// Everything that is published there.
    var words: String
    /// Findings in these words, which are marked; none where they are told elsewhere.
    var remarks: [PostRemark] = []
    /// nil where none are known.
    var limits: PlatformLimits?
    var pictures: [DrawnPicture]
    /// Names the drawing in the page.
    var key: String

    var body: Markup {
        article(.class("drawn")) {
            div(.class("drawn-head")) {
                span(.class("drawn-face"), .aria(.hidden, "true")) { initial }
                div {
                    h3 { title }
                    p { school }
                }
            }
            if !words.isEmpty {
                div(.class("post-words")) {
                    DrawnWords(words: words, remarks: remarks, limits: limits)
                }
            }
            grid
            descriptions
            count
        }
    }

    private var initial: String {
        title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? ""
    }

    private var roomFor: Int { limits?.pictures.map { min($0, pictures.count) } ?? pictures.count }

    @MarkupBuilder private var grid: Markup {
        if !pictures.isEmpty {
            div(.class("drawn-pictures drawn-pictures-\(min(roomFor, 5))")) {
                for (place, picture) in pictures.prefix(roomFor).enumerated() {
                    if picture.address.isEmpty {
                        p(.class("drawn-blank")) { picture.isKept ? "Picture \(place + 1)" : "A picture that has gone" }
                    } else {
                        img(.src(picture.address), .alt(picture.altText), .custom("loading", "lazy"))
                    }
                }
            }
        }
    }

    @MarkupBuilder private var descriptions: Markup {
        if !pictures.isEmpty {
            details(.data("keep", "descriptions-\(key)")) {
                summary { pictures.count == 1 ? "Description of the picture" : "Descriptions of the pictures" }
                ol { for picture in pictures.prefix(roomFor) { li { description(picture) } } }
            }
        }
    }

    @MarkupBuilder private func description(_ picture: DrawnPicture) -> Markup {
        if picture.altText.isEmpty {
            span(.class("optional")) { "None: who cannot see it learns nothing of it." }
        } else {
            picture.altText
            if let most = limits?.altCharacters, picture.altText.count > most {
                span(.class("count-over")) { " \((picture.altText.count - most).grouped) characters too many." }
            }
        }
    }

    @MarkupBuilder private var count: Markup {
        if let limits, let most = limits.characters {
            let used = limits.length(of: words)
            p(.class(used > most ? "count count-over" : "count")) {
                used > most
                    ? "\((used - most).grouped) characters too many of \(most.grouped): what is struck through has no room."
                    : "\(used.grouped) of \(most.grouped) characters."
            }
        }
        if roomFor < pictures.count {
            p(.class("count count-over")) {
                "\(pictures.count) pictures, and room for \(roomFor): the last \(pictures.count - roomFor) are left out."
            }
        }
    }
}

/// A picture as a preview shows it.
struct DrawnPicture: Sendable, Equatable {
    /// Empty for eyes that may not see it, and once it has gone.
    var address: String
    var altText: String
    var isKept: Bool
}

/// Words with links as a platform shortens them, findings marked, and struck through from where there is no room.
struct DrawnWords: Component {
    var words: String
    var remarks: [PostRemark]
    var limits: PlatformLimits?

    var body: Markup {
        let pieces = PlatformLimits.pieces(of: words, within: limits)
        let spans = MarkedWords.spans(remarks, in: words)
        var byte = 0
        var within: [Markup] = []
        var beyond: [Markup] = []
        for piece in pieces {
            let end = byte + piece.text.utf8.count
            let parts = parts(piece, byte..<end, spans)
            if piece.isBeyond { beyond += parts } else { within += parts }
            byte = end
        }
        return Markup {
            for part in within { part }
            if !beyond.isEmpty {
                element("s", [.class("drawn-beyond")]) {
                    span(.class("visually-hidden")) { "No room for: " }
                    for part in beyond { part }
                }
            }
        }
    }

    /// A link is marked whole; other words just where something was found.
    private func parts(_ piece: CountedPiece, _ range: Range<Int>, _ spans: [MarkedWords.Span]) -> [Markup] {
        if piece.isLink {
            let found = spans.first { $0.range.overlaps(range) }
            return [Markup { MarkedWords.Part(text: piece.text, remark: found?.remark, link: shortening) }]
        }
        let bytes = Array(piece.text.utf8)
        let cuts = spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] }.filter {
            range.lowerBound < $0 && $0 < range.upperBound
        }
        let places = [range.lowerBound] + cuts + [range.upperBound]
        return zip(places, places.dropFirst()).filter { $0 < $1 }.map { start, end in
            let text = String(
                decoding: bytes[(start - range.lowerBound)..<(end - range.lowerBound)], as: UTF8.self)
            let found = spans.first { $0.range.contains(start) }
            return Markup { MarkedWords.Part(text: text, remark: found?.remark) }
        }
    }

    /// Where a platform counts every link alike, it shows the beginning alone; the whole stays there to be copied.
    private var shortening: MarkedWords.Part.Link { limits?.linkLength == nil ? .whole : .shortened }
}

/// A drawing for each account of a post.
struct PlatformPreviews: Component {
    var content: PostContent
    var remarks: [PostRemark] = []
    var school: String
    var desk: Desk
    var platforms: PlatformCatalogue
    /// Where each picture is; nil for somebody who may not see pictures.
    var link: (@Sendable (PictureID) -> String)?

    var body: Markup {
        div(.class("drawings")) {
            for key in ordered {
                PlatformPreview(
                    title: desk.accounts[key]?.title ?? "An account", school: school, words: content.words(for: key),
                    remarks: remarks.filter {
                        $0.place == .words(account: content.ownWords[key] == nil ? nil : key)
                    },
                    limits: desk.accounts[key].flatMap { platforms.limits(of: $0.platform, on: desk.today) },
                    pictures: content.pictures.map(drawn), key: key)
            }
        }
    }

    private var ordered: [String] {
        func title(_ key: String) -> String { desk.accounts[key]?.title.lowercased() ?? "" }
        return content.accounts.sorted { (title($0), $0) < (title($1), $1) }
    }

    private func drawn(_ id: PictureID) -> DrawnPicture {
        let card = desk.pictures[id]
        let isKept = card?.isKept ?? false
        return DrawnPicture(
            address: isKept ? link.map { "\($0(id))/small.jpg" } ?? "" : "", altText: card?.altText ?? "",
            isKept: isKept)
    }
}
