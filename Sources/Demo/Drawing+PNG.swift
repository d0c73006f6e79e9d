extension Drawing {
    /// As a PNG with a palette, packed no smaller than it is (RFC 1950 and 1951, stored blocks).
    var png: [UInt8] {
        var rows: [UInt8] = []
        for row in 0..<Self.height { rows += [0] + points[(row * Self.width)..<((row + 1) * Self.width)] }
        let size = Self.bytes(UInt32(Self.width)) + Self.bytes(UInt32(Self.height))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            // Eight bits a point, which are places in the palette.
            + Self.chunk("IHDR", size + [8, 3, 0, 0, 0]) + Self.chunk("PLTE", Colour.allCases.flatMap(\.levels))
            + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bytes(UInt32(content.count)) + body + bytes(checksum(body))
    }

    private static func stored(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x01]
        var (low, high) = (UInt32(1), UInt32(0))
        let most = 0xFFFF
        for start in stride(from: 0, to: content.count, by: most) {
            let end = min(start + most, content.count)
            let count = UInt16(end - start)
            packed.append(end == content.count ? 1 : 0)
            for number in [count, ~count] {
                packed += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
            }
            packed += content[start..<end]
        }
        for byte in content {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return packed + bytes(high << 16 | low)
    }

    /// CRC-32 as PNG has it.
    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
}
