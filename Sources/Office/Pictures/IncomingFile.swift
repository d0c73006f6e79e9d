package import Foundation

/// A file that is being received: it has no name on the disk, so that nothing of it is left however the program ends.
package final class IncomingFile: Sendable {
    private let handle: FileHandle

    private static let prefix = "hornbook-incoming-"

    /// - Parameter folder: where the disk has room for it.
    package init(in folder: String = NSTemporaryDirectory()) throws {
        let path = "\(folder)/\(Self.prefix)\(UUID().uuidString)"
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        unlink(path)
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    /// Removes what a program that was ended between making a file and taking its name away has left. Those that are
    /// being received have no name any more, whoever receives them.
    ///
    /// - Returns: how many there were.
    @discardableResult
    package static func sweep(_ folder: String = NSTemporaryDirectory()) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.count { $0.hasPrefix(prefix) && unlink("\(folder)/\($0)") == 0 }
    }

    package convenience init(_ bytes: some DataProtocol) throws {
        try self.init()
        try append(bytes)
    }

    package func append(_ bytes: some DataProtocol) throws { try handle.write(contentsOf: bytes) }

    /// Open for reading and writing until this is let go.
    package var descriptor: Int32 { handle.fileDescriptor }

    package func rewind() throws { try handle.seek(toOffset: 0) }
}
