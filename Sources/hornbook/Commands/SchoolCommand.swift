import ArgumentParser
import Foundation
import Ledger
import Office
import Policy

struct SchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "school", abstract: "Add a school, list those there are, or give one a host name of its own.",
        subcommands: [Create.self, List.self, Hosts.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a school under a policy.",
            discussion: """
                The short name stands in addresses and never changes. The pack is one that is built in \
                (\(Pack.embeddedIDs.joined(separator: ", "))) or a file; a pack with anything wrong is refused with \
                file, line and column.
                  hornbook school create oakfield --name "Oakfield Primary School" --pack oakdene
                  hornbook school create oakfield --name "Oakfield Primary School" --pack ./oakfield.yaml
                """)

        @OptionGroup var installation: InstallationOptions
        @Argument(
            help: ArgumentHelp("The short name: lower-case letters, digits and hyphens.", valueName: "short-name"))
        var slug: String
        @Option(help: ArgumentHelp("The school's name.", valueName: "name")) var name: String
        @Option(help: ArgumentHelp("The policy: a built-in pack or a YAML file.", valueName: "pack")) var pack: String

        func run() async throws {
            guard let log = LogID(slug), !Office.reservedSchoolNames.contains(slug) else {
                throw Failure(
                    "`\(slug)` cannot be a short name. Use lower-case letters, digits and hyphens, beginning with a letter, and no word that the site uses itself."
                )
            }
            let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
            guard (1...100).contains(name.count) else {
                throw Failure("Give the school a name of 1 to 100 characters with --name.")
            }
            let chosen = try PackChoice.load(pack)
            try await installation.with(.creating) { installation in
                let setting = try await installation.office.foundSchool(log, name: name, packSource: chosen.source)
                Terminal.say("\(setting.name) is at /\(log), under \(setting.pack.edition).")
                Terminal.remark(
                    "Next: hornbook person add --school \(log) --name … --email … --role administrator --invite")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the schools.", discussion: "Works beside a running server.\n  hornbook school list --json")

        @OptionGroup var installation: InstallationOptions
        @Flag(help: "Print JSON.") var json = false

        private struct Row: Encodable {
            var school: String
            var name: String
            var edition: String
            var events: Int64
        }

        func run() async throws {
            try await installation.with(.reading) { installation in
                var rows: [Row] = []
                for setting in try await installation.office.schools() {
                    rows.append(
                        Row(
                            school: setting.id.rawValue, name: setting.name, edition: setting.pack.edition,
                            events: try await installation.ledger.head(setting.id).size))
                }
                if json { return try Terminal.say(json: rows) }
                if rows.isEmpty { Terminal.remark("There is no school yet. Add one with `hornbook school create`.") }
                for row in rows { Terminal.say("\(row.school)\t\(row.name)\t\(row.edition)\t\(row.events) events") }
            }
        }
    }

    struct Hosts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a school host names of its own, in place of those it has.",
            discussion: """
                A visitor to one of them sees the school without its name in the address. Only the installation gives \
                them out, so that no school can take another's.
                  hornbook school hosts oakfield policy.oakfield.example
                  hornbook school hosts oakfield
                """)

        @OptionGroup var installation: InstallationOptions
        @Argument(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var slug: String
        @Argument(help: ArgumentHelp("The host names; none takes away those it has.", valueName: "host")) var hosts:
            [String] = []

        func run() async throws {
            guard let log = LogID(slug) else { throw Failure("`\(slug)` is not the short name of a school.") }
            if let wrong = hosts.first(where: {
                !$0.contains(".") || $0.contains(where: { $0.isWhitespace || $0 == "/" || $0 == ":" })
            }) {
                throw Failure(
                    "`\(wrong)` is not a host name. Give it without https:// and without a port, such as policy.oakfield.example."
                )
            }
            try await installation.with(.writing) { installation in
                try await installation.office.setHosts(hosts, of: log)
                Terminal.say(
                    hosts.isEmpty
                        ? "\(log) is reached by its path alone."
                        : "\(log) is reached at \(hosts.joined(separator: ", ")) too.")
            }
        }
    }
}
