/// Events as a store holds them, laid end to end in one buffer: how a verifier reads a whole log without a copy of
/// each field.
///
/// For each event: the stored leaf hash after its length; the length of what follows; then one byte `0x01` and the
/// columns, in the order log, position, record, revision, type, actor, cause, time, payload. Lengths are four bytes,
/// numbers eight, both big-endian; a text or bytes stand after their length. Text is given as it is stored, whether
/// or not it is still UTF-8.
package struct PackedEvents: Sendable, Equatable {
    package var bytes: [UInt8]
    package var count: Int

    package init() {
        bytes = []
        count = 0
    }

    package mutating func append(_ event: SealedEvent) {
        put(event.leaf)
        let start = bytes.count
        put(length: 0)
        bytes.append(0x01)
        put(Array(event.log.rawValue.utf8))
        put(number: event.position)
        put(Array(event.record.utf8))
        put(number: event.revision)
        for text in [event.type, event.stamp.actor, event.stamp.cause] { put(Array(text.utf8)) }
        put(number: event.stamp.time)
        put(event.payload)
        let length = UInt32(truncatingIfNeeded: bytes.count - start - 4)
        withUnsafeBytes(of: length.bigEndian) { bytes.replaceSubrange(start..<start + 4, with: $0) }
        count += 1
    }

    private mutating func put(_ field: [UInt8]) {
        put(length: field.count)
        bytes.append(contentsOf: field)
    }

    private mutating func put(length: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func put(number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

extension LedgerStoring {
    package func packedEvents(
        _ log: LogID, from position: Int64, limit: Int
    ) async throws(LedgerError) -> PackedEvents {
        var packed = PackedEvents()
        for event in try await events(log, from: position, limit: limit) { packed.append(event) }
        return packed
    }

    package func wrappedKeys(_ log: LogID, _ records: [String]) async throws(LedgerError) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for record in records { found[record] = try await wrappedKey(log, record) }
        return found
    }
}
