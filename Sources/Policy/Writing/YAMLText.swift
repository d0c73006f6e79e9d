/// Parts of a YAML file as the packs write them: plain where that is safe, lists in brackets, lines of 120 columns.
enum YAMLText {
    static let width = 120

    /// One text: plain, or in double quotes where YAML could take it for something else.
    static func scalar(_ text: String, inList: Bool = false) -> String {
        isPlain(text, inList: inList) ? text : quoted(text)
    }

    /// A text after its key: on the key's line, folded below it when it is long, quoted when nothing else is exact.
    static func field(_ key: String, _ text: String, indent: Int) -> [String] {
        let margin = spaces(indent)
        let short = "\(margin)\(key): \(scalar(text))"
        if short.count <= width && isPlain(text, inList: false) { return [short] }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard text.count > 60, text.unicodeScalars.allSatisfy(isPrintable), words.allSatisfy({ !$0.isEmpty }) else {
            return [short]
        }
        return ["\(margin)\(key): >-"] + filled(words.map(String.init), first: indent + 2, then: indent + 2, by: "")
    }

    /// A list in brackets after its key, on lines of its own when it is long.
    static func list(_ key: String, _ items: [String], indent: Int) -> [String] {
        let items = items.map { scalar($0, inList: true) }
        let short = "\(spaces(indent))\(key): [\(items.joined(separator: ", "))]"
        if short.count <= width { return [short] }
        var words = items
        words[0] = "[" + words[0]
        words[words.count - 1] += "]"
        return ["\(spaces(indent))\(key):"] + filled(words, first: indent + 2, then: indent + 4, by: ",")
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// Words set in lines, each but the last followed by a mark and parted by a space or a line's end.
    private static func filled(_ words: [String], first: Int, then: Int, by mark: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for (index, word) in words.enumerated() {
            let word = index == words.count - 1 ? word : word + mark
            let margin = lines.isEmpty ? first : then
            if !line.isEmpty, margin + line.count + 1 + word.count > width {
                lines.append(spaces(margin) + line)
                line = word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + [spaces(lines.isEmpty ? first : then) + line]
    }

    private static func isPlain(_ text: String, inList: Bool) -> Bool {
        guard let first = text.first, let last = text.last, first.isLetter || first.isNumber, last != " ", last != ":",
            text.unicodeScalars.allSatisfy(isPrintable),
            !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()),
            text.contains(where: \.isLetter)
        else { return false }
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == " ", before == ":" { return false }
            if scalar == "#", before == " " { return false }
            if inList, "[]{},:".unicodeScalars.contains(scalar) { return false }
            before = scalar
        }
        return true
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if isPrintable(scalar) {
                    result.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                }
            }
        }
        return result + "\""
    }

    /// Whether a character stands for itself in every style: not a control, a line's end or a byte order mark.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
