/// The right edge of a growing tree: all that is needed to append a leaf and to say the root.
///
/// The frontier holds one hash for each bit set in the size: the perfect subtrees from left to right, largest first.
/// A store keeps it beside the log and extends it in the transaction that adds the events.
package struct CompactRange: Sendable, Equatable {
    package private(set) var size: Int64
    package private(set) var frontier: [[UInt8]]

    package init() {
        size = 0
        frontier = []
    }

    package init(_ head: TreeHead) {
        size = head.size
        frontier = head.frontier
    }

    package var head: TreeHead { TreeHead(size: size, frontier: frontier) }

    /// Adds a leaf's hash: as many joins as the size has trailing ones.
    package mutating func append(_ leaf: [UInt8]) {
        var node = leaf
        var rest = size
        while rest & 1 == 1, let left = frontier.popLast() {
            node = LeafEncoding.nodeHash(left, node)
            rest >>= 1
        }
        frontier.append(node)
        size += 1
    }

    /// The root of RFC 6962: the subtrees joined from the right.
    package var root: [UInt8] {
        guard var node = frontier.last else { return LeafEncoding.emptyRoot }
        for left in frontier.dropLast().reversed() { node = LeafEncoding.nodeHash(left, node) }
        return node
    }
}
