import Foundation
import Glibc
import Synchronization

/// Asks for one page over and over on several kept connections, and tells how often and how late the answers came.
struct LoadClient: Sendable {
    let port: Int
    let connections: Int
    let seconds: Double

    struct Result: Sendable {
        var perSecond: Double
        /// Seconds within which 99 of 100 answers came.
        var p99: Double
    }

    struct Failed: Error { let reason: String }

    func run(_ path: String, cookie: String) throws -> Result {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\n\r\n".utf8)
        let times = Mutex<[Double]>([])
        let failure = Mutex<String?>(nil)
        let start = ContinuousClock.now
        let group = DispatchGroup()
        for _ in 0..<connections {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                do {
                    let own = try ask(request, until: start + .seconds(seconds))
                    times.withLock { $0 += own }
                } catch {
                    failure.withLock { $0 = "\(error)" }
                }
            }
        }
        group.wait()
        if let reason = failure.withLock({ $0 }) { throw Failed(reason: reason) }
        let taken = (ContinuousClock.now - start).inSeconds
        let sorted = times.withLock { $0.sorted() }
        guard !sorted.isEmpty else { throw Failed(reason: "no answer came") }
        return Result(
            perSecond: Double(sorted.count) / taken, p99: sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
    }

    private func ask(_ request: [UInt8], until end: ContinuousClock.Instant) throws -> [Double] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failed(reason: "no connection") }
        var times: [Double] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while ContinuousClock.now < end {
            let start = ContinuousClock.now
            guard send(descriptor, request, request.count, 0) == request.count else { throw Failed(reason: "not sent") }
            try receive(descriptor, &buffer)
            times.append((ContinuousClock.now - start).inSeconds)
        }
        return times
    }

    /// Reads one answer, whose length its head tells.
    private func receive(_ descriptor: Int32, _ buffer: inout [UInt8]) throws {
        var filled = 0
        var wanted = Int.max
        while filled < wanted {
            let count = buffer.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, 0)
            }
            guard count > 0 else { throw Failed(reason: "connection closed") }
            filled += count
            if wanted == .max, let head = Self.head(buffer[..<filled]) {
                guard head.text.hasPrefix("HTTP/1.1 200") else { throw Failed(reason: String(head.text.prefix(12))) }
                wanted = head.end + head.length
                if wanted > buffer.count { buffer += [UInt8](repeating: 0, count: wanted - buffer.count) }
            }
        }
    }

    private static func head(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int, length: Int)? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let blank = text.range(of: "\r\n\r\n") else { return nil }
        let head = String(text[..<blank.lowerBound])
        let line = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let length = line.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        return (head, head.utf8.count + 4, length)
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
