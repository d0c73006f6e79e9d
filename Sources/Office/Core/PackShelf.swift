import Policy
import Records
import Synchronization

/// The packs in force, read once each: a pack is known by the hash of its text, so an entry can never be stale.
final class PackShelf: Sendable {
    private let vocabulary: Vocabulary
    private let packs = Mutex<[String: Pack]>([:])

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// - Throws: `PackErrors` when a stored pack no longer reads; the edition cannot then be used at all.
    func pack(_ adopted: AdoptedPack) throws -> Pack {
        if let pack = packs.withLock({ $0[adopted.hash] }) { return pack }
        let pack = try Pack.load(yaml: adopted.source, file: "\(adopted.id).yaml", vocabulary: vocabulary)
        packs.withLock { $0[adopted.hash] = pack }
        return pack
    }
}
