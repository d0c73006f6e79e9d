package import Foundation

/// A file that is being received: it has no name on the disk, so that nothing of it is left however the program ends.
package final class IncomingFile: Sendable {
    private let handle: FileHandle

    /// - Parameter folder: where the disk has room for it.
    package init(in folder: String = NSTemporaryDirectory()) throws {
        let path = "\(folder)/hornbook-incoming-\(UUID().uuidString)"
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        unlink(path)
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
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
