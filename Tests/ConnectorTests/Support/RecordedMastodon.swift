import Foundation
import Testing

/// Answers that Mastodon itself gave: see Recorded/README.md.
struct RecordedAnswer: Decodable, Sendable {
    var name: String
    var method: String
    var path: String
    var status: Int
    var headers: [String: String]
    var body: String

    var said: Said { Said(status: status, headers: headers, body: body) }

    static func all() throws -> [String: RecordedAnswer] {
        let folder = try #require(Bundle.module.url(forResource: "Recorded", withExtension: nil))
        let answers = try JSONDecoder().decode(
            [RecordedAnswer].self, from: Data(contentsOf: folder.appending(path: "mastodon-4.7.3.json")))
        return Dictionary(uniqueKeysWithValues: answers.map { ($0.name, $0) })
    }
}

/// Gives Mastodon's own answers, by the names that they have in the recording.
actor RecordedMastodon: Platform {
    var faults: [Said] = []
    var log: [Seen] = []
    var losesAnswers = 0
    private let answers: [String: RecordedAnswer]
    private var isDown = false

    init() throws { answers = try RecordedAnswer.all() }

    func answer(_ seen: Seen) -> Said {
        let parts = seen.path.split(separator: "/").map(String.init)
        switch (seen.method, parts.dropFirst(2).first ?? "", parts.last ?? "") {
        case ("GET", "instance", _): return said(parts[1] == "v2" ? "instance" : "first interface")
        case ("GET", "accounts", "verify_credentials"): return said("account")
        case ("GET", "accounts", "statuses"): return said("own posts")
        case ("POST", "media", _): return said("picture being worked on")
        case ("GET", "media", _): return said("picture ready")
        case ("POST", "statuses", _): return said("post with pictures")
        case ("GET", "statuses", _): return said(isDown ? "no such post" : "post read back")
        case ("DELETE", "statuses", _):
            defer { isDown = true }
            return said(isDown ? "gone when taken down again" : "post with pictures taken down")
        default: return Said(status: 500, body: "\(seen.method) \(seen.path) was not recorded")
        }
    }

    private func said(_ name: String) -> Said { answers[name]?.said ?? Said(status: 500, body: name) }
}
