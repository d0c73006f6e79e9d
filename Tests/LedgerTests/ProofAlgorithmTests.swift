import Testing

@testable import Ledger

/// Proofs against a recursion written out here once more, for every size to 65 (past a power of two).
@Suite("Proofs hold for every size")
struct ProofAlgorithmTests {
    static let most = 65
    static let leaves: [[UInt8]] = (0..<most).map { LeafEncoding.leafHash(of: [UInt8($0)]) }

    /// MTH of RFC 6962, 2.1, word for word.
    static func naive(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        if leaves.isEmpty { return LeafEncoding.emptyRoot }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        var k = 1
        while k * 2 < leaves.count { k *= 2 }
        return LeafEncoding.nodeHash(naive(leaves.prefix(k)), naive(leaves.dropFirst(k)))
    }

    private func hash(_ bytes: [UInt8]) throws -> Hash32 { try #require(Hash32(bytes)) }

    @Test("every tree has the root that the recursion gives", arguments: 0...most)
    func roots(size: Int) throws {
        let leaves = Self.leaves.prefix(size)
        let expected = Self.naive(leaves)
        var range = CompactRange()
        for leaf in leaves { range.append(leaf) }
        var merkle = MerkleDefinition(leaves: try leaves.map(hash))
        #expect(range.root == expected)
        #expect(merkle.root(at: size).bytes == expected)
        #expect(PerfectSubtrees(leaves: Array(leaves)).root == expected)
    }

    @Test("every leaf of every tree is proved, and in no other place", arguments: 1...most)
    func inclusion(size: Int) throws {
        let tree = PerfectSubtrees(leaves: Self.leaves)
        let root = try hash(Self.naive(Self.leaves.prefix(size)))
        for index in 0..<size {
            let path = try tree.inclusion(of: index, in: size).map(hash)
            let leaf = try hash(Self.leaves[index])
            #expect(RFC9162.includes(leaf, at: Int64(index), size: Int64(size), path, root: root))
            #expect(!RFC9162.includes(leaf, at: Int64(index + 1), size: Int64(size), path, root: root))
            #expect(!RFC9162.includes(.empty, at: Int64(index), size: Int64(size), path, root: root))
            #expect(!RFC9162.includes(leaf, at: Int64(index), size: Int64(size), path + [.empty], root: root))
        }
    }

    @Test("every tree is proved to begin every larger one, and no other does", arguments: 0...most)
    func consistency(older: Int) throws {
        let tree = PerfectSubtrees(leaves: Self.leaves)
        let first = try hash(Self.naive(Self.leaves.prefix(older)))
        for newer in older...Self.most {
            let second = try hash(Self.naive(Self.leaves.prefix(newer)))
            let path = try tree.consistency(from: older, to: newer).map(hash)
            let (m, n) = (Int64(older), Int64(newer))
            #expect(RFC9162.extends(first, size: m, to: second, size: n, path))
            let other = Hash32.node(first, first)
            #expect(!RFC9162.extends(other, size: m, to: second, size: n, path))
            // A log that was empty is the beginning of any.
            #expect(older == 0 && newer > 0 || !RFC9162.extends(first, size: m, to: other, size: n, path))
        }
    }
}
