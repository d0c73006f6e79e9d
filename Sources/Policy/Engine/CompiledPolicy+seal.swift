extension CompiledPolicy {
    /// Whether the tables are as they were compiled. They never change; but what is decided from them is decided about
    /// children, and a look costs less than any answer does.
    var isWhole: Bool { seal == tablesHash }

    /// FNV-1a over the words of the tables that answers come from.
    var tablesHash: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
        for table in [columns, open, unused] {
            for block in table { for lane in 0..<8 { add(block[lane]) } }
        }
        for word in effects { for lane in 0..<4 { add(word[lane]) } }
        for lookup in lookups {
            add(UInt64(truncatingIfNeeded: lookup.fact))
            add(UInt64(truncatingIfNeeded: lookup.base))
        }
        for lift in lifts { add(UInt64(lift.word) << 32 | UInt64(lift.exception)) }
        return hash
    }
}
