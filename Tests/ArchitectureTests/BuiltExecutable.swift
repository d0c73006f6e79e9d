import Foundation
import Testing

/// The `hornbook` that was built with these tests: it stands beside the test bundle.
enum BuiltExecutable {
    struct Run: Sendable {
        let status: Int32
        let output: String
    }

    static func folder() throws -> URL {
        let bundle = try #require(
            CommandLine.arguments.first { $0.contains(".xctest") }, "the tests were not started by `swift test`")
        var url = URL(filePath: bundle)
        while url.pathComponents.count > 1, url.pathExtension != "xctest" { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent()
    }

    static func run(_ arguments: [String]) throws -> Run {
        let executable = try folder().appending(path: "hornbook")
        try #require(
            FileManager.default.isExecutableFile(atPath: executable.path()),
            "there is no hornbook at \(executable.path()): build all of the package first, as `make test` does")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
