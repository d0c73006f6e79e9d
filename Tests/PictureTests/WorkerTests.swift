import Foundation
import Office
import Records
import Testing

@testable import PictureProcess

@Suite("The program that reads pictures")
struct WorkerTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test("a picture becomes a bare JPEG of its size, and a small one")
    func plain() async throws {
        let worked = try await bench.read(HandMade.png(width: 3000, height: 1000))
        #expect(worked.width == 2048 && worked.height == 683)
        #expect(BareJPEG.isOne(worked.picture) && BareJPEG.isOne(worked.thumbnail))
        #expect(worked.thumbnail.count < worked.picture.count)
    }

    @Test("each orientation is turned upright, and the place, the camera and the comment are gone", arguments: 1...8)
    func exif(_ orientation: UInt8) async throws {
        let odd = HandMade.withExif(try await bench.jpeg(), orientation: orientation)
        #expect(!BareJPEG.isOne(odd) && HandMade.isAnywhere("SECRETCAMERA", in: odd))
        let worked = try await bench.read(odd)
        #expect((worked.width, worked.height) == (orientation < 5 ? (120, 80) : (80, 120)))
        for bytes in [worked.picture, worked.thumbnail] {
            #expect(BareJPEG.isOne(bytes))
            for word in ["Exif", "SECRETCAMERA", "51.5007"] {
                #expect(!HandMade.isAnywhere(word, in: bytes), "\(word)")
            }
        }
    }

    @Test(
        "what is not one of the four formats is refused by its first bytes, whatever it is",
        arguments: [
            ("", PictureFault.empty), ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", .heic),
            ("\0\0\0\u{18}ftypavif\0\0\0\0", .avif), ("\0\0\0\u{14}ftypqt  ", .video), ("II*\0aaaaaaaa", .tiff),
            ("MM\0*aaaaaaaa", .tiff), ("%PDF-1.7", .pdf), ("PK\u{3}\u{4}", .archive), ("BM123456", .bmp),
            ("<?xml version=\"1.0\"?><svg/>", .svg), ("\u{FEFF}\n <svg/>", .svg),
            ("<html><img src=x onerror=alert(1)>", .svg), ("hello", .unknown), ("GIF88a", .unknown),
        ])
    func refused(_ text: String, _ expected: PictureFault) async throws {
        #expect(try await bench.fault(Array(text.utf8)) == expected)
    }

    @Test("a header that tells of too many points is refused before any is decoded")
    func hugeHeader() async throws {
        for (width, height) in [(60_000, 60_000), (20_001, 10), (9_000, 6_667)] {
            let bomb = HandMade.png(width: width, height: height, depth: 8, data: HandMade.zeros(1000))
            #expect(try await bench.fault(bomb) == .tooManyPixels, "\(width) by \(height)")
        }
    }

    @Test("a few bytes that unpack to many are decoded within bounds, or refused as damaged")
    func packedBomb() async throws {
        let bomb = HandMade.png(width: 8000, height: 7000, depth: 8, data: HandMade.zeros((8000 * 3 + 1) * 7000 + 300))
        #expect(bomb.count < 1_200_000)
        do { #expect(try await bench.read(bomb).width == 2048) } catch let fault as PictureFault {
            #expect(fault == .broken)
        }
        // The next one is read all the same.
        #expect(try await bench.read(HandMade.png(width: 10, height: 10)).width == 10)
    }

    @Test("a picture that was cut short is said to be damaged", arguments: [3, 20, 100, 400])
    func truncated(_ count: Int) async throws {
        #expect(try await bench.fault(Array(try await bench.jpeg().prefix(count))) == .broken)
    }

    @Test("of a file that is two things at once only the picture is left")
    func polyglot() async throws {
        let more = "<html><script>alert(1)</script>PK\u{3}\u{4}"
        let worked = try await bench.read(try await bench.jpeg() + Array(more.utf8))
        #expect(!HandMade.isAnywhere("script", in: worked.picture))
    }

    @Test(
        "every usual kind of picture is read",
        arguments: ["anim.gif", "anim.webp", "cmyk.jpg", "icc.jpg", "badicc.jpg", "rgba.png"])
    func samples(_ name: String) async throws {
        let worked = try await bench.read(try bench.sample(name))
        #expect(worked.width == 120 && worked.height == 80)
    }

    @Test("sixteen bits a colour become eight")
    func deep() async throws { #expect(try await bench.read(try bench.sample("grey16.png")).width == 50) }

    @Test("one point is a picture")
    func one() async throws { #expect(try await bench.read(HandMade.png(width: 1, height: 1)).height == 1) }

    @Test("bytes changed anywhere do no harm: there is a picture, or a refusal", arguments: 0..<12)
    func damaged(_ seed: UInt64) async throws {
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var bytes = try bench.sample("two-faces.jpg")
        for _ in 0..<40 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            bytes[4 + Int(random % UInt64(bytes.count - 4))] = UInt8(truncatingIfNeeded: random >> 32)
        }
        let found = try await bench.fault(bytes)
        #expect([nil, .broken, .tooManyPixels, .failed].contains(found))
    }

    @Test("faces are found where they are")
    func faces() async throws {
        try #require(bench.worker.facesAreMissing == nil, "install opencv-data, as `make setup` does")
        let faces = try #require(try await bench.read(try bench.sample("two-faces.jpg")).faces)
        #expect(faces.count == 2)
        #expect(faces.map { ($0.x + $0.width / 2) / 100 } == [2, 7])
        #expect(try await bench.read(HandMade.png(width: 300, height: 300)).faces == [])
    }

    @Test("without the descriptions of faces none are looked for, and that is told")
    func withoutCascades() async throws {
        for folder in [nil, "/nowhere"] {
            let blind = PictureProcess(executable: bench.worker.executable, cascades: folder)
            #expect(try await blind.read(try IncomingFile(try bench.sample("two-faces.jpg"))).faces == nil)
        }
    }

    @Test("a covered part is nine flat colours, and no face is found there again")
    func cover() async throws {
        let before = try await bench.read(try bench.sample("two-faces.jpg"))
        let faces = try #require(before.faces)
        let covered = try await bench.worker.cover(before.picture, faces)
        #expect(covered.width == before.width && covered.picture != before.picture)
        #expect(try await bench.read(covered.picture).faces == [])
    }

    @Test("where there is no worker it is said what to install, and nothing is read")
    func missing() async throws {
        let none = PictureProcess(executable: "/nowhere/hornbook-pictures", cascades: nil)
        #expect(none.isMissing?.contains("hornbook-pictures") == true)
        await #expect(throws: PictureFault.notInstalled) { try await none.read(try IncomingFile([1])) }
    }

    @Test(
        "a worker that says nothing, too much, or something else is not believed",
        arguments: ["/bin/true", "/bin/false", "/usr/bin/yes", "/bin/cat"])
    func strangers(_ program: String) async throws {
        let strange = PictureProcess(executable: program, cascades: nil, patience: 3)
        await #expect(throws: PictureFault.self) { try await strange.read(try IncomingFile(Array("hello\n".utf8))) }
    }

    @Test("a worker that never ends is ended")
    func endless() async throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "endless-\(UUID().uuidString)")
        try Data("#!/bin/sh\nexec sleep 100\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        let strange = PictureProcess(executable: script.path, cascades: nil, patience: 1)
        await #expect(throws: PictureFault.failed) { try await strange.read(try IncomingFile([1])) }
    }

    @Test(
        "an answer out of bounds is refused",
        arguments: [
            "", "hornbook-pictures 2\n\n", "hornbook-pictures 1\nwidth 0\nheight 1\n\n",
            "hornbook-pictures 1\nwidth 10\nheight 10\nfaces looked-for\npicture 99\nthumbnail 1\n\nab",
            "hornbook-pictures 1\nwidth 10\nheight 10\nfaces looked-for\npicture 1\nthumbnail 1\n\nab",
            "hornbook-pictures 1\nwidth 10\nheight 10\nfaces maybe\npicture 1\nthumbnail 1\n\nab",
        ])
    func answers(_ text: String) {
        #expect(throws: PictureFault.self) { try WorkerAnswer(Array(text.utf8)).picture() }
    }
}
