import Foundation
import Hummingbird
import Testing

@testable import Web

@Suite("A form with files, read as it comes")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=XX"
    private static let body =
        "preamble\r\n--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n"
        + "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + "\r\n--X almost \r\n-\r\n--XX\r\nContent-Disposition: form-data; name=\"g\"; filename=\"\"\r\n\r\n\r\n--XX--\r\nafter"

    /// Names and contents, whatever the pieces were.
    private func read(_ body: [UInt8], pieces: Int) throws -> [String] {
        var multipart = try Multipart(type: Self.type)
        var parts: [String] = []
        var rest = body[...]
        while !rest.isEmpty {
            for found in try multipart.feed(rest.prefix(pieces)) {
                switch found {
                case .began(let name, let fileName): parts.append("\(name)|\(fileName ?? "-")|")
                case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
                case .ended: parts[parts.count - 1] += "|"
                }
            }
            rest = rest.dropFirst(pieces)
        }
        try multipart.finish()
        return parts
    }

    @Test("its parts are the same however the body is cut", arguments: [1, 2, 3, 5, 7, 11, 64, 10_000])
    func pieces(_ pieces: Int) throws {
        #expect(
            try read(Array(Self.body.utf8), pieces: pieces)
                == ["csrf|-|token|", "f|a.jpg|\r\n--X almost \r\n-|", "g|||"])
    }

    @Test("a file's name is whole, whatever letters are in it: a child may be named in it")
    func fileNames() throws {
        for name in ["Oak; Ada Lark.jpg", "Ada=Lark.jpg", "Zoë 🎈.jpg", "name=\u{2019}x\u{2019}; y.jpg"] {
            let body =
                "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(name)\"\r\n\r\nx\r\n--XX--"
            #expect(try read(Array(body.utf8), pieces: 7) == ["f|\(name)|x|"])
        }
    }

    @Test("a body that ends too early is refused wherever it ends")
    func cut() throws {
        let body = Array(Self.body.utf8)
        let whole = try #require(Data(body).range(of: Data("--XX--".utf8))?.upperBound)
        for count in 0..<whole {
            #expect(throws: HTTPError.self, "\(count)") { try read(Array(body.prefix(count)), pieces: 13) }
        }
    }

    @Test("a head without end is refused before it fills the memory")
    func longHead() throws {
        var multipart = try Multipart(type: Self.type)
        _ = try multipart.feed(Array("--XX\r\nA: ".utf8))
        #expect(throws: HTTPError.self) {
            for _ in 0..<100 { _ = try multipart.feed([UInt8](repeating: 0x61, count: 1000)) }
        }
    }
}
