#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard input and output, which are all that the worker has.
enum Channel {
    /// - Returns: nil when there is more.
    static func everything(atMost most: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = Glue.read(0, &piece)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= most else { return nil }
            bytes += piece.prefix(count)
        }
    }

    static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glue.write(1, $0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { exit(74) }
            rest = rest.dropFirst(count)
        }
    }

    static func refuse(_ word: String) { write(Array("hornbook-pictures 1\nrefused \(word)\n\n".utf8)) }

    private enum Glue {
        static func read(_ file: Int32, _ bytes: inout [UInt8]) -> Int {
            bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(file, buffer.baseAddress, buffer.count)
                #else
                    Darwin.read(file, buffer.baseAddress, buffer.count)
                #endif
            }
        }

        static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
            #if canImport(Glibc)
                Glibc.write(file, bytes.baseAddress, bytes.count)
            #else
                Darwin.write(file, bytes.baseAddress, bytes.count)
            #endif
        }
    }
}
