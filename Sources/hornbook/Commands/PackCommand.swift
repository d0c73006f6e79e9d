import ArgumentParser
import Foundation
import Ledger
import Office
import Policy
import Records

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Check a policy as data, write a school's to a file, or make a draft from one.",
        subcommands: [CheckPack.self, Export.self, Import.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the edition in force as one YAML file.",
            discussion: """
                The text is exactly the one that was adopted. Works beside a running server.
                  hornbook pack export oakfield -o oakfield.yaml
                """)

        @OptionGroup var installation: InstallationOptions
        @Argument(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Option(
            name: .shortAndLong, help: ArgumentHelp("Where to write it. (default: the terminal)", valueName: "file"))
        var output: String?

        func run() async throws {
            try await installation.with(.reading) { installation in
                try TextFile.write(try await installation.school(school).pack.source, to: output)
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a draft of a school's policy from a YAML file.",
            discussion: """
                The edition in force stays as it is; the draft waits under Policy, Drafts. A file with anything wrong is \
                refused whole, and everything that is wrong is named with its line and column.
                  hornbook pack import oakfield oakfield.yaml --title "Phones" --reason "Agreed by governors in May"
                  hornbook pack import oakfield oakfield.yaml --dry-run
                """)

        @OptionGroup var installation: InstallationOptions
        @Argument(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Argument(help: ArgumentHelp("The pack.", valueName: "file.yaml")) var file: String
        @Option(help: ArgumentHelp("What the change is about. (default: the file's name)", valueName: "title"))
        var title: String?
        @Option(help: ArgumentHelp("Why the policy changes.", valueName: "reason")) var reason =
            "Imported at the terminal"
        @Flag(help: "Check the file and say what it would change; make no draft.") var dryRun = false

        func run() async throws {
            let text = try TextFile.read(file).replacing("\r\n", with: "\n")
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let title = (title ?? name).trimmed
            guard (1...100).contains(title.count), (1...2000).contains(reason.trimmed.count) else {
                throw Failure("Give a title of 1 to 100 characters and a reason of 1 to 2000.")
            }
            try await installation.with(dryRun ? .reading : .writing) { installation in
                let setting = try await installation.school(school)
                let office = installation.office
                let errors = office.check(text, in: setting)
                guard errors.isEmpty else { throw Failure(Self.report(errors, in: file)) }
                let pack = try Pack.load(yaml: text, file: file, vocabulary: office.vocabulary)
                Self.say(try await office.impact(of: pack, in: setting), pack.vocabulary)
                guard !dryRun else { return Terminal.say("No draft was made: this was a dry run.") }
                let record = try await office.importDraft(text, title: title, reason: reason.trimmed, to: setting.id)
                Terminal.say("\(pack.edition) is a draft at /\(setting.id)/policy/drafts/\(record.key).")
            }
        }

        private static func report(_ errors: [PackError], in file: String) -> String {
            let lines = errors.map { "\(file):\($0.line):\($0.column): \($0.advice)" }
            return "No draft was made. Put these right:\n" + lines.joined(separator: "\n")
        }

        private static func say(_ impact: Impact, _ vocabulary: Vocabulary) {
            if impact.isEmpty { return Terminal.say("Nothing that anybody is asked or told would change.") }
            for difference in impact.answers {
                let acts = vocabulary.text(actions: difference.actions)
                Terminal.say("\(acts). \(difference.text(in: vocabulary, first: "now", second: "in the draft"))")
            }
            for finding in impact.findingsAdded { Terminal.say("Appears: \(finding.text(in: vocabulary))") }
            for finding in impact.findingsGone { Terminal.say("Goes: \(finding.text(in: vocabulary))") }
            for change in impact.settings + impact.checks {
                Terminal.say("\(change.label): \(change.before) becomes \(change.after)")
            }
            for clause in impact.clausesLeft { Terminal.say("Nothing honours \(clause.id) any more: \(clause.says)") }
        }
    }
}
