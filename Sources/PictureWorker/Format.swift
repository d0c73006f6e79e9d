import CPictures

/// What a file is by its first bytes. Its name and the type that the browser gave it are never looked at.
enum Format: Equatable {
    case readable(Int)
    /// A word for what it is instead, which the program that asked turns into advice.
    case refused(String)

    init(_ bytes: [UInt8]) {
        func has(_ magic: [UInt8], at start: Int = 0) -> Bool { bytes.dropFirst(start).starts(with: magic) }
        func has(_ magic: String, at start: Int = 0) -> Bool { has(Array(magic.utf8), at: start) }
        self =
            if bytes.isEmpty {
                .refused("empty")
            } else if has([0xFF, 0xD8, 0xFF]) {
                .readable(Int(HB_JPEG))
            } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                .readable(Int(HB_PNG))
            } else if has("RIFF"), has("WEBP", at: 8) {
                .readable(Int(HB_WEBP))
            } else if has("GIF87a") || has("GIF89a") {
                .readable(Int(HB_GIF))
            } else if has("ftyp", at: 4) {
                .refused(Self.container(String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)))
            } else if has([0x49, 0x49, 0x2A, 0]) || has([0x4D, 0x4D, 0, 0x2A]) {
                .refused("tiff")
            } else if has("%PDF") {
                .refused("pdf")
            } else if has("PK") {
                .refused("archive")
            } else if has("BM") {
                .refused("bmp")
            } else if Self.isMarkup(bytes) {
                .refused("svg")
            } else {
                .refused("unknown")
            }
    }

    /// ISO 14496-12 has one frame for still pictures and for films.
    private static func container(_ brand: String) -> String {
        switch brand {
        case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1": "heic"
        case "avif", "avis": "avif"
        default: "video"
        }
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "<")
    }
}
