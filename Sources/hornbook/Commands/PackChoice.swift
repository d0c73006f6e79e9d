import Foundation
import Policy

/// A policy as it is named at the terminal: one that is built in, or a file.
enum PackChoice {
    static func load(_ choice: String) throws -> Pack {
        if let pack = try Pack.embedded(choice) { return pack }
        guard let data = FileManager.default.contents(atPath: choice) else {
            throw Failure(
                "There is no pack or file called `\(choice)`. Built in are: \(Pack.embeddedIDs.joined(separator: ", "))."
            )
        }
        return try Pack.load(
            yaml: String(decoding: data, as: UTF8.self), file: choice, vocabulary: try Vocabulary.embedded())
    }
}
