import Foundation

/// Zip files made by hand, byte by byte.
enum Zip {
    /// Texts packed by zlib: with codes of their own, with the fixed ones, and not at all.
    static let deflated: [(base64: String, expected: String)] = [
        (
            "ZZQ7asNAGAb7nMIHSKH/tY86bS7hMsSFsPH9E7KzBD5Xgg+xzIjRns/z63Y53j+v9+/fx8ft+nhcjrfzb7Y1N2c3dl+7d3Zn"
                + "j7WPyR7sufZK9mSvtdt+v9gb5xh7Y+9rzyacg3NMOOfaewin4RtDQA3jEFDDuJWQGspxCKrhPF2/KdLVBdawdldatEcqLd45"
                + "FRdxS8F1xHsTXEc8TXB9m2sCiLchtI54hNA64rOE1hFvh9Ii7qW0iI+utIiXFhuI20uyiHdtNhBPjTYw12gD8a7VBuKh2Qbi"
                + "mm3g3bTbwNu128B7HgKbeJeGm3i7hpt4Dw038U4NNxE3DTcR7xpuIh4abu4/XGkRb9ptIh7abSE+Q2gL8dJwa99qGm7ta03D"
                + "rX2vabi1LzYNtxDvGm5tcQ23MNduC/H23+0P",
            (0..<60).map { "pupil \($0),Lark \($0 * 7919 % 97),Class \($0 % 7)\n" }.joined()
        ),
        (
            "c0xJ1PFJLMrW8U/M5nIc5YxUDgA=",
            String(repeating: "Ada,Lark,Oak\n", count: 40)
        ),
        ("AQoA9f9wbGFpbiB0ZXh0", "plain text"),
    ]

    static func stored(_ files: [(String, String)]) -> [UInt8] {
        stored(bytes: files.map { ($0.0, Array($0.1.utf8)) })
    }

    static func stored(bytes files: [(String, [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, data) in files {
            let tail =
                little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(Int(crc(data)), 4)
                + little(data.count, 4) + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + tail + little(0, 2) + little(0, 2)
                + little(0, 2) + little(0, 4) + little(bytes.count, 4) + Array(name.utf8)
            bytes += little(0x0403_4B50, 4) + little(20, 2) + tail + Array(name.utf8) + data
        }
        return bytes + directory + little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { value, byte in
            (0..<8).reduce(value ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
            }
        }
    }
}
