/// How many facts there are and how many values each has.
package struct RequestShape: Sendable, Hashable {
    /// Values of each fact, 1 to 254.
    package let valueCounts: [Int]
    /// Tells vocabularies apart: FNV-1a over the names, in order.
    package let fingerprint: UInt64

    package init(facts: [Fact]) {
        valueCounts = facts.map(\.values.count)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for fact in facts {
            for name in [fact.id] + fact.values.map(\.id) + [""] {
                for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xff) &* 0x100_0000_01b3
            }
        }
        fingerprint = hash
    }
}

/// A question laid out for evaluation: for each fact of the vocabulary the place of its value, from 1; 0 is unknown.
package struct Request: Sendable, Hashable {
    package private(set) var values: [UInt8]
    /// Facts that are still unknown.
    package private(set) var unknownCount: Int
    package let shape: RequestShape

    /// With every fact unknown.
    package init(shape: RequestShape) {
        self.shape = shape
        values = Array(repeating: 0, count: shape.valueCounts.count)
        unknownCount = values.count
    }

    package var isComplete: Bool { unknownCount == 0 }

    /// Sets a fact; 0 makes it unknown again. A place or a value that the shape does not have is not set.
    /// - Returns: whether it was set.
    @discardableResult
    package mutating func set(_ fact: Int, to value: Int) -> Bool {
        guard values.indices.contains(fact), (0...shape.valueCounts[fact]).contains(value) else { return false }
        unknownCount += (values[fact] == 0 ? -1 : 0) + (value == 0 ? 1 : 0)
        values[fact] = UInt8(value)
        return true
    }

    package func setting(_ fact: Int, to value: Int) -> Request {
        var request = self
        request.set(fact, to: value)
        return request
    }
}
