import Foundation
import Hummingbird
import NIOCore
import Records

/// The body of a request, read whole: a form, a form with files, or bytes.
struct Body: Sendable {
    var form = Input()
    var files: [String: String] = [:]
    var uploads: [String: [UInt8]] = [:]
    var bytes: [UInt8] = []

    static func read(_ request: Request, _ context: SiteContext) async throws -> Body {
        guard request.method == .post else { return Body() }
        let buffer = try await request.body.collect(upTo: context.maxUploadSize)
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            return Body(form: Input(urlEncoded: String(buffer: buffer)))
        }
        guard type.hasPrefix("multipart/form-data") else { return Body(bytes: Array(buffer.readableBytesView)) }
        var body = Body()
        for part in try Multipart.parts(of: Array(buffer.readableBytesView), type: type) {
            if part.isFile {
                body.files[part.name] = part.text
                body.uploads[part.name] = part.bytes
            } else {
                body.form.values[part.name, default: []].append(part.text.replacingOccurrences(of: "\r\n", with: "\n"))
            }
        }
        return body
    }
}
