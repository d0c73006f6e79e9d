import Foundation
import Policy
import Proofing

/// The posts of `draft/corpus.jsonl` and the names of `draft/register.json`, as the other checkers read them.
struct PeerPosts {
    struct Post: Decodable {
        var id: String
        var account: String
        var text: String
    }

    struct Prediction: Encodable {
        struct Span: Encodable {
            var start: Int
            var end: Int
            var kind: String
        }

        var id: String
        var spans: [Span]
        var missing_disclaimer: Bool
    }

    private struct Register: Decodable {
        struct Pupil: Decodable {
            var id: String
            var first: String
            var last: String
            var nick: String
            var year: Int
        }

        var pupils: [Pupil]
    }

    let posts: [Post]
    let names: [ProofName]

    init(folder: URL) throws {
        let decoder = JSONDecoder()
        posts = try String(contentsOf: folder.appending(path: "corpus.jsonl"), encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(Post.self, from: Data($0.utf8)) }
        let register = try decoder.decode(
            Register.self, from: Data(contentsOf: folder.appending(path: "register.json")))
        names = register.pupils.map {
            ProofName(
                id: $0.id, first: $0.first, last: $0.last, nicknames: $0.nick.isEmpty ? [] : [$0.nick], year: $0.year)
        }
    }

    /// The register, and after it further names: `First Last` a line.
    func names(with file: URL) throws -> [ProofName] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(names.count)
        return names
            + lines.enumerated().map { number, line in
                let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                return ProofName(id: "x\(number)", first: words[0], last: words.count > 1 ? words[1] : "")
            }
    }

    var drafts: [ProofDraft] {
        posts.map { ProofDraft(words: $0.text, voice: $0.account == "personal" ? .personal : .school) }
    }

    /// Every check that words can fail, so that nothing is left out of the time.
    static let settings = CheckSetting.defaults().mapValues { setting in
        setting.severity == .off ? CheckSetting(severity: .warning) : setting
    }

    /// The kinds of the corpus, by ours.
    private static let kinds: [CheckKind: String] = [
        .pupilFullName: "pupil_full_name", .pupilPartialName: "pupil_partial_name", .phone: "phone", .email: "email",
        .postcode: "postcode", .dateOfBirth: "date_of_birth", .nhsNumber: "id_number", .upn: "id_number",
        .handle: "handle", .insult: "insult", .partyPolitical: "party_political", .commercial: "sales",
    ]

    static func prediction(_ post: Post, _ remarks: [Remark]) -> Prediction {
        Prediction(
            id: post.id,
            spans: remarks.compactMap { remark in
                guard let kind = kinds[remark.kind], let start = remark.start, let end = remark.end else { return nil }
                return Prediction.Span(start: start, end: end, kind: kind)
            },
            missing_disclaimer: remarks.contains { $0.kind == .missingDisclaimer })
    }
}
