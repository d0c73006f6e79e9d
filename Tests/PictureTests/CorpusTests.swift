import Foundation
import Office
import Testing

@testable import PictureProcess

/// Files as they come from cameras, from careless people and from hostile ones.
@Suite("What becomes of every odd kind of picture")
struct CorpusTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private func expectBare(_ worked: WorkedPicture, _ what: String) {
        for bytes in [worked.picture, worked.thumbnail] {
            #expect(BareJPEG.isOne(bytes), "\(what)")
            for secret in HandMade.secrets { #expect(!HandMade.isAnywhere(secret, in: bytes), "\(what): \(secret)") }
        }
    }

    // MARK: Nothing is told

    @Test("a JPEG keeps nothing of what stood in it beside the picture, wherever it stood")
    func tellingJPEGs() async throws {
        for (what, bytes) in HandMade.tellingJPEGs(try await bench.jpeg()) {
            #expect(HandMade.secrets.contains { HandMade.isAnywhere($0, in: bytes) }, "\(what) tells nothing")
            let worked = try await bench.read(bytes)
            expectBare(worked, what)
            #expect(try bench.quarters(of: worked.picture) == [0, 1, 2, 3], "\(what)")
        }
    }

    @Test("a PNG keeps nothing either")
    func tellingPNGs() async throws {
        for (what, bytes) in HandMade.tellingPNGs() {
            let worked = try await bench.read(bytes)
            expectBare(worked, what)
            #expect(try bench.quarters(of: worked.picture) == [0, 1, 2, 3], "\(what)")
        }
    }

    @Test("a GIF that is a script too becomes a picture and no more")
    func scriptGIF() async throws {
        expectBare(try await bench.read(HandMade.gif(comment: "SECRETNAME <script>")), "a comment")
        expectBare(try await bench.read(HandMade.scriptGIF()), "a script")
    }

    @Test(
        "a page or an archive that only begins or ends like a picture is none",
        arguments: ["<html>\u{FF}\u{D8}", "PK\u{3}\u{4}GIF89a", " GIF89a", "GIF89a", "GIF89a<script>alert(1)</script>"])
    func pretenders(_ text: String) async throws {
        #expect(try await bench.fault(Array(text.utf8)) != nil)
        #expect(try await bench.fault(Array(text.utf8) + (try await bench.jpeg())) != nil)
    }

    // MARK: Upright

    /// For each of EXIF's orientations the quarters as a viewer shows them: the value says where the first row and the
    /// first column of the stored picture belong.
    static let upright: [[Int]] = [
        [0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1], [3, 1, 2, 0], [1, 3, 0, 2],
    ]

    @Test("a picture that was held in any of the eight ways stands upright, as JPEG and as PNG", arguments: 1...8)
    func orientation(_ value: Int) async throws {
        let exif = HandMade.exif(orientation: UInt8(value))
        let png = HandMade.quarteredPNG(width: 120, height: 80, chunks: [("eXIf", exif)])
        for bytes in [HandMade.withExif(try await bench.jpeg(), orientation: UInt8(value)), png] {
            let worked = try await bench.read(bytes)
            #expect((worked.width, worked.height) == (value < 5 ? (120, 80) : (80, 120)))
            #expect(try bench.quarters(of: worked.picture) == Self.upright[value - 1])
            #expect(try bench.quarters(of: worked.thumbnail) == Self.upright[value - 1])
        }
    }

    @Test("an orientation that is none turns nothing", arguments: [0, 9, 255])
    func noOrientation(_ value: UInt8) async throws {
        let worked = try await bench.read(HandMade.withExif(try await bench.jpeg(), orientation: value))
        #expect(try bench.quarters(of: worked.picture) == [0, 1, 2, 3])
    }

    // MARK: Cut short

