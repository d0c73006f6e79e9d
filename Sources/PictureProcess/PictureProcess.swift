import Dispatch
import Foundation
package import Office
package import Records

/// Runs `hornbook-pictures` for each picture: one at a time, with nothing but the picture, until it answers or its time
/// is up. Whatever a file does to it, this program reads a short answer of a fixed shape or tells of a fault.
package struct PictureProcess: PictureWorking {
    package static let name = "hornbook-pictures"

    let executable: String
    private let cascades: String?
    /// Wall-clock seconds; the worker binds its processor time itself.
    private let patience: Int
    private let line = DispatchQueue(label: "hornbook.pictures")

    /// - Parameters:
    ///   - executable: the worker's path.
    ///   - cascades: the folder of OpenCV's descriptions of faces; nil to look for no faces.
    package init(executable: String, cascades: String?, patience: Int = 60) {
        self.executable = executable
        self.cascades = cascades
        self.patience = patience
    }

    /// The worker beside this program, and the cascades where Debian, Ubuntu and Homebrew put them.
    package static func besideThisProgram() -> PictureProcess {
        let own = (Bundle.main.executablePath ?? CommandLine.arguments.first ?? "") as NSString
        return PictureProcess(
            executable: "\(own.deletingLastPathComponent)/\(name)",
            cascades: cascadeFolders.first { FileManager.default.fileExists(atPath: "\($0)/\(frontal)") })
    }

    package static let cascadeFolders = [
        "/usr/share/opencv4/haarcascades", "/usr/local/share/opencv4/haarcascades",
        "/opt/homebrew/share/opencv4/haarcascades",
    ]
    private static let frontal = "haarcascade_frontalface_alt2.xml"

    package var isMissing: String? {
        FileManager.default.isExecutableFile(atPath: executable)
            ? nil : "Pictures cannot be added yet: put the program `\(Self.name)` beside `hornbook` on the server."
    }

    /// In a sentence for the log of the server; nil where faces are looked for.
    package var facesAreMissing: String? {
        cascades == nil ? "No faces are looked for in pictures: install the package `opencv-data`." : nil
    }

    package func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture {
        try await run(["read"] + (cascades.map { [$0] } ?? []), file)
    }

    package func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture {
        let file: IncomingFile
        do { file = try IncomingFile(picture) } catch { throw .failed }
        return try await run(["cover"] + areas.map(\.text), file)
    }

    private func run(_ arguments: [String], _ file: IncomingFile) async throws(PictureFault) -> WorkedPicture {
        guard isMissing == nil else { throw .notInstalled }
        let answer: Result<WorkedPicture, PictureFault> = await withCheckedContinuation { continuation in
            line.async {
                continuation.resume(
                    returning: Result { () throws(PictureFault) in
                        try file.rewindOrFail()
                        let child = try Child(executable, arguments, input: file.descriptor)
                        return try WorkerAnswer(child.output(within: patience, atMost: Self.mostOutput)).picture()
                    })
            }
        }
        return try answer.get()
    }

    /// A picture of 2048 by 2048 points cannot be so large as JPEG.
    private static let mostOutput = 16 * 1024 * 1024
}

extension IncomingFile {
    fileprivate func rewindOrFail() throws(PictureFault) {
        do { try rewind() } catch { throw .failed }
    }
}
