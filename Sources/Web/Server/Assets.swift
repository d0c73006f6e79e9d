import HTTPTypes
import Hummingbird
import NIOCore

/// The style, the script and the mark, out of the program itself: it is the whole installation.
enum Assets {
    struct Asset: Sendable {
        let name: String
        let type: String
        let bytes: ByteBuffer

        var response: Response {
            Response(
                status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=3600"],
                body: ResponseBody(byteBuffer: bytes))
        }
    }

    static let all = [
        Asset(
            name: "hornbook.css", type: "text/css; charset=utf-8",
            bytes: ByteBuffer(string: EmbeddedTexts.hornbook_css)),
        Asset(
            name: "hornbook.js", type: "text/javascript; charset=utf-8",
            bytes: ByteBuffer(string: EmbeddedTexts.hornbook_js)),
        Asset(
            name: "pictures.js", type: "text/javascript; charset=utf-8",
            bytes: ByteBuffer(string: EmbeddedTexts.pictures_js)),
        Asset(name: "favicon.svg", type: "image/svg+xml", bytes: ByteBuffer(string: EmbeddedTexts.favicon_svg)),
    ]
}
