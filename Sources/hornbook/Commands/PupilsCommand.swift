import ArgumentParser
import Foundation
import Office
import Policy
import Records

struct PupilsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pupils", abstract: "Import the roll.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the roll up to a list, or change nothing.",
            discussion: """
                The file is CSV, whose first line names the columns in any order (\
                \(RollSheet.columns.joined(separator: ", ")), and for consent that the school has already \
                \(RollSheet.consentColumns.joined(separator: ", "))), or a OneRoster 1.2 zip. Other columns are \
                forgotten. While any line is wrong nothing is changed, and every fault is named with its line.
                  hornbook pupils import --school oakfield roll.csv --dry-run
                  hornbook pupils import --school oakfield oneroster.zip --leavers
                """)

        @OptionGroup var installation: InstallationOptions
        @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
        @Argument(help: ArgumentHelp("The list: CSV, or OneRoster.", valueName: "file")) var file: String
        @Flag(help: "Record those who are not on the list as having left today.") var leavers = false
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let text = try Self.text(file)
            try await installation.with(dryRun ? .reading : .writing) { installation in
                let setting = try await installation.school(school)
                let (sheet, changes) = try await installation.office.previewRoll(text, in: setting.id)
                guard changes.faults.isEmpty else { throw Failure(Self.report(changes.faults, in: file)) }
                if !sheet.dropped.isEmpty {
                    Terminal.remark("Columns that are not kept: \(sheet.dropped.joined(separator: ", ")).")
                }
                guard !dryRun else { return Self.tell(changes, leavers: leavers) }
                let count = try await installation.office.importRoll(text, leavers: leavers, to: setting.id)
                let pupils = count == 1 ? "1 pupil was" : "\(count) pupils were"
                Terminal.say(
                    count == 0
                        ? "The roll of \(setting.name) says all that already."
                        : "\(pupils) added or changed at \(setting.name).")
            }
        }

        private static func text(_ file: String) throws -> String {
            let bytes = try TextFile.bytes(file)
            guard bytes.starts(with: [0x50, 0x4B]) else { return try TextFile.read(file) }
            do { return try OneRoster.roll(bytes) } catch { throw Failure("`\(file)`: \(error.message).") }
        }

        private static func tell(_ changes: RollChanges, leavers: Bool) {
            for entry in changes.new { Terminal.say("line \(entry.line): new, \(entry.particulars.name)") }
            for change in changes.changed {
                Terminal.say("line \(change.line): \(change.name), \(change.what.joined(separator: "; "))")
            }
            for absent in changes.absent {
                Terminal.say("not on the list: \(absent.name)\(leavers ? ", recorded as having left" : "")")
            }
            Terminal.say("Nothing is wrong. Nothing was changed: this was a dry run.")
        }

        private static func report(_ faults: [SheetFault], in file: String) -> String {
            "Nothing was changed. Put these right in `\(file)`:\n"
                + faults.map { "  \($0.text)" }.joined(separator: "\n")
        }
    }
}
