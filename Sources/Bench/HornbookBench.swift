import Foundation

/// Prints what this machine makes of the policies, the ledger and the pages, each beside the least that could do the
/// same work.
@main
enum HornbookBench {
    static func main() async throws {
        let wanted = Array(CommandLine.arguments.dropFirst())
        if wanted.first == "policy" {
            try PolicyBench(arguments: wanted.dropFirst()).run()
            return
        }
        if wanted.first == "draft" {
            try DraftBench(arguments: wanted.dropFirst()).run()
            return
        }
        print("Ratios of one run on one machine; the absolute figures are worth little elsewhere.")
        if wanted.isEmpty { for line in try packBench() { print(line) } }
        if wanted.isEmpty || wanted.contains("ledger") { for line in try await ledgerBench() { print(line) } }
        if wanted.isEmpty || wanted.contains("pages") { for line in try await pageBench() { print(line) } }
    }
}
