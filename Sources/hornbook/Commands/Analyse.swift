import ArgumentParser
import Policy
import Web

struct Analyse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find conflicts, rules without effect and open questions in a policy.",
        discussion: """
            Every question that can be asked is weighed, and each finding comes with the fewest facts that show it. \
            Needs no installation.
              hornbook analyse oakdene
              hornbook analyse oakdene --topic connecting
              hornbook analyse ./draft.yaml --json
            """)

    @Argument(help: ArgumentHelp("A pack, built in or a file.", valueName: "pack"))
    var pack: String

    @Option(help: ArgumentHelp("Only this topic, such as connecting.", valueName: "topic"))
    var topic: String?

    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let pack = try PackChoice.load(pack)
        let vocabulary = pack.vocabulary
        try vocabulary.requireTopic(topic)
        let findings = pack.analyse().filter { topic == nil || $0.topic == topic }
        if json { return try Terminal.say(json: findings.map { FindingJSON($0, in: vocabulary) }) }
        if findings.isEmpty { return Terminal.say("Nothing found in \(pack.edition).") }
        for kind in Finding.Kind.allCases {
            let these = findings.filter { $0.kind == kind }
            guard !these.isEmpty else { continue }
            Terminal.say(kind.title)
            for topic in vocabulary.topics.map({ Optional($0) }) + [nil] {
                let here = these.filter { $0.topic == topic?.id }
                guard !here.isEmpty else { continue }
                if let topic { Terminal.say("  \(topic.label)") }
                for finding in here { Terminal.say("    - \(finding.text(in: vocabulary))") }
            }
            Terminal.say("")
        }
    }
}
