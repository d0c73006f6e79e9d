import Policy
import Synchronization

/// What was found in packs and between them. A pack is known by the hash of its text, so an entry can never be stale.
final class AnalysisShelf: Sendable {
    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    /// More than the built-in packs in every pair, and a school's own editions beside them.
    private static let most = 64

    // The work itself is what is kept: who asks while it is done waits for it, and does not begin it again. It may take
    // tenths of a second, so it stands behind the pages of others.
    private let findings = Mutex<[String: Task<[Finding], Never>]>([:])
    private let differences = Mutex<[Pair: Task<[Difference], any Error>]>([:])

    func findings(of pack: Pack) async -> [Finding] {
        let key = Digest.hex(of: pack.source)
        return await findings.withLock { shelf in
            Self.kept(key, in: &shelf) { Task(priority: .utility) { pack.analyse() } }
        }.value
    }

    func differences(_ a: Pack, _ b: Pack) async throws -> [Difference] {
        let pair = Pair(first: Digest.hex(of: a.source), second: Digest.hex(of: b.source))
        return try await differences.withLock { shelf in
            Self.kept(pair, in: &shelf) { Task(priority: .utility) { try Pack.compare(a, b) } }
        }.value
    }

    private static func kept<Key, Work>(_ key: Key, in shelf: inout [Key: Work], begin: () -> Work) -> Work {
        if let known = shelf[key] { return known }
        if shelf.count >= most { shelf.removeAll() }
        let work = begin()
        shelf[key] = work
        return work
    }
}
