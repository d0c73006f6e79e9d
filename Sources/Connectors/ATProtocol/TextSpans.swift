/// Links, mentions and tags in a text, where they stand in bytes of UTF-8.
///
/// As Bluesky's own clients find them: https://docs.bsky.app/docs/advanced-guides/post-richtext
struct TextSpan: Equatable {
    enum Kind: Equatable {
        case link(String)
        /// A handle, without the `@`; whose it is, the server says.
        case mention(String)
        case tag(String)
    }
    var kind: Kind
    var stretch: ATFacet.Stretch

    static func find(in text: String) -> [TextSpan] {
        var spans: [TextSpan] = []
        func add(_ kind: Kind, _ part: Substring) {
            let start = text.utf8.distance(from: text.startIndex, to: part.startIndex)
            let stretch = ATFacet.Stretch(byteStart: start, byteEnd: start + part.utf8.count)
            let isFree = !spans.contains {
                $0.stretch.byteStart < stretch.byteEnd && stretch.byteStart < $0.stretch.byteEnd
            }
            if isFree { spans.append(TextSpan(kind: kind, stretch: stretch)) }
        }
        for match in text.matches(of: #/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/#) {
            add(.link(String(match.output)), match.output)
        }
        for match in text.matches(
            of:
                #/(?:^|[\s(])(@([A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)+))/#
        ) {
            add(.mention(match.output.2.lowercased()), match.output.1)
        }
        for match in text.matches(of: #/(?:^|\s)([#＃]([^\s#]*[^\s\p{P}]))/#)
        where match.output.2.count <= 64 && match.output.2.contains(where: { !$0.isNumber }) {
            add(.tag(String(match.output.2)), match.output.1)
        }
        return spans.sorted { $0.stretch.byteStart < $1.stretch.byteStart }
    }
}
