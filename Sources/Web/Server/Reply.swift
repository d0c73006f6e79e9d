import Foundation
import HTML
package import HTTPTypes
import Hummingbird
import NIOCore

/// What a handler answers with. The dispatcher alone turns it into HTTP.
package enum Reply: Sendable {
    case page(PageShell, status: HTTPResponse.Status = .ok)
    /// To another address of this installation, after a form was posted.
    case redirect(String)
    case bytes([UInt8], type: String, fileName: String? = nil)
    case json([UInt8], status: HTTPResponse.Status = .ok)
    case signedIn(secret: String, to: String)
    case signedOut(to: String)

    /// A form with something wrong in it, filled in as it was sent.
    static func wrong(_ page: PageShell) -> Reply { .page(page, status: .unprocessableContent) }
    /// A form whose record has moved on.
    static func overtaken(_ page: PageShell) -> Reply { .page(page, status: .conflict) }
    static func missing(_ page: PageShell) -> Reply { .page(page, status: .notFound) }
    static func wait(_ page: PageShell) -> Reply { .page(page, status: .tooManyRequests) }

    static func encoded(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json([UInt8](try encoder.encode(value)), status: status)
    }
}

extension Response {
    init(status: HTTPResponse.Status, type: String, bytes: [UInt8]) {
        self.init(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func html(_ page: PageShell, status: HTTPResponse.Status) -> Response {
        Response(status: status, type: "text/html; charset=utf-8", bytes: page.bytes)
    }

    /// Only to an address here: a redirect elsewhere would let a link in an e-mail borrow the school's name.
    static func redirect(here path: String) -> Response {
        // Browsers drop tabs and line ends from an address before they read it.
        let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        let isHere = path.hasPrefix("/") && !path.hasPrefix("//") && isPlain
        return Response(status: .seeOther, headers: [.location: isHere ? path : "/"])
    }
}
