import ArgumentParser
import Foundation
import Office
import Policy
import Records

struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts", abstract: "The school's social media accounts.", subcommands: [Export.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the account log: every account that is or was the school's.",
            discussion: """
                CSV, or JSON with --json. Works beside a running server.
                  hornbook accounts export --school oakfield --out accounts.csv
                """)

        @OptionGroup var installation: InstallationOptions
        @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var out: String?
        @Flag(help: "Print JSON.") var json = false

        private struct Row: Encodable {
            var record: String
            var platform: String
            var name: String
            var masterAdministration: [String]
            var approvedPosters: [String]
            var opened: String?
            var closed: String?
            var status: String
            var address: String
        }

        func run() async throws {
            try await installation.with(.reading) { installation in
                let setting = try await installation.school(school)
                // The log is for everybody at the school, so nobody in particular asks for it here.
                let lines = try await installation.office.accountLog(
                    Caller(school: setting.id, person: .office, name: "", email: "", givenRoles: []))
                try TextFile.write(json ? try Self.json(lines) : CSV.accountLog(lines), to: out)
            }
        }

        private static func json(_ lines: [AccountLogLine]) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let rows = lines.map { line in
                Row(
                    record: line.record.description, platform: line.platform, name: line.name,
                    masterAdministration: line.masterAdministration, approvedPosters: line.approvedPosters,
                    opened: line.opened?.iso,
                    closed: line.closed?.iso, status: line.status.rawValue, address: line.address)
            }
            return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
        }
    }
}
