/// Whether a PNG or a WebP comes to its end. What is cut short would be decoded with black below, which nobody took.
enum WholeFile {
    /// Chunks are passed over by their lengths up to `IEND` (ISO/IEC 15948, 5.3).
    static func isPNG(_ bytes: [UInt8]) -> Bool {
        var place = 8
        while place + 12 <= bytes.count {
            let length = (0..<4).reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
            if bytes[(place + 4)..<(place + 8)].elementsEqual("IEND".utf8) { return true }
            place += 12 + length
        }
        return false
    }

    /// The frame around it says how long it is (RFC 9649, 2.4).
    static func isWebP(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12 else { return false }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[4 + $1]) << (8 * $1) }
        return length + 8 <= bytes.count
    }
}
