import Foundation

/// Writes texts out as the constants of a Swift file: `st-martins.yaml` as `EmbeddedTexts.st_martins_yaml`.
///
/// What runs while Hornbook is built, and no part of it. Arguments: the file to write, then those to read.
@main
enum TextEmbedder {
    struct Unfit: Error, CustomStringConvertible {
        let description: String
    }

    static func main() throws {
        let paths = Array(CommandLine.arguments.dropFirst())
        guard let output = paths.first else { throw Unfit(description: "Name the file to write, then those to read.") }
        var source = "enum EmbeddedTexts {\n"
        for path in paths.dropFirst() { source += try constant(URL(filePath: path)) }
        try Data((source + "}\n").utf8).write(to: URL(filePath: output))
    }

    private static func constant(_ file: URL) throws -> String {
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw Unfit(description: "\(file.path) is not in UTF-8.")
        }
        // The compiler reads a carriage return in a literal as the end of a line, and refuses a zero.
        guard !text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\0" }) else {
            throw Unfit(description: "\(file.path) holds a carriage return or a zero; end its lines with a line feed.")
        }
        var marks = "#"
        while text.contains("\"\"\"" + marks) || text.contains("\\" + marks) { marks += "#" }
        let name = String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        return "    static let \(name) = \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)\n"
    }
}
