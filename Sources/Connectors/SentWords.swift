/// Whether a platform shows the words that were sent.
///
/// Platforms lay words out anew: white space, the server in a mention and the marks around a link change. What is left
/// when those are put aside must be the same.
enum SentWords {
    static func same(_ there: String, _ sent: String) -> Bool { bare(there) == bare(sent) }

    private static func bare(_ text: String) -> String {
        text.replacing(#/(@\w+)@[\w.\-]+\w/#) { $0.output.1 }.filter { !$0.isWhitespace }
    }
}

enum MediaType {
    static func ending(_ type: String) -> String {
        switch type {
        case "image/png": "png"
        case "image/webp": "webp"
        case "image/gif": "gif"
        default: "jpg"
        }
    }
}
