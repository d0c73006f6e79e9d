/// A body of `multipart/form-data` (RFC 7578), for pictures with their words.
struct FormData {
    private var bytes: [UInt8] = []
    private let boundary: String

    /// - Parameter boundary: letters and digits that stand in none of the parts; the delivery's key does.
    init(boundary: String) { self.boundary = "hornbook-" + boundary.prefix(40) }

    var type: String { "multipart/form-data; boundary=\(boundary)" }

    mutating func add(_ name: String, _ value: String) {
        begin("name=\"\(name)\"", type: nil)
        bytes += Array(value.utf8)
        bytes += Array("\r\n".utf8)
    }

    /// - Parameter fileName: made here, never what somebody called the file.
    mutating func add(_ name: String, file: [UInt8], fileName: String, type: String) {
        begin("name=\"\(name)\"; filename=\"\(fileName)\"", type: type)
        bytes += file
        bytes += Array("\r\n".utf8)
    }

    func closed() -> [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }

    private mutating func begin(_ disposition: String, type: String?) {
        bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n".utf8)
        if let type { bytes += Array("Content-Type: \(type)\r\n".utf8) }
        bytes += Array("\r\n".utf8)
    }
}
