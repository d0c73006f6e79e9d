/// Reads `multipart/form-data` strictly, as RFC 7578 has it.
struct Part {
    var name: String
    var fileName: String?
    var type: String?
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Returns: nil for a body that is not well formed.
    static func read(_ body: [UInt8], type: String?) -> [Part]? {
        guard let type, type.hasPrefix("multipart/form-data; boundary=") else { return nil }
        let boundary = Array(("--" + type.dropFirst("multipart/form-data; boundary=".count)).utf8)
        guard body.starts(with: boundary), body.suffix(boundary.count + 4) == boundary + Array("--\r\n".utf8) else {
            return nil
        }
        var parts: [Part] = []
        var places: [Int] = []
        var index = 0
        while index + boundary.count <= body.count {
            if body[index] == 0x2D, body[index..<index + boundary.count].elementsEqual(boundary) {
                places.append(index)
                index += boundary.count
            } else {
                index += 1
            }
        }
        for (start, end) in zip(places, places.dropFirst()) {
            let piece = Array(body[(start + boundary.count + 2)..<(end - 2)])
            guard
                let gap = (0..<max(piece.count - 3, 0)).first(where: { Array(piece[$0..<$0 + 4]) == [13, 10, 13, 10] })
            else { return nil }
            let head = String(decoding: piece[..<gap], as: UTF8.self)
            guard let name = head.firstMatch(of: #/form-data; name="([^"]+)"/#)?.output.1 else { return nil }
            parts.append(
                Part(
                    name: String(name),
                    fileName: head.firstMatch(of: #/filename="([^"]+)"/#).map { String($0.output.1) },
                    type: head.firstMatch(of: #/Content-Type: (\S+)/#).map { String($0.output.1) },
                    bytes: Array(piece[(gap + 4)...])))
        }
        return parts
    }
}