    @Test("cut short at any tenth, a JPEG and a PNG are damaged", arguments: 0..<10)
    func cut(_ tenth: Int) async throws {
        let png = HandMade.quarteredPNG(width: 120, height: 80)
        for whole in [try await bench.jpeg(), png, try bench.sample("cmyk.jpg"), try bench.sample("rgba.png")] {
            let part = Array(whole.prefix(whole.count * tenth / 10))
            #expect(
                try await bench.fault(part) == (part.isEmpty ? .empty : .broken), "\(tenth) tenths of \(whole.count)")
        }
    }

    @Test(
        "cut short at any tenth, a moving WebP is damaged, and a GIF is too or its first frame is whole",
        arguments: 1..<10)
    func cutMoving(_ tenth: Int) async throws {
        let (gif, webp) = (try bench.sample("anim.gif"), try bench.sample("anim.webp"))
        #expect(try await bench.fault(Array(webp.prefix(webp.count * tenth / 10))) == .broken)
        do {
            expectBare(try await bench.read(Array(gif.prefix(gif.count * tenth / 10))), "anim.gif")
        } catch let fault as PictureFault {
            #expect(fault == .broken)
        }
    }

    // MARK: Larger than they seem

    @Test(
        "a header of many points is refused for its size in every format",
        arguments: [(65_500, 65_500), (20_001, 8), (8, 20_001), (7_746, 7_747)])
    func bombs(_ width: Int, _ height: Int) async throws {
        let jpeg = HandMade.resized(jpeg: try await bench.jpeg(), width: width, height: height)
        #expect(try await bench.fault(jpeg) == .tooManyPixels)
        let png = HandMade.png(width: width, height: height, depth: 8, data: HandMade.zeros(1000))
        #expect(try await bench.fault(png) == .tooManyPixels)
        // GIF’s reader does not believe a large screen; what it makes of one is a picture of bounded size or none.
        #expect(try await bench.fault(HandMade.gif(width: width, height: height)) != .failed)
        let frame = try await bench.fault(HandMade.gif(width: width, height: height, isFrame: true))
        #expect(frame == .tooManyPixels || frame == .broken)
    }

    @Test("a WebP whose canvas is larger than its frames is refused")
    func webp() async throws {
        var bytes = try bench.sample("anim.webp")
        // VP8X: width and height less one, in three bytes each.
        bytes.replaceSubrange(24..<30, with: [0xFF, 0x3F, 0, 0xFF, 0x3F, 0])
        let fault = try await bench.fault(bytes)
        #expect(fault == .tooManyPixels || fault == .broken)
    }

    @Test("of a hundred thousand frames the first is the picture")
    func frames() async throws {
        let worked = try await bench.read(HandMade.gif(frames: 100_000))
        #expect(worked.width == 1 && worked.height == 1)
        expectBare(worked, "frames")
    }

    @Test("a JPEG that says it is larger than its data is refused or shown, and does no harm")
    func liar() async throws {
        let jpeg = try await bench.jpeg()
        for (width, height) in [(1, 1), (2000, 1000), (0, 80), (120, 0)] {
            let fault = try await bench.fault(HandMade.resized(jpeg: jpeg, width: width, height: height))
            #expect(fault == nil || fault == .broken, "\(width) by \(height)")
        }
    }

    // MARK: Colours

    @Test("the colours of every kind of file come out as they were seen")
    func colours() async throws {
        let deep = HandMade.quarteredPNG(width: 40, height: 40, depth: 16)
        #expect(try bench.quarters(of: try await bench.read(deep).picture) == [0, 1, 2, 3])
        for name in ["cmyk.jpg", "icc.jpg", "badicc.jpg", "anim.gif", "anim.webp", "rgba.png", "grey16.png"] {
            expectBare(try await bench.read(try bench.sample(name)), name)
        }
    }

    // MARK: Advice

    @Test(
        "a still picture of telephones, and a film, are told apart by their brand",
        arguments: [
            ("heic", PictureFault.heic), ("heix", .heic), ("hevc", .heic), ("mif1", .heic), ("msf1", .heic),
            ("avif", .avif), ("avis", .avif), ("isom", .video), ("mp42", .video), ("qt  ", .video), ("M4V ", .video),
        ])
    func brands(_ brand: String, _ fault: PictureFault) async throws {
        let box = [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8)
        #expect(try await bench.fault(box + [UInt8](repeating: 0, count: 500)) == fault)
    }

    @Test(
        "every refusal says what to do",
        arguments: [
            PictureFault.empty, .tooManyBytes, .tooManyPixels, .broken, .failed, .heic, .avif, .tiff, .svg, .pdf,
            .archive,
            .bmp, .unknown,
        ])
    func advice(_ fault: PictureFault) {
        let verbs = ["Choose", "choose", "Send", "Save", "save", "Copy", "Take", "take"]
        #expect(verbs.contains { fault.text.contains("\($0) ") }, "\(fault.text)")
        #expect(!fault.text.contains("libvips") && !fault.text.contains("decode"))
    }

    @Test("HEIC and AVIF are refused with the setting that avoids them")
    func heic() {
        #expect(PictureFault.heic.text.contains("HEIC") && PictureFault.avif.text.contains("AVIF"))
        for fault in [PictureFault.heic, .avif] {
            #expect(fault.text.contains("Most Compatible") && fault.text.contains("JPEG"))
        }
    }
}
