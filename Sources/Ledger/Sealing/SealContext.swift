/// What sealed bytes are bound to: opened anywhere else, they do not open.
///
/// The associated data is a domain, then the parts, each after its length in four bytes, big-endian.
enum SealContext {
    static func event(log: LogID, record: String, revision: Int64, type: String) -> [UInt8] {
        bytes("event", [log.rawValue, record, String(revision), type])
    }

    static func state(log: LogID, record: String, revision: Int64) -> [UInt8] {
        bytes("state", [log.rawValue, record, String(revision)])
    }

    static func blob(_ name: BlobName) -> [UInt8] { bytes("blob", [name.log.rawValue, name.record, name.word]) }

    static func key(log: LogID, record: String) -> [UInt8] { bytes("key", [log.rawValue, record]) }

    static func secret(_ context: String) -> [UInt8] { bytes("secret", [context]) }

    private static func bytes(_ domain: String, _ parts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in [domain] + parts {
            let text = Array(part.utf8)
            bytes.append(contentsOf: withUnsafeBytes(of: UInt32(text.count).bigEndian) { Array($0) })
            bytes.append(contentsOf: text)
        }
        return bytes
    }
}
