import ArgumentParser
import Office
import Policy
import Web

struct Questions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "Print what policies say to the questions that staff ask most.",
        discussion: """
            The built-in policies side by side, or those that you name. Needs no installation.
              hornbook questions
              hornbook questions oakdene ./draft.yaml
              hornbook questions --csv > questions.csv
            """)

    @Argument(
        help: ArgumentHelp("Packs, built in or files; all that are built in when none is named.", valueName: "pack"))
    var packs: [String] = []

    @Flag(help: "Print JSON.") var json = false

    @Flag(help: "Print CSV.") var csv = false

    func validate() throws {
        if json && csv { throw ValidationError("Choose either --json or --csv.") }
    }

    func run() throws {
        let packs = try (packs.isEmpty ? Pack.embeddedIDs : packs).map(PackChoice.load)
        let table = try QuestionTable(try StaffQuestion.embedded(), packs: packs)
        if json { return try Terminal.say(json: QuestionTableJSON(table)) }
        if csv { return Terminal.put(CSV.questions(table)) }
        let width = packs.map(\.school.shortName.count).max() ?? 0
        for (number, row) in table.rows.enumerated() {
            Terminal.say("\(number + 1). \(row.question.asks)")
            for (pack, answer) in zip(packs, row.answers) {
                let name = pack.school.shortName
                let padding = String(repeating: " ", count: width - name.count)
                Terminal.say("   \(name)\(padding)  \(Self.text(answer))")
            }
        }
    }

    private static func text(_ answer: ShortAnswer) -> String {
        guard let verdict = answer.verdict else { return "It depends" }
        let by = answer.approvers.isEmpty ? "" : ", by \(answer.approvers)"
        let clauses = answer.clauses.isEmpty ? "" : " (\(answer.clauses.joined(separator: ", ")))"
        return verdict.label + by + clauses
    }
}
