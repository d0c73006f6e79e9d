import Foundation
import PackagePlugin

/// Makes the texts of a module's `Resources` or `Assets` part of its program.
///
/// SwiftPM's own way is to write them out as arrays of numbers, one for each byte: half a minute of the compiler's time
/// for each megabyte, whenever anything in the module changes. Literals of text cost it nothing.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folders = ["Resources", "Assets"].map { target.directoryURL.appending(path: $0) }
        let files = folders.flatMap(Self.files).sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
        return [
            .buildCommand(
                displayName: "Embedding the texts of \(target.name)",
                executable: try context.tool(named: "TextEmbedder").url,
                arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }

    private static func files(_ folder: URL) -> [URL] {
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (walk?.allObjects as? [URL] ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
                && !$0.lastPathComponent.hasPrefix(".")
        }
    }
}
