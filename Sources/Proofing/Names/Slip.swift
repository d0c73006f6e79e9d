/// Slips of the hand.
enum Slip {
    /// Whether two words differ by exactly one: a swap of neighbours, or a letter missing, added or wrong.
    static func parts(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        var (a, b) = (a, b)
        while let x = a.first, let y = b.first, x == y {
            a = a.dropFirst()
            b = b.dropFirst()
        }
        while let x = a.last, let y = b.last, x == y {
            a = a.dropLast()
            b = b.dropLast()
        }
        switch (a.count, b.count) {
        case (1, 1), (0, 1), (1, 0): return true
        case (2, 2): return a.first == b.last && a.last == b.first
        default: return false
        }
    }
}
