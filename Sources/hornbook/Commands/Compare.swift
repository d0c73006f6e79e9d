import ArgumentParser
import Policy
import Web

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say where two policies answer differently.",
        discussion: """
            Two schools' packs, or two editions of one. Compared are verdicts, the leave that they need, and the duties \
            that come with them. Needs no installation.
              hornbook compare oakdene waterville --topic connecting
              hornbook compare oakdene waterville --kind verdict
            """)

    @Argument(help: ArgumentHelp("A pack, built in or a file.", valueName: "pack"))
    var first: String

    @Argument(help: ArgumentHelp("Another.", valueName: "pack"))
    var second: String

    @Option(help: ArgumentHelp("Only this topic, such as connecting.", valueName: "topic"))
    var topic: String?

    @Option(
        help: ArgumentHelp(
            "Only differences of this kind: \(Difference.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"))
    var kind: Difference.Kind?

    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let (a, b) = (try PackChoice.load(first), try PackChoice.load(second))
        let vocabulary = a.vocabulary
        try vocabulary.requireTopic(topic)
        let differences = try Pack.compare(a, b).filter {
            (topic == nil || $0.topic == topic) && (kind == nil || $0.kind == kind)
        }
        let places = Pack.places(a, b)
        if json {
            return try Terminal.say(json: differences.map { DifferenceJSON($0, in: vocabulary, places: places) })
        }
        if differences.isEmpty { return Terminal.say("Nothing differs.") }
        for topic in vocabulary.topics {
            let here = differences.filter { $0.topic == topic.id }
            guard !here.isEmpty else { continue }
            Terminal.say(topic.label)
            var told: [String] = []
            for difference in here {
                if difference.actions != told { Terminal.say("  \(vocabulary.text(actions: difference.actions))") }
                told = difference.actions
                Terminal.say("    - \(difference.text(in: vocabulary, first: places.first, second: places.second))")
            }
            Terminal.say("")
        }
    }
}

extension Difference.Kind: ExpressibleByArgument {}

extension Vocabulary {
    /// Refuses the name of a topic that there is not.
    func requireTopic(_ id: String?) throws {
        guard let id, topic(id) == nil else { return }
        throw Failure("There is no topic called `\(id)`. There are: \(topics.map(\.id).joined(separator: ", ")).")
    }
}
