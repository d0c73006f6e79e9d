import Foundation

/// The commands in a page's fenced blocks of `sh`, one for each line, as their words.
enum ShellBlocks {
    static func commands(in page: String) -> [[String]] {
        var commands: [[String]] = []
        var isInside = false
        var begun = ""
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("```") {
                isInside = text == "```sh"
                continue
            }
            guard isInside, !text.isEmpty, !text.hasPrefix("#") else { continue }
            if text.hasSuffix("\\") {
                begun += text.dropLast() + " "
                continue
            }
            commands.append(words(begun + text))
            begun = ""
        }
        return commands
    }

    /// Words as a shell splits them, a comment left off. What stands in quotation marks is one word.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            } else if quote == nil, character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else if quote == nil, character == "#", word.isEmpty {
                return words
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
