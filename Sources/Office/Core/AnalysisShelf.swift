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

    private let findings = Mutex<[String: [Finding]]>([:])
    private let differences = Mutex<[Pair: [Difference]]>([:])

    /// Runs off the caller's actor: it may take a tenth of a second, and others wait for their pages.
    @concurrent func findings(of pack: Pack) async -> [Finding] {
        let key = Digest.hex(of: pack.source)
        if let known = findings.withLock({ $0[key] }) { return known }
        let found = pack.analyse()
        findings.withLock { shelf in
            if shelf.count >= Self.most { shelf.removeAll() }
            shelf[key] = found
        }
        return found
    }

    @concurrent func differences(_ a: Pack, _ b: Pack) async throws -> [Difference] {
        let pair = Pair(first: Digest.hex(of: a.source), second: Digest.hex(of: b.source))
        if let known = differences.withLock({ $0[pair] }) { return known }
        let found = try Pack.compare(a, b)
        differences.withLock { shelf in
            if shelf.count >= Self.most { shelf.removeAll() }
            shelf[pair] = found
        }
        return found
    }
}
