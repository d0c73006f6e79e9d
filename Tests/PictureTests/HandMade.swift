import Foundation

/// Picture files built byte by byte, so that a test says exactly what is odd about each.
enum HandMade {
    /// Eight-bit RGB, its left half one colour and its right half another.
    static func png(width: Int, height: Int, left: [UInt8] = [200, 30, 30], right: [UInt8] = [30, 30, 200]) -> [UInt8] {
        var rows: [UInt8] = []
        for _ in 0..<height {
            rows.append(0)
            for x in 0..<width { rows += x < width / 2 ? left : right }
        }
        return png(width: width, height: height, depth: 8, data: stored(rows))
    }

    static func png(width: Int, height: Int, depth: UInt8, data: [UInt8]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width) + big(height) + [depth, 2, 0, 0, 0]) + chunk("IDAT", data) + chunk("IEND", [])
    }

    /// Zeros that are packed a thousandfold: runs of 258 in deflate's fixed code (RFC 1951), in a zlib frame.
    static func zeros(_ count: Int) -> [UInt8] {
        var bits = Bits()
        bits.write(1, 1)
        bits.write(1, 2)
        bits.writeCode(0b0011_0000, 8)
        for _ in 0..<(count / 258) {
            bits.writeCode(0b1100_0101, 8)
            bits.writeCode(0, 5)
        }
        bits.writeCode(0, 7)
        return [0x78, 0x9C] + bits.bytes + [0, 0, 0, 1]
    }

    /// A JPEG with EXIF: an orientation, a camera, a place, and a comment.
    static func withExif(_ jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
        let comment = Array("51.5007 N, 0.1246 W".utf8)
        return with([(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation)), (0xFE, comment)], in: jpeg)
    }

    /// TIFF's directory of what a camera writes: its name, how it was held, where it was.
    static func exif(orientation: UInt8) -> [UInt8] {
        func entry(_ tag: UInt16, _ type: UInt16, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            [UInt8(tag >> 8), UInt8(tag & 255), UInt8(type >> 8), UInt8(type & 255)] + big(count)
                + (value + [0, 0, 0, 0]).prefix(4)
        }
        let camera = Array("SECRETCAMERA\0".utf8)
        let directory =
            [0, 3] + entry(0x010F, 2, camera.count, big(8 + 2 + 36 + 4)) + entry(0x0112, 3, 1, [0, orientation])
            + entry(0x8825, 4, 1, big(8 + 2 + 36 + 4 + camera.count)) + big(0)
        let place = [0, 2] + entry(1, 2, 2, Array("N\0".utf8)) + entry(3, 2, 2, Array("W\0".utf8)) + big(0)
        return Array("MM\0*".utf8) + big(8) + directory + camera + place
    }

    /// A JPEG with segments after its beginning.
    static func with(_ segments: [(marker: UInt8, content: [UInt8])], in jpeg: [UInt8]) -> [UInt8] {
        var bytes = Array(jpeg.prefix(2))
        for (marker, content) in segments {
            let length = content.count + 2
            bytes += [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
        }
        return bytes + jpeg.dropFirst(2)
    }

    static func isAnywhere(_ needle: String, in bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(needle.utf8)) != nil
    }

    static func big(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big(content.count) + named + big(Int(checksum(named)))
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }

    /// Deflate without packing.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            result += [
                rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8),
            ]
            result += block
        } while !rest.isEmpty
        var a: UInt32 = 1, b: UInt32 = 0
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + big(Int(b << 16 | a))
    }

    private struct Bits {
        private(set) var bytes: [UInt8] = []
        private var count = 0

        /// The lowest bit first.
        mutating func write(_ value: Int, _ width: Int) {
            for bit in 0..<width {
                if count.isMultiple(of: 8) { bytes.append(0) }
                if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(count % 8) }
                count += 1
            }
        }

        /// The highest bit first, as codes are written.
        mutating func writeCode(_ value: Int, _ width: Int) {
            for bit in (0..<width).reversed() { write(value >> bit & 1, 1) }
        }
    }
}
