import Foundation

/// Files that are named on the command line.
enum TextFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure("There is no file `\(path)`. Check its name and folder.")
        }
        guard !isFolder.boolValue else { throw Failure("`\(path)` is a folder. Name the files in it.") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("The file `\(path)` cannot be read. Check the rights on it.")
        }
        return [UInt8](data)
    }

    static func read(_ path: String) throws -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw Failure(
                "The file `\(path)` is not UTF-8 text. Save it as UTF-8, which spreadsheets call “CSV UTF-8”.")
        }
        return text
    }

    /// Writes a result to a file, or to standard output when none is named.
    static func write(_ text: String, to path: String?) throws {
        guard let path else { return Terminal.put(text) }
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw Failure("The file `\(path)` cannot be written. Check its name and the rights on its folder.")
        }
        Terminal.remark("Written to \(path).")
    }
}
