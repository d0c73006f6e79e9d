import Foundation
import Testing

/// The built `hornbook`, run as a person at a terminal would run it.
struct Ran: Sendable {
    let status: Int32
    let output: String
    let complaint: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

enum BuiltCommand {
    /// The executable stands beside the test bundle.
    private static func executable() throws -> URL {
        let bundle = try #require(
            CommandLine.arguments.first { $0.contains(".xctest") }, "the tests were not started by `swift test`")
        var url = URL(filePath: bundle)
        while url.pathComponents.count > 1, url.pathExtension != "xctest" { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent().appending(path: "hornbook")
    }

    static func process(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs to the end. What it prints goes through files, so that no pipe can fill up.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ran {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hornbook-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (output, complaint) = (folder.appending(path: "out"), folder.appending(path: "err"))
        for file in [output, complaint] { try Data().write(to: file) }
        let process = try process(arguments, environment: environment)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaint)
        try process.run()
        process.waitUntilExit()
        return Ran(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            complaint: String(decoding: try Data(contentsOf: complaint), as: UTF8.self))
    }
}

/// A folder of its own for one test, gone afterwards, and the command run on the installation in it.
struct Workplace: Sendable {
    let folder: URL
    var data: String { folder.appending(path: "data").path }
    var key: String { "\(data)/master.key" }
    var database: String { "\(data)/hornbook.sqlite" }

    static func with(_ test: (Workplace) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hornbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await test(Workplace(folder: folder))
    }

    @discardableResult
    func hornbook(_ arguments: String..., expecting status: Int32 = 0, location: SourceLocation = #_sourceLocation)
        throws -> Ran
    {
        let ran = try BuiltCommand.run(arguments + ["--data", data])
        #expect(ran.status == status, "\(ran.output)\(ran.complaint)", sourceLocation: location)
        return ran
    }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// A school called Oakfield under the policy of Oakdene, with one administrator.
    func foundOakfield() throws {
        try hornbook("school", "create", "oakfield", "--name", "Oakfield Primary School", "--pack", "oakdene")
        try hornbook(
            "person", "add", "--school", "oakfield", "--name", "Bina Quillfeather", "--email",
            "b.quill@oakfield.example", "--role",
            "administrator")
    }
}
