import Testing

@testable import Ledger

/// The eight leaves, and the roots over the first of them, that Certificate Transparency's own tests use
/// (certificate-transparency, merkletree/merkle_tree_test.cc).
@Suite("The tree is the tree of RFC 6962")
struct RFC6962Tests {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static var hashes: [[UInt8]] { leaves.map { LeafEncoding.leafHash(of: Hex.bytes($0)) } }

    @Test("the writer's right edge gives the known roots", arguments: 1...8)
    func writer(size: Int) {
        var range = CompactRange()
        for hash in Self.hashes.prefix(size) { range.append(hash) }
        #expect(Hex.text(range.root) == Self.roots[size - 1])
        #expect(range.frontier.count == size.nonzeroBitCount)
    }

    @Test("the verifier's definition gives the known roots", arguments: 1...8)
    func verifier(size: Int) throws {
        var merkle = MerkleDefinition(leaves: try Self.hashes.map { try #require(Hash32($0)) })
        #expect(Hex.text(merkle.root(at: size).bytes) == Self.roots[size - 1])
    }

    @Test("the prover's subtrees give the known roots", arguments: 1...8)
    func prover(size: Int) {
        #expect(Hex.text(PerfectSubtrees(leaves: Array(Self.hashes.prefix(size))).root) == Self.roots[size - 1])
    }

    @Test("the root of nothing is the hash of nothing")
    func empty() {
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Hex.text(CompactRange().root) == nothing)
        #expect(Hex.text(Hash32.empty.bytes) == nothing)
    }

    @Test("a known inclusion path: leaf 0 of 8")
    func knownPath() {
        let path = PerfectSubtrees(leaves: Self.hashes).inclusion(of: 0, in: 8)
        #expect(
            path.map(Hex.text) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
    }

    @Test("a known consistency proof: 6 to 8")
    func knownConsistency() {
        let path = PerfectSubtrees(leaves: Self.hashes).consistency(from: 6, to: 8)
        #expect(
            path.map(Hex.text) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }
}

enum Hex {
    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
