import Foundation

/// What is read from and written to the terminal: results on standard output, all else on standard error.
enum Terminal {
    static func say(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// For files and data: exactly these bytes.
    static func put(_ text: String) { write(text, to: .standardOutput) }

    /// Beside the result: where it went, what to do with it.
    static func remark(_ text: String) { write(text + "\n", to: .standardError) }

    static func complain(_ sentence: String) { write("hornbook: \(sentence)\n", to: .standardError) }

    /// Overwrites the last line of progress; nothing unless somebody is watching.
    static func progress(_ text: String, isLast: Bool = false) {
        guard isWatched else { return }
        write("\r\u{1B}[K\(text)\(isLast ? "\n" : "")", to: .standardError)
    }

    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
    static var canAnswer: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// JSON with sorted keys, as every `--json` prints it.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone away, such as `head`, is no failure of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
