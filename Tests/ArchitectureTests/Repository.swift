import Foundation

/// The files of this repository, found from where this file stands.
enum Repository {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File: Sendable, CustomStringConvertible {
        /// From the root, with `/`.
        let path: String
        let text: String
        /// The text without comments and literals; see ``SwiftText``. Empty for what is not Swift.
        let code: String
        var description: String { path }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        init(path: String, text: String) {
            self.path = path
            self.text = text
            code = path.hasSuffix(".swift") ? SwiftText.code(of: text) : ""
        }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path())
    }

    /// Names in a folder, sorted; hidden ones left out.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Every file under a folder, or the file itself, whose name ends so; sorted by path.
    static func files(_ place: String, endings: [String]) throws -> [File] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.appending(path: place).path(), isDirectory: &isFolder) else {
            return []
        }
        guard isFolder.boolValue else { return [File(path: place, text: try text(place))] }
        return try names(in: place).flatMap { name -> [File] in
            let path = "\(place)/\(name)"
            _ = FileManager.default.fileExists(atPath: root.appending(path: path).path(), isDirectory: &isFolder)
            if isFolder.boolValue { return name == "__pycache__" ? [] : try files(path, endings: endings) }
            return endings.contains { name.hasSuffix($0) } ? [File(path: path, text: try text(path))] : []
        }
    }

    /// Read once, since many tests look at the same files.
    private static let sources = Result { try files("Sources", endings: [".swift"]) }
    private static let tests = Result { try files("Tests", endings: [".swift"]) }

    /// The Swift files under a folder of `Sources` or `Tests`.
    static func swift(in place: String) throws -> [File] {
        let all = try place.hasPrefix("Sources") ? sources.get() : tests.get()
        return all.filter { $0.path.hasPrefix(place + "/") }
    }

    /// The modules there are: the folders of `Sources` that hold any Swift.
    static func modules() throws -> [String] {
        Set(try sources.get().compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) }).sorted()
    }
}
