import Ledger

/// Lays an event's columns into a buffer straight from SQLite's pages (see ``PackedEvents`` for the form).
enum EventPacker {
    /// - Parameter row: position, record, revision, type, actor, cause, time, payload, leaf.
    static func pack(_ row: Row, log: [UInt8], into packed: inout PackedEvents) {
        packed.count += 1
        put(row.bytes(8), into: &packed.bytes)
        let start = packed.bytes.count
        put(length: 0, into: &packed.bytes)
        packed.bytes.append(0x01)
        log.withUnsafeBytes { put($0, into: &packed.bytes) }
        put(row.integer(0), into: &packed.bytes)
        put(row.bytes(1), into: &packed.bytes)
        put(row.integer(2), into: &packed.bytes)
        for column: Int32 in 3...5 { put(row.bytes(column), into: &packed.bytes) }
        put(row.integer(6), into: &packed.bytes)
        put(row.bytes(7), into: &packed.bytes)
        let length = UInt32(truncatingIfNeeded: packed.bytes.count - start - 4)
        packed.bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: length.bigEndian, toByteOffset: start, as: UInt32.self)
        }
    }

    private static func put(_ field: UnsafeRawBufferPointer, into bytes: inout [UInt8]) {
        put(length: field.count, into: &bytes)
        bytes.append(contentsOf: field)
    }

    private static func put(length: Int, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian) { bytes.append(contentsOf: $0) }
    }

    private static func put(_ number: Int64, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
