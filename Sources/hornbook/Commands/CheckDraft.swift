import ArgumentParser
import Foundation
import Policy
import Proofing
import Web

struct CheckDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a draft before it is published.",
        discussion: """
            Reads a text and says what in it a policy asks to look at: names, numbers, offensive words, campaigning, and \
            more. Needs no installation, changes nothing and keeps nothing.
              hornbook check post.txt --pack oakdene --names names.csv
              echo "Well done Ada Byron!" | hornbook check - --names names.csv --json

            The names are a CSV file with the columns first and last, and if you like nicknames (parted by ;), standing \
            (pupil, staff, parent), year, class and may-be-named (yes, no). Columns are told by their headings.

            Exit codes: 0 nothing at or above --fail-on, 1 failed, 2 something at or above --fail-on.
            """)

    @Argument(help: ArgumentHelp("A text in UTF-8; `-` reads standard input.", valueName: "file")) var file: String

    @Option(help: ArgumentHelp("The policy, built in or a file; without it, Hornbook's defaults.", valueName: "pack"))
    var pack: String?

    @Option(help: ArgumentHelp("People whose names are looked for, as CSV.", valueName: "file")) var names: String?

    @Option(help: "Whose account it is for: school or personal.") var voice: ProofDraft.Voice = .school

    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Print SARIF 2.1.0, which code hosts and editors show.") var sarif = false

    @Option(help: "The least grave finding that fails: advice, warning, leader, stop, or never.")
    var failOn = FailOn.stop

    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case advice, warning, leader, stop, never

        var severity: Severity? { Severity(rawValue: rawValue) }
    }

    func validate() throws {
        if json, sarif { throw ValidationError("Choose one of --json and --sarif.") }
    }

    func run() throws {
        let words = try file == "-" ? Self.standardInput() : TextFile.read(file)
        let pack = try pack.map(PackChoice.load)
        let people = try names.map { try NameSheet.read(TextFile.read($0), file: $0) } ?? []
        let reader = Proofreader(
            names: people, settings: pack?.checks ?? CheckSetting.defaults(),
            barredLinks: pack.map { Set($0.process.barredLinks.value.map(\.rawValue)) }
                ?? Proofreader.remarkableLinks)
        let report = DraftReport(
            reader.proof(ProofDraft(words: words, voice: voice)), of: words, file: file == "-" ? nil : file)
        if json {
            try Terminal.say(json: report.findings)
        } else if sarif {
            try Terminal.say(json: SARIF(report))
        } else {
            Terminal.put(report.text)
        }
        if let least = failOn.severity, report.findings.contains(where: { $0.severity >= least }) {
            throw ExitCode(2)
        }
    }

    private static func standardInput() throws -> String {
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure("What came on standard input is not UTF-8 text.")
        }
        return text
    }
}

extension ProofDraft.Voice: ExpressibleByArgument {}
