/// One event in a buffer of ``PackedEvents``: where its parts stand, nothing copied but the names that are counted by.
struct ReadEvent: Sendable {
    var position: Int64
    var revision: Int64
    var record: String
    var type: Range<Int>
    /// Where the canonical bytes stand: what the leaf is the hash of.
    var canonical: Range<Int>
    var payload: Range<Int>
    var leaf: Range<Int>
    var isOfLog: Bool
    /// Which of the records seen it belongs to.
    var track = 0
}

/// Reads packed events: the verifier's own reading of the leaf's form.
struct EventReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// - Returns: nil at the end, or when what is left is not an event.
    mutating func next(of log: [UInt8]) -> ReadEvent? {
        guard let leaf = field(), let length = length(), length >= 1, at + length <= bytes.count else { return nil }
        let start = at
        guard bytes[at] == 1 else { return nil }
        at += 1
        guard let name = field(), let position = number(), let record = field(), let revision = number(),
            let type = field(), field() != nil, field() != nil, number() != nil, let payload = field(),
            at == start + length
        else { return nil }
        return ReadEvent(
            position: position, revision: revision, record: text(record), type: type,
            canonical: start..<at, payload: payload, leaf: leaf, isOfLog: bytes[name].elementsEqual(log))
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func length() -> Int? {
        guard at + 4 <= bytes.count else { return nil }
        defer { at += 4 }
        return Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }

    private mutating func number() -> Int64? {
        guard at + 8 <= bytes.count else { return nil }
        defer { at += 8 }
        return Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int64.self))
    }

    private mutating func field() -> Range<Int>? {
        guard let length = length(), at + length <= bytes.count else { return nil }
        defer { at += length }
        return at..<at + length
    }
}
