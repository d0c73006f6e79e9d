import Crypto

/// A SHA-256 value held in place, without an allocation.
struct Hash32: Equatable, Sendable {
    private var a: UInt64 = 0
    private var b: UInt64 = 0
    private var c: UInt64 = 0
    private var d: UInt64 = 0

    init(_ digest: SHA256.Digest) {
        withUnsafeMutableBytes(of: &self) { own in digest.withUnsafeBytes { own.copyMemory(from: $0) } }
    }

    /// - Returns: nil unless there are 32 bytes.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: bytes) }
    }

    var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

    /// RFC 6962, 2.1: a leaf.
    static func leaf(_ bytes: UnsafeRawBufferPointer) -> Hash32 {
        var hash = SHA256()
        var prefix: UInt8 = 0
        withUnsafeBytes(of: &prefix) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
        return Hash32(hash.finalize())
    }

    /// RFC 6962, 2.1: a node over two children.
    static func node(_ left: Hash32, _ right: Hash32) -> Hash32 {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { input in
            input[0] = 1
            withUnsafeBytes(of: left) { UnsafeMutableRawBufferPointer(rebasing: input[1..<33]).copyMemory(from: $0) }
            withUnsafeBytes(of: right) { UnsafeMutableRawBufferPointer(rebasing: input[33..<65]).copyMemory(from: $0) }
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(input))
            return Hash32(hash.finalize())
        }
    }

    /// RFC 6962, 2.1: the root of no leaves.
    static let empty = Hash32(SHA256.hash(data: [UInt8]()))
}
