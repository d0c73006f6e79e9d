import Crypto

/// The canonical bytes of an event, and the RFC 6962 hashes over them: what the writer puts in the tree.
///
/// Version 1, in this order; integers are big-endian, a text or bytes stand after their length in four bytes:
///
/// | field | form |
/// |---|---|
/// | version | 1 byte, `0x01` |
/// | log | length, UTF-8 |
/// | position | 8 bytes |
/// | record | length, UTF-8 |
/// | revision | 8 bytes |
/// | type | length, UTF-8 |
/// | actor | length, UTF-8 |
/// | cause | length, UTF-8 |
/// | time | 8 bytes, two's complement |
/// | payload | length, the sealed bytes |
///
/// Every length is written, so no two different events have the same bytes. A change of this form is a new version:
/// leaves already in a tree keep theirs for ever.
package enum LeafEncoding {
    package static let version: UInt8 = 1

    /// The canonical bytes. The event's own `leaf` is not part of them.
    package static func bytes(of event: SealedEvent) -> [UInt8] {
        bytes(
            log: event.log, position: event.position, record: event.record, revision: event.revision,
            type: event.type, stamp: event.stamp, payload: event.payload)
    }

    package static func bytes(
        log: LogID, position: Int64, record: String, revision: Int64, type: String, stamp: Stamp, payload: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            49 + payload.count + log.rawValue.utf8.count + record.utf8.count + type.utf8.count
                + stamp.actor.utf8.count + stamp.cause.utf8.count)
        bytes.append(version)
        append(log.rawValue, to: &bytes)
        append(position, to: &bytes)
        append(record, to: &bytes)
        append(revision, to: &bytes)
        append(type, to: &bytes)
        append(stamp.actor, to: &bytes)
        append(stamp.cause, to: &bytes)
        append(stamp.time, to: &bytes)
        append(length: payload.count, to: &bytes)
        bytes.append(contentsOf: payload)
        return bytes
    }

    /// RFC 6962, 2.1: SHA-256 over `0x00` and the canonical bytes.
    package static func leafHash(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: [0x00])
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    package static func leafHash(of event: SealedEvent) -> [UInt8] { leafHash(of: bytes(of: event)) }

    /// RFC 6962, 2.1: SHA-256 over `0x01` and both children.
    package static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: [0x01])
        hash.update(data: left)
        hash.update(data: right)
        return Array(hash.finalize())
    }

    /// RFC 6962, 2.1: the root of no leaves is the hash of nothing.
    package static let emptyRoot: [UInt8] = Array(SHA256.hash(data: [UInt8]()))

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        append(length: text.utf8.count, to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    private static func append(length: Int, to bytes: inout [UInt8]) {
        let length = UInt32(truncatingIfNeeded: length)
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> shift))
        }
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        for shift in stride(from: Int64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
