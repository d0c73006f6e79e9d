/// A zip file as a management information system exports it: stored and deflated entries, read in memory with limits.
/// Nothing is ever written under a name that stands in it.
package struct ZipArchive: Sendable {
    package struct Fault: Error, Equatable {
        package let message: String
    }

    private struct Entry {
        var method: Int
        var crc: UInt32
        var packed: Int
        var size: Int
        var start: Int
    }

    package static let mostBytes = 20_000_000
    private static let mostEntries = 200
    private static let mostInflated = 60_000_000

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// Reads the directory at its end. Two entries of one name, a name that leads elsewhere, and what claims to be larger
    /// than any school's roll are refused.
    package init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        guard bytes.count <= Self.mostBytes else { throw Fault(message: "The file is larger than 20 MB") }
        guard let end = Self.end(bytes) else {
            throw Fault(message: "The zip file is damaged, or only a part of it is here. Export it again")
        }
        let count = Self.number(bytes, end + 10, 2)
        var at = Self.number(bytes, end + 16, 4)
        guard count <= Self.mostEntries else { throw Fault(message: "The zip file holds too many files") }
        var total = 0
        for _ in 0..<count {
            guard at + 46 <= bytes.count, Self.number(bytes, at, 4) == 0x0201_4B50 else { throw Self.broken }
            let flags = Self.number(bytes, at + 8, 2)
            guard flags & 1 == 0 else {
                throw Fault(message: "The zip file is locked with a password. Send it unlocked")
            }
            let nameLength = Self.number(bytes, at + 28, 2)
            guard at + 46 + nameLength <= bytes.count else { throw Self.broken }
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            let entry = Entry(
                method: Self.number(bytes, at + 10, 2), crc: UInt32(Self.number(bytes, at + 16, 4)),
                packed: Self.number(bytes, at + 20, 4), size: Self.number(bytes, at + 24, 4),
                start: Self.number(bytes, at + 42, 4))
            total += entry.size
            guard total <= Self.mostInflated else { throw Fault(message: "The files in the zip are too large") }
            at += 46 + nameLength + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
            guard !name.hasSuffix("/") else { continue }
            let isPlain = !name.hasPrefix("/") && !name.contains("..") && !name.contains("\\") && !name.contains("\0")
            let last = String(name.split(separator: "/").last ?? "").lowercased()
            guard isPlain, entries.updateValue(entry, forKey: last) == nil else {
                throw Fault(message: "The zip file has two files of one name, or a name that leads elsewhere")
            }
        }
    }

    /// The text of a file, by its name in lower case without folders; nil where there is none.
    package func text(_ name: String) throws(Fault) -> String? {
        guard let entry = entries[name.lowercased()] else { return nil }
        let start = entry.start
        guard start + 30 <= bytes.count, Self.number(bytes, start, 4) == 0x0403_4B50 else { throw Self.broken }
        let data = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
        guard data + entry.packed <= bytes.count else { throw Self.broken }
        let packed = bytes[data..<(data + entry.packed)]
        let whole: [UInt8]
        switch entry.method {
        case 0:
            guard entry.packed == entry.size else { throw Self.broken }
            whole = Array(packed)
        case 8:
            do { whole = try Inflate.bytes(of: packed, size: entry.size) } catch { throw Self.broken }
        default:
            throw Fault(message: "The zip file is packed in a way that cannot be read. Pack it anew as a plain zip")
        }
        guard Self.crc(whole) == entry.crc else { throw Self.broken }
        // Read as something else, a name with an accent would be another name, and no check would find it.
        guard let text = String(validating: whole, as: UTF8.self), !whole.contains(0) else {
            throw Fault(message: "\(name) in the zip is not UTF-8 text. Export it as UTF-8")
        }
        return text
    }

    private static let broken = Fault(message: "The zip file is damaged. Export it again")

    /// Where the directory's end stands: the last 22 bytes, or before a comment.
    private static func end(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        var at = bytes.count - 22
        while at >= max(0, bytes.count - 22 - 65_535) {
            if number(bytes, at, 4) == 0x0605_4B50 { return at }
            at -= 1
        }
        return nil
    }

    /// Little-endian. The caller has checked that it is within.
    private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
        guard at >= 0, at + count <= bytes.count else { return .max >> 8 }
        return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }

    private static let crcTable: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
