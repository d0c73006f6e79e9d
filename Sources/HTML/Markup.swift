/// A piece of a page: text still to be escaped, or bytes that are safe to send.
///
/// Text becomes markup only by being escaped; the one other way in is ``UnescapedHTML``.
package struct Markup: Sendable {
    private enum Storage: Sendable {
        case text(String)
        case safe([UInt8])
    }

    private var storage: Storage

    /// Nothing at all.
    package init() { storage = .safe([]) }

    /// Text, shown exactly as it is.
    package init(_ text: String) { storage = .text(text) }

    init(safe bytes: [UInt8]) { storage = .safe(bytes) }

    /// What stands in the builder, for markup that is made apart from where it is shown.
    package init(@MarkupBuilder content: () -> Markup) { self = content() }

    package var isEmpty: Bool {
        switch storage {
        case .text(let text): text.isEmpty
        case .safe(let bytes): bytes.isEmpty
        }
    }

    /// UTF-8, ready to send.
    package var bytes: [UInt8] {
        switch storage {
        case .text(let text):
            var bytes: [UInt8] = []
            bytes.appendEscaped(text, quotes: false)
            return bytes
        case .safe(let bytes): return bytes
        }
    }

    /// The same as a string: for tests and for text that travels inside other text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    func write(to output: inout [UInt8]) {
        switch storage {
        case .text(let text): output.appendEscaped(text, quotes: false)
        case .safe(let bytes): output.append(contentsOf: bytes)
        }
    }

    /// Adds a piece after this one, in place where nobody else holds its bytes.
    mutating func append(_ next: Markup) {
        var output: [UInt8] = []
        switch storage {
        case .safe(let bytes): output = bytes
        case .text(let text): output.appendEscaped(text, quotes: false)
        }
        storage = .safe([])
        next.write(to: &output)
        storage = .safe(output)
    }

    /// Bytes the piece takes when nothing in it needs escaping.
    var roughCount: Int {
        switch storage {
        case .text(let text): text.utf8.count
        case .safe(let bytes): bytes.count
        }
    }
}

extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}
