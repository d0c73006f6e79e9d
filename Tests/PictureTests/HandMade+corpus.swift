import Foundation

extension HandMade {
    /// Red, green, blue and white, in this order from the top left.
    static let quarters: [[UInt8]] = [[200, 20, 20], [20, 200, 20], [20, 20, 200], [240, 240, 240]]

    /// Eight-bit RGB of four colours, each in its quarter; further chunks stand before the picture's data.
    static func quarteredPNG(width: Int, height: Int, depth: UInt8 = 8, chunks: [(String, [UInt8])] = []) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let colour = quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]
                rows += depth == 16 ? colour.flatMap { [$0, $0] } : colour
            }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width) + big(height) + [depth, 2, 0, 0, 0]) + chunks.flatMap { chunk($0.0, $0.1) }
            + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    // MARK: What tells of people and places

    /// Each of these stands in a file of the corpus, and in no picture that is made of it.
    static let secrets = [
        "SECRETNAME", "SECRETPLACE", "SECRETCAMERA", "51.5007", "<script", "ftypmp42", "PK\u{3}\u{4}",
    ]

    static let xmp = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" \
        exif:GPSLatitude="51.5007" dc:creator="SECRETNAME" dc:coverage="SECRETPLACE"/></rdf:RDF></x:xmpmeta>
        """

    /// IPTC's record 2: byline, city, and who is in the picture.
    static var iptc: [UInt8] {
        func field(_ number: UInt8, _ text: String) -> [UInt8] {
            [0x1C, 2, number, 0, UInt8(text.utf8.count)] + Array(text.utf8)
        }
        let fields = field(80, "SECRETNAME") + field(90, "SECRETPLACE") + field(120, "SECRETNAME in class")
        return Array("Photoshop 3.0\0".utf8) + Array("8BIM".utf8) + [4, 4, 0, 0] + big(fields.count) + fields
            + (fields.count.isMultiple(of: 2) ? [] : [0])
    }

    /// A profile of colours that is none, with a name in it.
    static let profile = Array("SECRETNAME’s screen, SECRETPLACE".utf8) + [UInt8](repeating: 0, count: 128)

    /// JPEGs, each of which tells something.
    static func tellingJPEGs(_ jpeg: [UInt8]) -> [(String, [UInt8])] {
        let xmpSegment = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(xmp.utf8)
        let page = Array("<html><script>alert('SECRETNAME')</script></html>".utf8)
        return [
            ("EXIF", withExif(jpeg, orientation: 1)), ("XMP", with([(0xE1, xmpSegment)], in: jpeg)),
            ("IPTC", with([(0xED, iptc)], in: jpeg)),
            ("a profile of colours", with([(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + profile)], in: jpeg)),
            ("a comment", with([(0xFE, Array("SECRETNAME at SECRETPLACE".utf8))], in: jpeg)),
            ("a segment of nobody's", with([(0xE9, Array("SECRETNAME".utf8))], in: jpeg)),
            (
                "all at once",
                with([(0xE1, xmpSegment), (0xED, iptc), (0xFE, page)], in: withExif(jpeg, orientation: 1))
            ),
            ("a web page as a comment", with([(0xFE, page)], in: jpeg)), ("a web page behind it", jpeg + page),
            ("an archive behind it", jpeg + Array("PK\u{3}\u{4}SECRETNAME".utf8)),
            ("a film behind it", jpeg + [0, 0, 0, 24] + Array("ftypmp42SECRETNAME".utf8)),
            ("a second picture behind it", jpeg + withExif(jpeg, orientation: 1)),
        ]
    }

    /// PNGs, each of which tells something.
    static func tellingPNGs() -> [(String, [UInt8])] {
        func png(_ chunks: (String, [UInt8])...) -> [UInt8] { quarteredPNG(width: 40, height: 30, chunks: chunks) }
        let text = Array("Author\0SECRETNAME of SECRETPLACE".utf8)
        return [
            ("text", png(("tEXt", text))),
            ("packed text", png(("zTXt", Array("Author\0\0".utf8) + stored(Array("SECRETNAME".utf8))))),
            ("text in a language", png(("iTXt", Array("Title\0\0\0en\0Title\0SECRETNAME".utf8)))),
            ("XMP", png(("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + Array(xmp.utf8)))),
            ("EXIF", png(("eXIf", exif(orientation: 1)))),
            ("a profile of colours", png(("iCCP", Array("SECRETNAME\0\0".utf8) + stored(profile)))),
            ("a time", png(("tIME", [7, 234, 6, 1, 9, 0, 0]), ("tEXt", text))),
            ("a chunk of nobody's", png(("prVt", Array("SECRETNAME".utf8)))),
            ("an archive behind it", png() + Array("PK\u{3}\u{4}SECRETNAME".utf8)),
            ("a web page behind it", png() + Array("<script>SECRETNAME</script>".utf8)),
        ]
    }

    // MARK: GIF

    /// One point a frame, after GIF's specification (89a).
    ///
    /// - Parameter isFrame: whether the frames too say that they are as large as the screen.
    static func gif(width: Int = 1, height: Int = 1, frames: Int = 1, comment: String = "", isFrame: Bool = false)
        -> [UInt8]
    {
        func little(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
        var bytes = Array("GIF89a".utf8) + little(width) + little(height) + [0x80, 0, 0, 200, 20, 20, 20, 20, 200]
        if !comment.isEmpty { bytes += [0x21, 0xFE, UInt8(comment.utf8.count)] + Array(comment.utf8) + [0] }
        let size = isFrame ? little(width) + little(height) : [1, 0, 1, 0]
        let frame: [UInt8] =
            [0x21, 0xF9, 4, 4, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0] + size + [0, 2, 2, 0x44, 1, 0]
        for _ in 0..<frames { bytes += frame }
        return bytes + [0x3B]
    }

    /// A picture that is a program in JavaScript too: its width and height begin a comment, and what is behind its end
    /// assigns to `GIF89a`.
    static func scriptGIF() -> [UInt8] {
        gif(width: 0x2A2F, height: 1, comment: "<script>alert('SECRETNAME')</script>")
            + Array("*/=1;alert('SECRETNAME')//<script>".utf8)
    }

    // MARK: Sizes that are not true

    /// A JPEG whose frame says another size than it has.
    static func resized(jpeg: [UInt8], width: Int, height: Int) -> [UInt8] {
        var bytes = jpeg
        var place = 2
        while place + 8 < bytes.count, bytes[place] == 0xFF {
            if bytes[place + 1] == 0xC0 || bytes[place + 1] == 0xC2 {
                bytes[place + 5] = UInt8(height >> 8)
                bytes[place + 6] = UInt8(height & 255)
                bytes[place + 7] = UInt8(width >> 8)
                bytes[place + 8] = UInt8(width & 255)
                return bytes
            }
            place += 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        }
        return bytes
    }
}
