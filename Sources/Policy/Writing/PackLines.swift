import Yams

/// Where the parts of a pack's file stand, line by line. Lines are counted from 0 here.
struct PackLines {
    let lines: [String]
    private let root: Node.Mapping
    /// The line of each line as YAML counts them, which also ends one at a few rare characters.
    private let places: [Int]
    /// Lines on which a key of the whole file begins, in order.
    private let sections: [Int]

    init(_ text: String, file: String) throws(PackErrors) {
        let tree = try DataFile.tree(text, file: file)
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        root = tree.mapping ?? Node.Mapping([])
        let places = Self.places(in: text)
        self.places = places
        sections = root.keys.compactMap { $0.mark.map { Self.line($0, places) } }.sorted()
    }

    /// For each line as YAML counts them the line that it stands on. YAML ends a line also at a carriage return alone, at
    /// U+0085, U+2028 and U+2029, which come along with text that was pasted from elsewhere.
    private static func places(in text: String) -> [Int] {
        var places = [0]
        var line = 0
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            // A carriage return and a line feed are one end.
            if before == "\r", scalar != "\n" { places.append(line) }
            switch scalar {
            case "\n":
                line += 1
                places.append(line)
            case "\u{85}", "\u{2028}", "\u{2029}": places.append(line)
            default: break
            }
            before = scalar
        }
        return places
    }

    private static func line(_ mark: Mark, _ places: [Int]) -> Int {
        places[min(max(0, mark.line - 1), places.count - 1)]
    }

    private func line(_ mark: Mark?) -> Int { mark.map { Self.line($0, places) } ?? 0 }

    func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }

    /// The line of a key of the whole file.
    func section(_ key: String) -> Int? {
        root.keys.first { $0.scalar?.string == key }?.mark.map { line($0) }
    }

    /// The line on which the part after a line begins, or the end of the file.
    func sectionAfter(_ line: Int) -> Int { sections.first { $0 > line } ?? lines.count }

    /// The lines of each entry of `rules`, by the rule's name; without blank lines and comments after it.
    func rules() -> [(id: String, lines: Range<Int>)] {
        let entries = root["rules"]?.sequence.map { Array($0) } ?? []
        let starts = entries.map { line($0.mark) }
        return entries.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : sectionAfter(starts[index])
            return (entries[index].mapping?["id"]?.scalar?.string ?? "", trimmed(starts[index], end))
        }
    }

    /// The lines of each entry of `process` or `checks`, by its key.
    func entries(of section: String) -> [(key: String, node: Node, lines: Range<Int>)] {
        let pairs = root[section]?.mapping.map { Array($0) } ?? []
        let starts = pairs.map { line($0.key.mark) }
        return pairs.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : sectionAfter(starts[index])
            return (pairs[index].key.scalar?.string ?? "", pairs[index].value, trimmed(starts[index], end))
        }
    }

    /// How far a line is set in.
    func indent(_ line: Int) -> Int { lines[line].utf8.prefix { $0 == 0x20 }.count }

    /// What follows a part without belonging to it: blank lines, and comments that are set in no deeper than it.
    private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
        guard start < end, lines.indices.contains(start), end <= lines.count else { return start..<start }
        var last = end
        while last - 1 > start, isBlank(last - 1) || (isComment(last - 1) && indent(last - 1) <= indent(start)) {
            last -= 1
        }
        return start..<last
    }

    func isBlank(_ line: Int) -> Bool { lines[line].allSatisfy { $0 == " " || $0 == "\r" || $0 == "\t" } }
    func isComment(_ line: Int) -> Bool { lines[line].drop { $0 == " " }.hasPrefix("#") }
}
