import ArgumentParser
import Policy

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say where two policies answer differently.",
        discussion: """
            Two schools' packs, or two editions of one. Verdicts and the leave that they need are compared. Needs no \
            installation.
              hornbook compare oakdene waterville --topic connecting
            """)

    @Argument(help: ArgumentHelp("A pack, built in or a file.", valueName: "pack"))
    var first: String

    @Argument(help: ArgumentHelp("Another.", valueName: "pack"))
    var second: String

    @Option(help: ArgumentHelp("Only this topic, such as connecting.", valueName: "topic"))
    var topic: String?

    @Flag(help: "Print JSON.") var json = false

    private struct Entry: Encodable {
        var topic: String
        var action: String
        var facts: Facts
        var first: ComparedAnswer
        var second: ComparedAnswer
        var says: String
    }

    func run() throws {
        let (a, b) = (try PackChoice.load(first), try PackChoice.load(second))
        let vocabulary = a.vocabulary
        if let topic, vocabulary.topic(topic) == nil {
            let known = vocabulary.topics.map(\.id).joined(separator: ", ")
            throw Failure("There is no topic called `\(topic)`. There are: \(known).")
        }
        let differences = try Pack.compare(a, b).filter { topic == nil || $0.topic == topic }
        let names = a.id == b.id ? (a.edition, b.edition) : (a.id, b.id)
        func says(_ difference: Difference) -> String {
            difference.text(in: vocabulary, first: names.0, second: names.1)
        }
        if json {
            return try Terminal.say(
                json: differences.map {
                    Entry(
                        topic: $0.topic, action: $0.action, facts: $0.witness, first: $0.first, second: $0.second,
                        says: says($0))
                })
        }
        if differences.isEmpty { return Terminal.say("No verdict differs.") }
        for topic in vocabulary.topics {
            let here = differences.filter { $0.topic == topic.id }
            guard !here.isEmpty else { continue }
            Terminal.say(topic.label)
            for action in vocabulary.actions {
                let these = here.filter { $0.action == action.id }
                guard !these.isEmpty else { continue }
                Terminal.say("  \(action.label)")
                for difference in these { Terminal.say("    - \(says(difference))") }
            }
            Terminal.say("")
        }
    }
}
