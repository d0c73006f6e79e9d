import Foundation

/// Reads what a platform shows: words in HTML, and times of ISO 8601.
enum StatusText {
    /// The words alone, with line ends where paragraphs and breaks were.
    static func plain(_ html: String) -> String {
        let broken = html.replacing(#/<br\s*/?>/#, with: "\n").replacing("</p>", with: "\n")
        return unescaped(broken.replacing(#/<[^>]*>/#, with: ""))
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing(#/&(#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[a-z]{2,6});/#) { match in
            let name = match.output.1
            let number =
                name.hasPrefix("#x")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            if let number { return Unicode.Scalar(number).map { String(Character($0)) } ?? "" }
            return named[String(name)] ?? String(match.output.0)
        }
    }

    private static let named = ["lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "amp": "&"]

    static func date(_ text: String) -> Date? {
        (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            ?? (try? Date(text, strategy: .iso8601))
    }
}
