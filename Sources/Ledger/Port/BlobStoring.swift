/// Bytes that are too large for an event, such as a picture: kept beside the log, sealed, each under a name of its own.
///
/// A store never sees them in clear. Whatever it returns from has happened for good: a crash after `put` finds the
/// bytes whole, and one in the middle of it finds nothing.
package protocol BlobStoring: Sendable {
    /// Keeps bytes under a name; what stood under it before is replaced as a whole.
    func put(_ name: BlobName, _ bytes: [UInt8]) async throws(LedgerError)
    /// - Returns: nil when there are none.
    func bytes(_ name: BlobName) async throws(LedgerError) -> [UInt8]?
    /// Does nothing when there are none.
    func delete(_ name: BlobName) async throws(LedgerError)
    /// Every name of one log, in order.
    func names(_ log: LogID) async throws(LedgerError) -> [BlobName]
}

/// Which bytes: whose they are, and a word of their own within that record.
package struct BlobName: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let log: LogID
    /// `kind/key`, as everywhere.
    package let record: String
    /// 1 to 60 of `a-z`, `0-9` and `-`.
    package let word: String

    /// - Returns: nil when the record or the word is not of that shape, so that no name can lead out of its folder.
    package init?(_ log: LogID, _ record: String, _ word: String) {
        let parts = record.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isPlain(parts[0]), Self.isPlain(parts[1]), Self.isPlain(word[...]) else {
            return nil
        }
        self.log = log
        self.record = record
        self.word = word
    }

    package var description: String { "\(log)/\(record)/\(word)" }
    package static func < (a: BlobName, b: BlobName) -> Bool { a.description < b.description }

    private static func isPlain(_ text: Substring) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
