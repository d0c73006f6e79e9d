/// Numbers by a number that is not 0, by open addressing.
struct EdgeTable: Sendable {
    private var entries: [(key: UInt32, value: UInt32)] = Array(repeating: (0, 0), count: 1024)
    private var count = 0

    @inline(__always)
    private static func place(_ key: UInt32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9e37_79b9_7f4a_7c15) &>> 40) & mask
    }

    @inline(__always)
    subscript(key: UInt32) -> UInt32? {
        let mask = entries.count - 1
        var place = Self.place(key, mask)
        while true {
            let entry = entries[place]
            if entry.key == key { return entry.value }
            if entry.key == 0 { return nil }
            place = (place + 1) & mask
        }
    }

    mutating func add(_ key: UInt32, _ value: UInt32) {
        if count * 3 > entries.count { grow() }
        insert(key, value)
        count += 1
    }

    private mutating func insert(_ key: UInt32, _ value: UInt32) {
        let mask = entries.count - 1
        var place = Self.place(key, mask)
        while entries[place].key != 0 { place = (place + 1) & mask }
        entries[place] = (key, value)
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: (0, 0), count: old.count * 2)
        for entry in old where entry.key != 0 { insert(entry.key, entry.value) }
    }
}
