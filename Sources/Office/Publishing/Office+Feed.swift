package import Ledger
package import Policy
import Records

/// The school's posts as its feed shows them to anybody.
package struct PublicFeed: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        /// The same for as long as the post stands, through every correction.
        package var id: String
        package var title: String
        package var words: String
        package var published: Instant
        package var updated: Instant
        /// Where else it stands; empty where nowhere.
        package var addresses: [String]
    }

    package var id: String
    /// Newest first.
    package var entries: [Entry]
}

extension Office {
    /// What stands in the feed: posts delivered to an account that publishes there, until they are withdrawn.
    package func publicFeed(_ school: LogID) async throws(OfficeError) -> PublicFeed {
        do {
            var entries: [PublicFeed.Entry] = []
            for account in try await feedAccounts(school) {
                let query = RecordQuery(
                    kind: Kind.post.rawValue, facets: [Facet("account", account), Facet("out", "yes")], audience: nil,
                    order: .changed, descending: true, limit: 50)
                for row in try await ledger.records(school, matching: query).rows {
                    guard let loaded = try await ledger.load(school, row.record) else { continue }
                    let post = try Drawer<Post>.read(loaded.state)
                    if let entry = entry(post, row.record, account, in: school) { entries.append(entry) }
                }
            }
            entries.sort { ($0.updated, $0.id) > ($1.updated, $1.id) }
            return PublicFeed(id: Self.name("feed\n\(school)"), entries: Array(entries.prefix(50)))
        } catch {
            throw OfficeError(error)
        }
    }

    private func feedAccounts(_ school: LogID) async throws -> [String] {
        let query = RecordQuery(
            kind: Kind.account.rawValue, statuses: [Account.Status.open.rawValue], facets: [Facet("way", "feed")],
            audience: nil)
        return try await allRecords(school, query).map(\.key)
    }

    private func entry(_ post: Post, _ record: String, _ account: String, in school: LogID) -> PublicFeed.Entry? {
        guard
            let copy = post.copies.last(where: { copy in
                guard copy.account == account, case .sent = copy.state else { return false }
                return true
            }), let sent = copy.sent
        else { return nil }
        let first = post.copies.first { $0.account == account }?.sent?.at ?? sent.at
        let elsewhere = post.copies.compactMap { other -> String? in
            guard other.account != account, case .sent(let there) = other.state else { return nil }
            return there.address.isEmpty ? nil : there.address
        }
        let line = copy.words.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return PublicFeed.Entry(
            id: Self.name("entry\n\(school)\n\(record)\n\(account)"),
            title: line.count > 80 ? String(line.prefix(79)) + "…" : line, words: copy.words, published: first,
            updated: sent.at, addresses: elsewhere)
    }

    /// A UUID of version 8 (RFC 9562) out of what it names.
    private static func name(_ of: String) -> String {
        var letters = Array(Digest.hex(of: of).prefix(32))
        letters[12] = "8"
        letters[16] = ["8", "9", "a", "b"][(letters[16].hexDigitValue ?? 0) & 3]
        let groups = [letters[0..<8], letters[8..<12], letters[12..<16], letters[16..<20], letters[20..<32]]
        return "urn:uuid:" + groups.map { String($0) }.joined(separator: "-")
    }
}
