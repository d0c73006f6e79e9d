import Foundation
import Ledger

/// The file that holds the master key: 64 hexadecimal digits, readable by its owner alone.
struct MasterKeyFile {
    let path: String

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: ``Failure`` when others can read the file or it does not hold a key. The file is never changed.
    func read() throws -> MasterKey {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure("There is no master key file at `\(path)`.") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Failure("The master key `\(path)` is not a plain file.") }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure("Others can read the master key file `\(path)`. Close it to them first: chmod 600 \(path)")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("The master key file `\(path)` cannot be read. Run this as the user that it belongs to.")
        }
        let digits = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
        guard let bytes = Self.bytes(ofHex: digits), let key = MasterKey(bytes: bytes) else {
            throw Failure(
                "The master key file `\(path)` must hold \(MasterKey.byteCount * 2) hexadecimal digits and holds \(digits.count) characters. Restore it from your backup."
            )
        }
        return key
    }

    /// Makes a new key and its file, which must not exist yet.
    func create() throws -> MasterKey {
        let key = MasterKey.random()
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Failure("The master key file `\(path)` cannot be made. Check the rights on its folder.")
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data((Self.hex(of: key.bytes) + "\n").utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw Failure("The master key file `\(path)` cannot be written: the disk may be full.")
        }
        return key
    }

    private static func hex(of bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func bytes(ofHex digits: String) -> [UInt8]? {
        let values = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
