import ArgumentParser
import Policy

struct CheckPack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a pack, and the answers that it gives.",
        discussion: """
            Prints every error of the pack's file, then the clauses that nothing honours, then the questions whose \
            answers differ from what was expected. Fails if there is any. Needs no installation.
              hornbook pack check ./draft.yaml
              hornbook pack check ./draft.yaml --questions ./questions.yaml
            """)

    @Argument(help: ArgumentHelp("A pack's file, or one that is built in.", valueName: "pack")) var pack: String
    @Option(help: ArgumentHelp("Questions with the answers that the document gives.", valueName: "file"))
    var questions: String?

    func run() throws {
        let pack = try PackChoice.load(pack)
        var faults: [String] = []
        let coverage = pack.coverage()
        let gaps = coverage.filter(\.isUnclaimed).map(\.clause)
        Terminal.say("\(pack.edition): \(pack.rules.count) rules, \(coverage.count) clauses, \(gaps.count) unclaimed")
        for clause in gaps {
            Terminal.say("  line \(clause.line): nothing honours \(clause.id), \(clause.place): \(clause.says)")
        }
        if !gaps.isEmpty { faults.append(CoverageText.sentence(gaps.map(\.id))) }
        if let questions {
            let sheet = try QuestionSheet.load(yaml: TextFile.read(questions), file: questions, about: pack)
            let wrong = sheet.questions.map { ($0, $0.differences(from: pack)) }.filter { !$0.1.isEmpty }
            Terminal.say("\(questions): \(sheet.questions.count) questions, \(wrong.count) wrong")
            for (question, differences) in wrong {
                Terminal.say("  line \(question.line): \(question.ask)")
                for difference in differences { Terminal.say("    \(difference)") }
            }
            if !wrong.isEmpty {
                faults.append(
                    wrong.count == 1
                        ? "One question has another answer than was expected."
                        : "\(wrong.count) questions have other answers than were expected.")
            }
        }
        guard faults.isEmpty else { throw Failure(faults.joined(separator: "\n")) }
    }
}
