/// Words by their hash, by open addressing: one look for a word that is not there, nearly always.
struct WordTable: Sendable {
    struct Entry: Sendable {
        var hash: UInt64 = 0
        var value: UInt32 = 0
        var traits: Token.Traits.RawValue = 0
    }

    private var entries: [Entry]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        entries = Array(repeating: Entry(), count: size)
        mask = size - 1
    }

    @inline(__always)
    subscript(hash: UInt64) -> Entry? {
        var place = Int(truncatingIfNeeded: hash ^ (hash &>> 32)) & mask
        while true {
            let entry = entries[place]
            if entry.hash == hash { return entry }
            if entry.hash == 0 { return nil }
            place = (place + 1) & mask
        }
    }

    /// Adds traits to a word, and a value where it has none yet.
    mutating func add(_ hash: UInt64, value: UInt32 = 0, traits: Token.Traits = []) {
        if (count + 1) * 2 > entries.count { grow() }
        var place = Int(truncatingIfNeeded: hash ^ (hash &>> 32)) & mask
        while entries[place].hash != 0, entries[place].hash != hash { place = (place + 1) & mask }
        if entries[place].hash == 0 { count += 1 }
        entries[place].hash = hash
        if entries[place].value == 0 { entries[place].value = value }
        entries[place].traits |= traits.rawValue
    }

    mutating func add(_ other: WordTable) {
        for entry in other.entries where entry.hash != 0 {
            add(entry.hash, value: entry.value, traits: Token.Traits(rawValue: entry.traits))
        }
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(), count: old.count * 2)
        mask = entries.count - 1
        for entry in old where entry.hash != 0 {
            var place = Int(truncatingIfNeeded: entry.hash ^ (entry.hash &>> 32)) & mask
            while entries[place].hash != 0 { place = (place + 1) & mask }
            entries[place] = entry
        }
    }
}
