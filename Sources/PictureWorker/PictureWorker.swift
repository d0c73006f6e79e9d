import CPictures

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads one picture from standard input and writes what it made of it to standard output.
///
///     hornbook-pictures read [folder of cascades]     a file from anywhere
///     hornbook-pictures cover x,y,width,height …      a picture of ours, parts of which are to go
///
/// It is a program of its own so that a file made to break a decoder breaks this and nothing else: it holds one file,
/// cannot open another, and is bound in memory and time. The answer is lines of text, an empty line, then the bytes.
@main
enum PictureWorker {
    static let mostBytes = 32 * 1024 * 1024
    static let mostPixels: Int64 = 60_000_000
    static let mostSide: Int32 = 20_000
    static let longSide: Int32 = 2048
    static let thumbnailSide: Int32 = 480
    static let quality: Int32 = 85
    static let mostFaces = 200

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard hb_limit(1536 * 1024 * 1024, 30) == 0, hb_start() == 0 else { exit(70) }
        switch arguments.first {
        case "read":
            let faces = arguments.count > 1 ? Faces(folder: arguments[1]) : nil
            hb_confine()
            read(faces)
        case "cover":
            let areas = arguments.dropFirst().map { Thousandths($0) }
            guard !areas.isEmpty, areas.allSatisfy({ $0 != nil }) else { exit(64) }
            hb_confine()
            cover(areas.compactMap(\.self))
        default: exit(64)
        }
    }

    private static func read(_ faces: Faces?) {
        guard let bytes = Channel.everything(atMost: mostBytes) else { return Channel.refuse("too-large") }
        switch Format(bytes) {
        case .refused(let word): Channel.refuse(word)
        case .readable(let format):
            guard isWhole(bytes, format) else { return Channel.refuse("broken") }
            guard let image = decoded(bytes, format) else { return }
            var lines = ["faces \(faces == nil ? "not-looked-for" : "looked-for")"]
            for face in faces?.find(in: image) ?? [] {
                lines.append("face \(face.x) \(face.y) \(face.width) \(face.height)")
            }
            answer(image, lines)
        }
    }

    private static func isWhole(_ bytes: [UInt8], _ format: Int) -> Bool {
        switch format {
        case Int(HB_JPEG): JPEGEnd.isThere(bytes)
        case Int(HB_PNG): WholeFile.isPNG(bytes)
        case Int(HB_WEBP): WholeFile.isWebP(bytes)
        default: true
        }
    }

    private static func cover(_ areas: [Thousandths]) {
        guard let bytes = Channel.everything(atMost: mostBytes) else { return Channel.refuse("too-large") }
        guard Format(bytes) == .readable(Int(HB_JPEG)), let image = decoded(bytes, Int(HB_JPEG)) else {
            return Channel.refuse("broken")
        }
        for area in areas { Mosaic.cover(image, area) }
        answer(image, ["faces not-looked-for"])
    }

    private static func decoded(_ bytes: [UInt8], _ format: Int) -> hb_image? {
        var image = hb_image()
        switch hb_decode(Int32(format), bytes, bytes.count, mostPixels, mostSide, longSide, &image) {
        case Int32(HB_DONE): return image
        case Int32(HB_TOO_LARGE): Channel.refuse("too-many-pixels")
        default: Channel.refuse("broken")
        }
        return nil
    }

    private static func answer(_ image: hb_image, _ lines: [String]) {
        guard let picture = encoded(image, longSide), let thumbnail = encoded(image, thumbnailSide) else {
            return Channel.refuse("broken")
        }
        let head =
            ["hornbook-pictures 1", "width \(image.width)", "height \(image.height)"] + lines
            + ["picture \(picture.count)", "thumbnail \(thumbnail.count)", "", ""]
        Channel.write(Array(head.joined(separator: "\n").utf8))
        Channel.write(picture)
        Channel.write(thumbnail)
    }

    private static func encoded(_ image: hb_image, _ side: Int32) -> [UInt8]? {
        var image = image
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard hb_encode(&image, side, quality, &start, &count) == HB_DONE, let start else { return nil }
        defer { hb_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
