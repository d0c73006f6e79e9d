import Foundation
import Hummingbird

/// `multipart/form-data` (RFC 7578), read piece by piece as it comes, so that a file never stands in memory as a whole.
struct Multipart {
    enum Found: Equatable {
        /// - fileName: nil for a plain field.
        case began(name: String, fileName: String?)
        case bytes([UInt8])
        case ended
    }

    private enum Stage { case preamble, delimiter, head, content, done }

    private static let crlf = Array("\r\n".utf8)
    private static let mostHead = 8 * 1024
    private static let mostParts = 100

    /// With the line end that belongs to it.
    private let delimiter: [UInt8]
    private var stage = Stage.preamble
    /// The first delimiter may stand at the very beginning, without a line before it.
    private var held = Multipart.crlf
    private var parts = 0

    /// - Throws: 400 when the type names no boundary that may be one.
    init(type: String) throws {
        guard let boundary = Self.parameter("boundary", in: type), (1...70).contains(boundary.utf8.count) else {
            throw HTTPError(.badRequest)
        }
        delimiter = Self.crlf + Array("--\(boundary)".utf8)
    }

    /// - Throws: 400 for a body that is not what its type says.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Found] {
        held += bytes
        var found: [Found] = []
        while try step(&found) {}
        return found
    }

    /// - Throws: 400 when the body ended before its last delimiter.
    func finish() throws {
        guard stage == .done else { throw HTTPError(.badRequest) }
    }

    /// - Returns: false when more must come first.
    private mutating func step(_ found: inout [Found]) throws -> Bool {
        switch stage {
        case .done:
            held.removeAll()
            return false
        case .preamble:
            guard let end = Self.find(delimiter, in: held) else {
                held.removeFirst(max(0, held.count - delimiter.count + 1))
                return false
            }
            held.removeFirst(end + delimiter.count)
            stage = .delimiter
        case .delimiter:
            guard held.count >= 2 else { return false }
            if held.starts(with: Array("--".utf8)) {
                stage = .done
            } else {
                parts += 1
                guard held.starts(with: Self.crlf), parts <= Self.mostParts else { throw HTTPError(.badRequest) }
                held.removeFirst(2)
                stage = .head
            }
        case .head:
            guard let end = Self.find(Self.crlf + Self.crlf, in: held) else {
                guard held.count <= Self.mostHead else { throw HTTPError(.badRequest) }
                return false
            }
            guard end <= Self.mostHead else { throw HTTPError(.badRequest) }
            found.append(try Self.beginning(String(decoding: held.prefix(end), as: UTF8.self)))
            held.removeFirst(end + 4)
            stage = .content
        case .content:
            if let end = Self.find(delimiter, in: held) {
                if end > 0 { found.append(.bytes(Array(held.prefix(end)))) }
                found.append(.ended)
                held.removeFirst(end + delimiter.count)
                stage = .delimiter
            } else {
                let safe = held.count - delimiter.count + 1
                guard safe > 0 else { return false }
                found.append(.bytes(Array(held.prefix(safe))))
                held.removeFirst(safe)
                return false
            }
        }
        return true
    }

    private static func beginning(_ head: String) throws -> Found {
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", in: String(disposition)) else {
            throw HTTPError(.badRequest)
        }
        return .began(name: name, fileName: parameter("filename", in: String(disposition)))
    }

    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in pieces(of: header).dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingPrefix(while: \.isWhitespace).lowercased() == name else { continue }
            var value = pair[1][...]
            while let last = value.last, last.isWhitespace { value.removeLast() }
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 { value = value.dropFirst().dropLast() }
            return String(value)
        }
        return nil
    }

    /// What stands between semicolons, those within quotation marks aside: a file's name may have some.
    private static func pieces(of header: String) -> [Substring] {
        var isQuoted = false
        return header.split(omittingEmptySubsequences: false) { letter in
            if letter == "\"" { isQuoted.toggle() }
            return letter == ";" && !isQuoted
        }
    }

    /// By the C library's search for one byte: a picture has millions of them.
    private static func find(_ needle: [UInt8], in body: [UInt8]) -> Int? {
        guard let first = needle.first, body.count >= needle.count else { return nil }
        return body.withUnsafeBytes { whole -> Int? in
            guard let start = whole.baseAddress else { return nil }
            let last = whole.count - needle.count
            var place = 0
            while place <= last {
                guard let hit = memchr(start + place, Int32(first), last - place + 1) else { return nil }
                place = UnsafeRawPointer(hit) - start
                if memcmp(hit, needle, needle.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}
