import Policy
import Records
import Synchronization

/// The editions that are in force or were, read once each: a pack is known by the hash of its text, so an entry can never be stale.
final class PackShelf: Sendable {
    private let vocabulary: Vocabulary
    private let packs = Mutex<[String: Pack]>([:])

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    func pack(_ hash: String) -> Pack? { packs.withLock { $0[hash] } }

    /// - Throws: `PackErrors` when a stored pack no longer reads; the edition cannot then be used at all.
    func read(_ adopted: AdoptedPack) throws -> Pack {
        let pack = try Pack.load(yaml: adopted.source, file: "\(adopted.id).yaml", vocabulary: vocabulary)
        packs.withLock { $0[adopted.hash] = pack }
        return pack
    }
}
