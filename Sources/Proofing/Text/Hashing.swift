/// FNV-1a of 64 bits over folded letters. It can be carried on from one token to the next, so that a name in two words
/// and the same name in one have the same hash. Two names that share all 64 bits are not told apart.
enum Hashing {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    static func of(_ bytes: some Sequence<UInt8>, after hash: UInt64 = seed) -> UInt64 {
        bytes.reduce(hash) { add($1, to: $0) }
    }

    /// Of a first name and a surname together.
    @inline(__always)
    static func pair(_ first: UInt64, _ last: UInt64) -> UInt64 {
        (first ^ (last &<< 31 | last &>> 33)) &* 0x9e37_79b9_7f4a_7c15
    }
}
