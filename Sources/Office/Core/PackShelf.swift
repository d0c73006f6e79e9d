import Policy
import Records
import Synchronization

/// The editions that are in force or were, read once each: a pack is known by the hash of its text, so an entry can never
/// be stale.
final class PackShelf: Sendable {
    /// The built-in packs by the hash of their text.
    private static let builtIn = Dictionary(
        uniqueKeysWithValues: Pack.embeddedIDs.compactMap { id in
            Pack.embeddedText(id).map { (Digest.hex(of: $0), id) }
        })

    private let vocabulary: Vocabulary
    private let packs = Mutex<[String: Pack]>([:])
    private let drafts = Mutex<[String: Pack]>([:])

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    func pack(_ hash: String) -> Pack? { packs.withLock { $0[hash] } }

    /// - Throws: `PackErrors` when a stored pack no longer reads; the edition cannot then be used at all.
    func read(_ adopted: AdoptedPack) throws -> Pack {
        let pack = try read(adopted.source, hash: adopted.hash, id: adopted.id)
        packs.withLock { $0[adopted.hash] = pack }
        return pack
    }

    /// - Parameters:
    ///   - hash: of the text: the text of a built-in pack is not read again.
    ///   - id: what the file is called where it is spoken of.
    func read(_ text: String, hash: String, id: String) throws(PackErrors) -> Pack {
        if let builtIn = Self.builtIn[hash], let known = try Pack.embedded(builtIn) { return known }
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
