import Foundation
import Office
import Records
import Testing

/// A server that is no double: a script starts one, and names it in the environment with who signs in.
struct RealServer: Sendable {
    /// The environment's variable: address, user and password with bars between them.
    var variable: String
    var script: String

    static let wordPress = RealServer(variable: "HORNBOOK_WORDPRESS", script: "bin/test-wordpress")
    static let atProtocol = RealServer(variable: "HORNBOOK_ATPROTO", script: "bin/test-atproto")

    private var value: String { ProcessInfo.processInfo.environment[variable] ?? "" }
    /// A server that was named is tested, and does not pass for one that was not because it is named wrongly or is down.
    var isNamed: Bool { !value.isEmpty }

    var whySkipped: Comment { "\(variable) names no server: \(script), or make test-connectors, starts one" }

    func named() throws -> (address: String, user: String, password: String) {
        let parts = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        try #require(
            parts.count == 3 && parts.allSatisfy { !$0.isEmpty },
            "\(variable) must be ADDRESS|USER|PASSWORD")
        return (parts[0], parts[1], parts[2])
    }
}
