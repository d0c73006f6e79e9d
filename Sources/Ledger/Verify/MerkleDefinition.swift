/// The root of a tree straight from its definition (RFC 6962, 2.1): split at the largest power of two below the size,
/// hash both sides, join. Nothing is carried over from how the writer extends its tree.
struct MerkleDefinition {
    private let leaves: [Hash32]
    /// Perfect subtrees computed before, of 256 leaves or more, so that roots at many sizes cost little.
    private var known: [Range<Int>: Hash32] = [:]

    init(leaves: [Hash32]) { self.leaves = leaves }

    /// The root of the first `size` leaves.
    mutating func root(at size: Int) -> Hash32 { size == 0 ? .empty : hash(0..<size) }

    private mutating func hash(_ range: Range<Int>) -> Hash32 {
        let count = range.count
        if count == 1 { return leaves[range.lowerBound] }
        let isKept = count >= 256 && count & (count - 1) == 0
        if isKept, let hash = known[range] { return hash }
        var half = 1
        while half * 2 < count { half *= 2 }
        let middle = range.lowerBound + half
        let joined = Hash32.node(hash(range.lowerBound..<middle), hash(middle..<range.upperBound))
        if isKept { known[range] = joined }
        return joined
    }
}
