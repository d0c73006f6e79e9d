/// Every perfect subtree of a tree, by height: what inclusion and consistency proofs are read from.
///
/// Built from the leaf hashes once, then each proof costs a look-up for each height. About twice the leaves in memory.
package struct PerfectSubtrees: Sendable {
    /// `levels[h][i]` covers leaves `i << h ..< (i + 1) << h`.
    private var levels: [[[UInt8]]]

    package init(leaves: [[UInt8]]) {
        levels = [leaves]
        while let below = levels.last, below.count > 1 {
            levels.append(
                (0..<below.count / 2).map { LeafEncoding.nodeHash(below[2 * $0], below[2 * $0 + 1]) })
        }
    }

    package var size: Int { levels[0].count }

    package var root: [UInt8] { size == 0 ? LeafEncoding.emptyRoot : hash(of: 0..<size) }

    /// RFC 6962, 2.1.1: the hashes that, with the leaf, give the root of the first `size` leaves; nearest first.
    /// - Precondition: `position` is in `0..<size` and `size` is at most the tree's size.
    package func inclusion(of position: Int, in size: Int) -> [[UInt8]] {
        path(position, 0..<size)
    }

    /// RFC 6962, 2.1.2: the hashes that show that the first `older` leaves begin the first `newer`.
    /// - Precondition: `older` is at most `newer`, and `newer` at most the tree's size. Empty when `older` is 0.
    package func consistency(from older: Int, to newer: Int) -> [[UInt8]] {
        older == 0 || older == newer ? [] : subproof(older, 0..<newer, whole: true)
    }

    private func path(_ position: Int, _ range: Range<Int>) -> [[UInt8]] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + Self.split(range.count)
        return position < middle
            ? path(position, range.lowerBound..<middle) + [hash(of: middle..<range.upperBound)]
            : path(position, middle..<range.upperBound) + [hash(of: range.lowerBound..<middle)]
    }

    private func subproof(_ older: Int, _ range: Range<Int>, whole: Bool) -> [[UInt8]] {
        guard older < range.upperBound else { return whole ? [] : [hash(of: range)] }
        let middle = range.lowerBound + Self.split(range.count)
        return older <= middle
            ? subproof(older, range.lowerBound..<middle, whole: whole) + [hash(of: middle..<range.upperBound)]
            : subproof(older, middle..<range.upperBound, whole: false) + [hash(of: range.lowerBound..<middle)]
    }

    /// The root over a range that begins where a perfect subtree at least as large does.
    private func hash(of range: Range<Int>) -> [UInt8] {
        let count = range.count
        if count & (count - 1) == 0 {
            let height = count.trailingZeroBitCount
            return levels[height][range.lowerBound >> height]
        }
        let middle = range.lowerBound + Self.split(count)
        return LeafEncoding.nodeHash(hash(of: range.lowerBound..<middle), hash(of: middle..<range.upperBound))
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
