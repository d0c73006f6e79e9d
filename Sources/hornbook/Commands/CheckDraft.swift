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
              hornbook check monday.txt tuesday.txt --published last-week.txt --names names.csv
              echo "Well done Ada Byron!" | hornbook check - --names names.csv --json

            The names are a CSV file with the columns first and last, and if you like nicknames (parted by ;), standing \
            (pupil, staff, parent), year, class and may-be-named (yes, no). Columns are told by their headings.

            What was published before is only looked at for pieces that together with the draft point to one child.

            Exit codes: 0 nothing at or above --fail-on, 1 failed, 2 something at or above --fail-on, 64 wrong options.
            """)

    @Argument(help: ArgumentHelp("Texts in UTF-8; `-` reads standard input.", valueName: "file")) var files: [String]

    @Option(help: ArgumentHelp("The policy, built in or a file; without it, Hornbook's defaults.", valueName: "pack"))
    var pack: String?

    @Option(help: ArgumentHelp("People whose names are looked for, as CSV.", valueName: "file")) var names: String?

    @Option(
        help: ArgumentHelp("A text that was published before and still stands; may be given again.", valueName: "file"))
    var published: [String] = []

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
        if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read once.") }
    }

    func run() throws {
        // All of them before any is checked: what cannot be read leaves no half of a result.
        let drafts = try files.map { (file: $0, words: try Self.words($0)) }
        let earlier = try published.map { ProofDraft(words: try Self.words($0), voice: voice) }
        let pack = try pack.map(PackChoice.load)
        let people = try names.map { try NameSheet.read(TextFile.read($0), file: $0) } ?? []
        let reader = Proofreader(
            names: people, settings: pack?.checks ?? CheckSetting.defaults(),
            barredLinks: pack.map { Set($0.process.barredLinks.value.map(\.rawValue)) }
                ?? Proofreader.remarkableLinks)
        let reports = drafts.map { file, words in
            let draft = ProofDraft(words: words, voice: voice)
            return DraftReport(
                reader.proof(draft) + reader.jigsaw(draft, earlier: earlier), of: words, file: file == "-" ? nil : file,
                isOneOfSeveral: drafts.count > 1)
        }
        let findings = reports.flatMap(\.findings)
        if json {
            try Terminal.say(json: findings)
        } else if sarif {
            try Terminal.say(json: SARIF(reports))
        } else {
            Terminal.put(findings.isEmpty ? "Nothing found.\n" : reports.map(\.lines).joined())
        }
        if let least = failOn.severity, findings.contains(where: { $0.severity >= least }) { throw ExitCode(2) }
    }

    private static func words(_ file: String) throws -> String {
        let text = try file == "-" ? standardInput() : TextFile.read(file)
        // UTF-16 without its mark, and most programs' own files: nothing would be found in them, whatever they say.
        guard !text.utf8.contains(0) else {
            let what = file == "-" ? "What came on standard input" : "The file `\(file)`"
            throw Failure("\(what) is not plain text. Save it as text in UTF-8.")
        }
        return text
    }

    private static func standardInput() throws -> String {
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure("What came on standard input is not UTF-8 text. Save it as UTF-8.")
        }
        return text
    }
}

extension ProofDraft.Voice: ExpressibleByArgument {}
