/// Whether a JPEG comes to its end. What is cut short would be decoded with grey below, which nobody took.
enum JPEGEnd {
    /// Segments are passed over by their lengths up to the first scan, since a picture within EXIF has an end of its own.
    static func isThere(_ bytes: [UInt8]) -> Bool {
        var place = 2
        while place + 3 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            place += 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
            if marker == 0xDA { return hasEnd(bytes, from: place) }
        }
        return false
    }

    private static func hasEnd(_ bytes: [UInt8], from start: Int) -> Bool {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return true }
            place += 1
        }
        return false
    }
}
