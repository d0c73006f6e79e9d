import ArgumentParser
import Foundation
import Ledger
import Office
import Policy
import Records

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Add people, import a list of them, or send a sign-in link.",
        subcommands: [Add.self, Import.self, Invite.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add one person to a school.",
            discussion: """
                Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).
                  hornbook person add --school oakfield --name "Bina Quill" --email b.quill@oakfield.example \\
                    --role administrator --invite
                """)

        @OptionGroup var installation: InstallationOptions
        @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Option(help: ArgumentHelp("Full name.", valueName: "name")) var name: String
        @Option(help: ArgumentHelp("Their own e-mail address; they sign in with it.", valueName: "address")) var email:
            String
        @Option(help: ArgumentHelp("A role; give it again for another.", valueName: "role")) var role: [String]
        @Option(help: ArgumentHelp("First day, such as 2026-09-01. (default: today)", valueName: "day")) var firstDay:
            String?
        @Flag(help: "Print a one-time link with which they set their password.") var invite = false

        func run() async throws {
            let line =
                CSV.line(PeopleSheet.columns) + CSV.line([name, email, role.joined(separator: ";"), firstDay ?? ""])
            try await installation.with(.writing) { installation in
                let office = installation.office
                let setting = try await installation.school(school)
                let sheet = PeopleSheet(line, taken: [], today: office.now().londonDay)
                guard let entry = sheet.entries.first, sheet.faults.isEmpty else {
                    throw Failure(sheet.faults.map(\.message).joined(separator: "\n"))
                }
                let person = try await office.addPerson(entry.particulars, firstDay: entry.firstDay, to: setting.id)
                Terminal.say("\(entry.particulars.name) is on record at \(setting.name) as \(person).")
                if invite { try await Invitation.print(person, in: setting.id, office) }
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add everybody on a list, or nobody.",
            discussion: """
                The file is CSV; its first line must be: \(PeopleSheet.columns.joined(separator: ",")). Several roles \
                are parted by semicolons; an empty first day is today. While any line is wrong, nobody is added and \
                every fault is named with its line and column.
                  hornbook person import --school oakfield staff.csv --dry-run
                  hornbook person import --school oakfield staff.csv
                """)

        @OptionGroup var installation: InstallationOptions
        @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Argument(help: ArgumentHelp("The list.", valueName: "file.csv")) var file: String
        @Flag(help: "Check the list and add nobody.") var dryRun = false

        func run() async throws {
            let text = try TextFile.read(file)
            try await installation.with(dryRun ? .reading : .writing) { installation in
                let setting = try await installation.school(school)
                let sheet = try await installation.office.preview(text, in: setting.id)
                guard sheet.faults.isEmpty else { throw Failure(Self.report(sheet.faults, in: file)) }
                guard !dryRun else {
                    for entry in sheet.entries {
                        let roles = entry.particulars.roles.map(\.label).joined(separator: ", ")
                        Terminal.say(
                            "line \(entry.line): \(entry.particulars.name), \(entry.particulars.email), \(roles), from \(entry.firstDay.iso)"
                        )
                    }
                    return Terminal.say("Nothing is wrong. Nobody was added: this was a dry run.")
                }
                let count = try await installation.office.importPeople(text, to: setting.id)
                Terminal.say("\(count == 1 ? "1 person was" : "\(count) people were") added to \(setting.name).")
            }
        }

        private static func report(_ faults: [PeopleSheet.Fault], in file: String) -> String {
            let lines = faults.map { fault in
                "  line \(fault.line)\(fault.column.isEmpty ? "" : ", column “\(fault.column)”"): \(fault.message)"
            }
            return "Nobody was added. Put these right in `\(file)`:\n" + lines.joined(separator: "\n")
        }
    }

    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a one-time link with which a person sets a password.",
            discussion: """
                It works once, for seven days; links made earlier stop working.
                  hornbook person invite --school oakfield --email b.quill@oakfield.example
                """)

        @OptionGroup var installation: InstallationOptions
        @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Option(help: ArgumentHelp("Their e-mail address.", valueName: "address")) var email: String

        func run() async throws {
            try await installation.with(.writing) { installation in
                let setting = try await installation.school(school)
                guard let person = try await installation.office.personID(withEmail: email, in: setting.id) else {
                    throw Failure("Nobody at \(setting.name) has the e-mail address `\(email)`.")
                }
                try await Invitation.print(person, in: setting.id, installation.office)
            }
        }
    }
}

private enum Invitation {
    static func print(_ person: PersonID, in school: LogID, _ office: Office) async throws {
        let secret = try await office.invite(person, in: school)
        Terminal.say("/\(school)/welcome/\(secret)")
        Terminal.remark(
            "Put the site's address before it and give it to that person alone. It works once, for seven days.")
    }
}
