import Synchronization

/// Identifiers that are the same at every telling: 20 letters and digits, from a seed.
final class SeededIdentifiers: Sendable {
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    private let generator: Mutex<SplitMix64>

    init(seed: String) {
        // FNV-1a, so that each school has its own run.
        let start = seed.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        generator = Mutex(SplitMix64(state: start))
    }

    func next() -> String {
        generator.withLock { generator in
            String((0..<20).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &generator)] })
        }
    }
}

/// Steele, Lea and Flood's generator: small and repeatable; for invented data only.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
