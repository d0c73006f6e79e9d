import Hummingbird

/// `multipart/form-data` (RFC 7578), for the one form that sends a file: a list of people.
enum Multipart {
    struct Part: Sendable, Equatable {
        var name: String
        var isFile: Bool
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// - Throws: 400 for a body that is not what its type says.
    static func parts(of body: [UInt8], type: String) throws -> [Part] {
        guard let boundary = parameter("boundary", in: type), (1...70).contains(boundary.utf8.count) else {
            throw HTTPError(.badRequest)
        }
        let delimiter = Array("--\(boundary)".utf8)
        guard var start = find(delimiter, in: body, from: 0) else { throw HTTPError(.badRequest) }
        var parts: [Part] = []
        while true {
            start += delimiter.count
            if body[min(start, body.count)...].starts(with: Array("--".utf8)) { return parts }
            guard body[min(start, body.count)...].starts(with: crlf),
                let end = find(crlf + delimiter, in: body, from: start)
            else {
                throw HTTPError(.badRequest)
            }
            parts.append(try part(body[(start + 2)..<max(end, start + 2)]))
            guard parts.count <= 100 else { throw HTTPError(.badRequest) }
            start = end + 2
        }
    }

    private static let crlf = Array("\r\n".utf8)

    private static func part(_ bytes: ArraySlice<UInt8>) throws -> Part {
        let whole = Array(bytes)
        guard let blank = find(crlf + crlf, in: whole, from: 0) else { throw HTTPError(.badRequest) }
        let head = String(decoding: whole[..<blank], as: UTF8.self)
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", in: String(disposition)) else {
            throw HTTPError(.badRequest)
        }
        return Part(
            name: name, isFile: parameter("filename", in: String(disposition)) != nil,
            bytes: Array(whole[(blank + 4)...]))
    }

    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingPrefix(while: \.isWhitespace).lowercased() == name else { continue }
            var value = pair[1][...]
            while let last = value.last, last.isWhitespace { value.removeLast() }
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 { value = value.dropFirst().dropLast() }
            return String(value)
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, body.count >= needle.count else { return nil }
        var index = start
        while index <= body.count - needle.count {
            if body[index] == first, body[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}
