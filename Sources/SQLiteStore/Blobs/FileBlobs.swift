package import Ledger
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Blobs as files: one folder a log, one file a blob, `<kind>.<key>.<word>`, readable by their owner alone.
///
/// A file is written whole under another name, flushed, and only then given its own: it is there whole or not at all.
package final class FileBlobs: BlobStoring {
    private let folder: String
    /// Numbers the files that are being written.
    private let last = Atomic(0)

    /// - Parameters:
    ///   - folder: made by the writer when it is not there.
    ///   - access: the one writer removes what an earlier process left half-written.
    package init(folder: String, access: SQLiteStore.Access = .writer) throws(LedgerError) {
        self.folder = folder
        guard access == .writer else { return }
        try Self.make(folder)
        for log in Self.entries(of: folder) {
            for name in Self.entries(of: "\(folder)/\(log)") where name.hasPrefix(Self.unfinished) {
                unlink("\(folder)/\(log)/\(name)")
            }
        }
    }

    package func put(_ name: BlobName, _ bytes: [UInt8]) throws(LedgerError) {
        let place = self.place(of: name.log)
        try Self.make(place)
        let number = last.add(1, ordering: .relaxed).newValue
        let temporary = "\(place)/\(Self.unfinished)\(getpid())-\(number)"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.fault(folder) }
        let isWritten = Self.write(bytes, to: file) && fsync(file) == 0
        let fault = isWritten ? nil : Self.fault(folder)
        _ = Self.shut(file)
        guard fault == nil, rename(temporary, path(of: name)) == 0 else {
            let found = fault ?? Self.fault(folder)
            unlink(temporary)
            throw found
        }
        try Self.flush(place)
    }

    package func bytes(_ name: BlobName) throws(LedgerError) -> [UInt8]? {
        let file = open(path(of: name), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.fault(folder)
        }
        defer { _ = Self.shut(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.fault(folder) }
            if count == 0 { return bytes }
            bytes += piece.prefix(count)
        }
    }

    package func delete(_ name: BlobName) throws(LedgerError) {
        guard unlink(path(of: name)) == 0 else {
            if errno == ENOENT { return }
            throw Self.fault(folder)
        }
        try Self.flush(place(of: name.log))
    }

    package func names(_ log: LogID) -> [BlobName] {
        Self.entries(of: place(of: log)).compactMap { entry in
            let parts = entry.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else { return nil }
            return BlobName(log, "\(parts[0])/\(parts[1])", parts[2])
        }.sorted()
    }

    private static let unfinished = ".unfinished-"

    private func place(of log: LogID) -> String { "\(folder)/\(log)" }

    private func path(of name: BlobName) -> String {
        "\(place(of: name.log))/\(name.record.split(separator: "/").joined(separator: ".")).\(name.word)"
    }

    private static func make(_ folder: String) throws(LedgerError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw fault(folder) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { whole in
            var rest = whole[...]
            while !rest.isEmpty {
                let count = systemWrite(file, UnsafeRawBufferPointer(rebasing: rest))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(file, bytes.baseAddress, bytes.count)
        #endif
    }

    /// A new name lasts only once its folder was flushed too.
    private static func flush(_ folder: String) throws(LedgerError) {
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw fault(folder) }
        let isFlushed = fsync(file) == 0
        _ = shut(file)
        guard isFlushed else { throw fault(folder) }
    }

    private static func entries(of folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func shut(_ file: Int32) -> Int32 { close(file) }

    private static func fault(_ folder: String) -> LedgerError {
        switch errno {
        case ENOSPC, EDQUOT: .unavailable("The disk is full: the picture was not kept. Free some space and try again.")
        case EACCES, EPERM, EROFS:
            .unavailable("The folder `\(folder)` may not be written to. Check the rights on it.")
        default: .unavailable("The folder `\(folder)` failed: \(String(cString: strerror(errno))).")
        }
    }
}
