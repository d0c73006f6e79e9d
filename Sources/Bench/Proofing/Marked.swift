/// A text in which what is to be found stands between `⟨` and `⟩`.
struct Marked: Sendable, CustomStringConvertible {
    var text = ""
    /// Bytes of UTF-8 in `text`.
    var spans: [Range<Int>] = []
    let description: String

    init(_ source: String) {
        description = source
        var open = 0
        for character in source {
            switch character {
            case "⟨": open = text.utf8.count
            case "⟩": spans.append(open..<text.utf8.count)
            default: text.append(character)
            }
        }
    }
}
