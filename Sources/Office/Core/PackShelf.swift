import Policy
import Records
import Synchronization

/// The editions that are in force or were, read once each: a pack is known by the hash of its text, so an entry can never
/// be stale.
final class PackShelf: Sendable {
    private let vocabulary: Vocabulary
    private let packs = Mutex<[String: Pack]>([:])
    private let drafts = Mutex<[String: Pack]>([:])

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    func pack(_ hash: String) -> Pack? { packs.withLock { $0[hash] } }

    /// - Throws: `PackErrors` when a stored pack no longer reads; the edition cannot then be used at all.
    func read(_ adopted: AdoptedPack) throws -> Pack {
        let pack = try read(adopted.source, id: adopted.id)
        packs.withLock { $0[adopted.hash] = pack }
        return pack
    }

    /// - Parameter id: the built-in pack that the text may be, which then is not read again.
    func read(_ text: String, id: String) throws(PackErrors) -> Pack {
        if let known = try Pack.embedded(id, text: text) { return known }
        return try Pack.load(yaml: text, file: "\(id).yaml", vocabulary: vocabulary)
    }

    /// A draft's text as a pack, read once as long as it is the same text.
    func draft(_ edition: Edition) throws(PackErrors) -> Pack {
        if let known = packs.withLock({ $0[edition.hash] }) { return known }
        if let known = drafts.withLock({ $0[edition.hash] }) { return known }
        let pack = try edition.pack(in: vocabulary)
        drafts.withLock { drafts in
            // Drafts come and go: a few are kept.
            if drafts.count >= 8 { drafts.removeAll() }
            drafts[edition.hash] = pack
        }
        return pack
    }
}
