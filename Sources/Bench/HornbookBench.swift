import Foundation

/// Prints what this machine makes of the ledger and the pages, each beside the least that could do the same work.
@main
enum HornbookBench {
    static func main() async throws {
        let wanted = CommandLine.arguments.dropFirst()
        print("Ratios of one run on one machine; the absolute figures are worth little elsewhere.")
        if wanted.isEmpty || wanted.contains("ledger") { for line in try await ledgerBench() { print(line) } }
        if wanted.isEmpty || wanted.contains("pages") { for line in try await pageBench() { print(line) } }
    }
}
