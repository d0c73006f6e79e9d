/// What is to be published, where. Any change of it voids an approval.
package struct PostContent: Sendable, Equatable, Codable {
    package var words: String
    /// Words that stand in place of ``words`` on one account, by the account's key.
    package var ownWords: [String: String]
    /// Keys of the accounts, in order, each once.
    package var accounts: [String]
    /// In the order in which they are shown.
    package var pictures: [PictureID]
    /// Who is speaking, as a last line; empty for none.
    package var speaker: String
    /// Where what is not the school's own comes from and under which licence; empty for none.
    package var source: String

    package init(
        words: String, ownWords: [String: String] = [:], accounts: [String] = [], pictures: [PictureID] = [],
        speaker: String = "", source: String = ""
    ) {
        self.words = words
        let chosen = Set(accounts)
        self.ownWords = ownWords.filter { chosen.contains($0.key) && !$0.value.isEmpty && $0.value != words }
        self.accounts = chosen.sorted()
        var seen: Set<PictureID> = []
        self.pictures = pictures.filter { seen.insert($0).inserted }
        self.speaker = speaker
        self.source = source
    }

    /// Exactly what is published on an account.
    package func words(for account: String) -> String {
        let own = ownWords[account] ?? words
        return speaker.isEmpty ? own : "\(own)\n\n\(speaker)"
    }

    /// One text for each way in which it is published: the accounts that share it, then those with words of their own.
    package var texts: [(accounts: [String], words: String)] {
        let shared = accounts.filter { ownWords[$0] == nil }
        let own = accounts.filter { ownWords[$0] != nil }.map { (accounts: [$0], words: words(for: $0)) }
        let first = speaker.isEmpty ? words : "\(words)\n\n\(speaker)"
        return (shared.isEmpty && !own.isEmpty ? [] : [(accounts: shared, words: first)]) + own
    }

    /// Bytes that are the same for the same words, places and pictures and differ for any others: each part with its
    /// length, in one order. An approval is bound to their SHA-256.
    package func canonical(pictures cards: [PictureID: PictureCard]) -> [UInt8] {
        var parts = ["hornbook post 1", words, "\(ownWords.count)"]
        for (account, own) in ownWords.sorted(by: { $0.key < $1.key }) { parts += [account, own] }
        parts += ["\(accounts.count)"] + accounts + [speaker, source, "\(pictures.count)"]
        for picture in pictures {
            let card = cards[picture]
            parts += [picture.rawValue, card?.hash ?? "", card?.altText ?? ""]
        }
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("\(part.utf8.count):".utf8)
            bytes += Array(part.utf8)
        }
        return bytes
    }
}
