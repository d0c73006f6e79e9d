import CPictures
import Foundation
import Office
import Records
import Testing

@testable import PictureProcess

/// The worker that stands beside the tests.
struct Workbench {
    let worker: PictureProcess
    private let samples: URL

    init() throws {
        let bundle = try #require(
            CommandLine.arguments.first { $0.contains(".xctest") }, "the tests were not started by `swift test`")
        var url = URL(filePath: bundle)
        while url.pathComponents.count > 1, url.pathExtension != "xctest" { url.deleteLastPathComponent() }
        let folder = url.deletingLastPathComponent()
        worker = PictureProcess(
            executable: folder.appending(path: PictureProcess.name).path,
            cascades: PictureProcess.cascadeFolders.first { FileManager.default.fileExists(atPath: $0) })
        samples = try #require(Bundle.module.url(forResource: "Samples", withExtension: nil))
        try #require(worker.isMissing == nil, "build all of the package first, as `make test` does")
    }

    func read(_ bytes: [UInt8]) async throws -> WorkedPicture { try await worker.read(try IncomingFile(bytes)) }

    func sample(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: samples.appending(path: name)))
    }

    /// Why there is no picture of some bytes; nil where there is one.
    func fault(_ bytes: [UInt8]) async throws -> PictureFault? {
        do {
            _ = try await read(bytes)
            return nil
        } catch let fault as PictureFault {
            return fault
        }
    }

    /// A JPEG of 120 by 80 of four colours, each in its quarter.
    func jpeg() async throws -> [UInt8] { try await read(HandMade.quarteredPNG(width: 120, height: 80)).picture }

    /// The colour in the middle of each quarter of a JPEG, by its place in ``HandMade/quarters``; nil for none of them.
    func quarters(of jpeg: [UInt8]) throws -> [Int?] {
        try #require(Self.isStarted)
        var image = hb_image()
        try #require(hb_decode(Int32(HB_JPEG), jpeg, jpeg.count, 60_000_000, 20_000, 2048, &image) == HB_DONE)
        defer { hb_free(image.pixels) }
        let (width, height) = (Int(image.width), Int(image.height))
        let pixels = UnsafeBufferPointer(start: image.pixels, count: width * height * 3)
        return [(1, 1), (3, 1), (1, 3), (3, 3)].map { x, y in
            let start = (height * y / 4 * width + width * x / 4) * 3
            return HandMade.quarters.firstIndex { colour in
                (0..<3).allSatisfy { abs(Int(pixels[start + $0]) - Int(colour[$0])) < 40 }
            }
        }
    }

    private static let isStarted = hb_start() == 0
}
