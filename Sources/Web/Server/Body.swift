import Foundation
import Hummingbird
import NIOCore
import Office
import Records

/// How many files a form may send, and how large each may be.
package struct Uploads: Sendable, Equatable {
    package var count: Int
    package var bytesEach: Int
}

/// A file that came with a form.
struct Incoming: Sendable {
    var field: String
    /// As the device called it; only shown and kept, never used as a path.
    var fileName: String
    var file: IncomingFile
    var isTooLarge = false
}

/// The body of a request: a form, a form with files, or bytes. It is read whole, but for the files of a form that is made
/// to send large ones: those go to the disk as they come.
struct Body: Sendable {
    var form = Input()
    /// The text of small files, by field.
    var files: [String: String] = [:]
    /// Their bytes, by field.
    var uploads: [String: [UInt8]] = [:]
    var incoming: [Incoming] = []
    /// More files were sent than the form may send; those that came first are here.
    var hasTooManyFiles = false
    var bytes: [UInt8] = []
    /// False where the rest was not read, because its files may not be taken.
    var isWhole = true

    /// - Parameters:
    ///   - most: of everything but large files, in bytes.
    ///   - uploads: nil for a form that sends no large files.
    ///   - mayTake: asked before the first large file is read, with the fields that came before it.
    ///   - heard: called whenever a piece has come.
    static func read(
        _ request: Request, most: Int, uploads: Uploads? = nil, mayTake: (Input) -> Bool = { _ in true },
        heard: () -> Void = {}
    ) async throws -> Body {
        let type = request.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data") else {
            var buffer = ByteBuffer()
            for try await var piece in request.body {
                heard()
                guard buffer.readableBytes + piece.readableBytes <= most else { throw HTTPError(.contentTooLarge) }
                buffer.writeBuffer(&piece)
            }
            guard type.hasPrefix("application/x-www-form-urlencoded") else {
                return Body(bytes: Array(buffer.readableBytesView))
            }
            return Body(form: Input(urlEncoded: String(buffer: buffer)))
        }
        var reading = Reading(uploads: uploads, most: most)
        var multipart = try Multipart(type: type)
        for try await piece in request.body {
            heard()
            try reading.count(piece.readableBytes)
            for found in try multipart.feed(piece.readableBytesView) {
                guard try reading.take(found, mayTake) else { return Body(form: reading.body.form, isWhole: false) }
            }
        }
        try multipart.finish()
        return reading.body
    }

    /// A form that is being read.
    private struct Reading {
        private enum Part {
            case none, skipped
            case field(name: String, isFile: Bool)
            case large(Incoming, count: Int)
        }

        var body = Body()
        private let uploads: Uploads?
        /// Of everything but large files, in bytes.
        private let most: Int
        private var part = Part.none
        /// Of the field that is being read: beside it, so that it grows in place however small the pieces are.
        private var value: [UInt8] = []
        private var total = 0
        private var small = 0

        init(uploads: Uploads?, most: Int) {
            self.uploads = uploads
            self.most = most
        }

        /// - Throws: 413 when more comes than the form could ever send.
        mutating func count(_ bytes: Int) throws {
            total += bytes
            let files = uploads.map { ($0.count + 1) * $0.bytesEach } ?? 0
            guard total <= most + files else { throw HTTPError(.contentTooLarge) }
        }

        /// - Returns: false when a large file may not be taken.
        mutating func take(_ found: Multipart.Found, _ mayTake: (Input) -> Bool) throws -> Bool {
            switch (found, part) {
            case (.began(let name, .some(let fileName)), _) where uploads != nil:
                guard mayTake(body.form) else { return false }
                if let uploads, body.incoming.count >= uploads.count {
                    body.hasTooManyFiles = true
                    part = .skipped
                } else {
                    part = .large(Incoming(field: name, fileName: fileName, file: try IncomingFile()), count: 0)
                }
            case (.began(let name, let fileName), _):
                value = []
                part = .field(name: name, isFile: fileName != nil)
            case (.bytes(let bytes), .field):
                small += bytes.count
                guard small <= most else { throw HTTPError(.contentTooLarge) }
                value += bytes
            case (.bytes(let bytes), .large(var incoming, let count)):
                if count + bytes.count > uploads?.bytesEach ?? 0 {
                    incoming.isTooLarge = true
                } else {
                    try incoming.file.append(bytes)
                }
                part = .large(incoming, count: count + bytes.count)
            case (.ended, .field(let name, let isFile)):
                if isFile { body.uploads[name] = value }
                finish(name, isFile, String(decoding: value, as: UTF8.self))
            case (.ended, .large(let incoming, let count)):
                // A form with no file chosen sends one without a name.
                if count > 0 || !incoming.fileName.isEmpty { body.incoming.append(incoming) }
                part = .none
            case (.ended, .none), (.ended, .skipped): part = .none
            case (.bytes, .none), (.bytes, .skipped): break
            }
            return true
        }

        private mutating func finish(_ name: String, _ isFile: Bool, _ text: String) {
            if isFile {
                body.files[name] = text
            } else {
                body.form.values[name, default: []].append(text.replacingOccurrences(of: "\r\n", with: "\n"))
            }
            part = .none
        }
    }
}
