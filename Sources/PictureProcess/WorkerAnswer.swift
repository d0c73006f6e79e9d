import Office
import Records

/// What the worker wrote: lines of text, an empty line, then the bytes. Nothing in it is believed before it was checked:
/// the worker may have been taken over by the file that it read.
struct WorkerAnswer {
    private var lines: [String: [[Substring]]] = [:]
    private var body: ArraySlice<UInt8> = []

    init(_ bytes: [UInt8]) throws(PictureFault) {
        var rest = bytes[...]
        var texts: [String] = []
        while true {
            guard let end = rest.prefix(200).firstIndex(of: UInt8(ascii: "\n")), texts.count < 300 else {
                throw .broken
            }
            let text = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if text.isEmpty { break }
            texts.append(text)
        }
        guard texts.first == "hornbook-pictures 1" else { throw .broken }
        for text in texts.dropFirst() {
            let words = text.split(separator: " ")
            guard let name = words.first else { throw .broken }
            lines[String(name), default: []].append(Array(words.dropFirst()))
        }
        body = rest
    }

    func picture() throws(PictureFault) -> WorkedPicture {
        if let word = lines["refused"]?.first?.first { throw Self.fault(String(word)) }
        let width = try number("width", in: 1...2048)
        let height = try number("height", in: 1...2048)
        let first = try number("picture", in: 1...max(body.count, 1))
        let second = try number("thumbnail", in: 1...max(body.count, 1))
        guard first + second == body.count else { throw .broken }
        let picture = Array(body.prefix(first)), thumbnail = Array(body.suffix(second))
        guard BareJPEG.isOne(picture), BareJPEG.isOne(thumbnail) else { throw .broken }
        return WorkedPicture(
            picture: picture, thumbnail: thumbnail, width: width, height: height, faces: try faces())
    }

    private func faces() throws(PictureFault) -> [PictureArea]? {
        switch lines["faces"]?.first?.first {
        case "looked-for": break
        case "not-looked-for": return nil
        default: throw .broken
        }
        var found: [PictureArea] = []
        for words in lines["face"] ?? [] {
            let numbers = words.compactMap { Int($0) }
            guard numbers.count == 4 else { throw .broken }
            let area = PictureArea(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
            if area.isWithinPicture { found.append(area) }
        }
        return found
    }

    private func number(_ name: String, in range: ClosedRange<Int>) throws(PictureFault) -> Int {
        guard let value = lines[name]?.first?.first.flatMap({ Int($0) }), range.contains(value) else { throw .broken }
        return value
    }

    private static func fault(_ word: String) -> PictureFault {
        switch word {
        case "empty": .empty
        case "too-large": .tooManyBytes
        case "too-many-pixels": .tooManyPixels
        case "heic": .heic
        case "avif": .avif
        case "tiff": .tiff
        case "svg": .svg
        case "pdf": .pdf
        case "video": .video
        case "archive": .archive
        case "bmp": .bmp
        case "unknown": .unknown
        default: .broken
        }
    }
}
