import Yams

extension Vocabulary {
    /// Reads a vocabulary.
    /// - Throws: every thing wrong with it at once.
    package static func load(yaml: String, file: String) throws(PackErrors) -> Vocabulary {
        let root = try DataFile.tree(yaml, file: file)
        var data = DataFile(name: file)
        let vocabulary = read(root, &data)
        try data.finish()
        return vocabulary
    }

    /// The vocabulary that is built in: read when it is first asked for, since it does not change.
    package static func embedded() throws(PackErrors) -> Vocabulary { try builtIn.get() }

    private static let builtIn = readBuiltIn()

    private static func readBuiltIn() -> Result<Vocabulary, PackErrors> {
        do {
            return .success(
                try load(yaml: EmbeddedTexts.vocabulary_yaml, file: "vocabulary.yaml"))
        } catch {
            return .failure(error)
        }
    }

    private static func read(_ root: Node, _ data: inout DataFile) -> Vocabulary {
        guard
            let fields = data.fields(
                root, of: "the vocabulary", needs: ["topics", "actions", "facts"], may: ["format"])
        else { return Vocabulary(topics: [], actions: [], facts: []) }
        let topics = data.list(fields["topics"], of: "`topics`").compactMap { topic(&data, $0) }
        let facts = data.list(fields["facts"], of: "`facts`").compactMap { fact(&data, $0) }
        let actions = data.list(fields["actions"], of: "`actions`").compactMap { node in
            action(&data, node, topics: topics.map(\.id), facts: facts.map(\.id))
        }
        for (what, key) in [("topic", "topics"), ("action", "actions"), ("fact", "facts")] {
            refuseDuplicates(&data, fields[key], what, taken: what == "fact" ? ["who", "action"] : [])
        }
        return Vocabulary(topics: topics, actions: actions, facts: facts)
    }

    private static func topic(_ data: inout DataFile, _ node: Node) -> Topic? {
        guard let fields = data.fields(node, of: "a topic", needs: ["id", "label"]),
            let id = data.identifier(fields["id"], of: "`id`"), let label = data.text(fields["label"], of: "`label`")
        else { return nil }
        return Topic(id: id, label: label)
    }

    private static func action(_ data: inout DataFile, _ node: Node, topics: [String], facts: [String]) -> Action? {
        guard
            let fields = data.fields(node, of: "an action", needs: ["id", "label", "topic"], may: ["words", "facts"]),
            let id = data.identifier(fields["id"], of: "`id`"), let label = data.text(fields["label"], of: "`label`"),
            let topicNode = fields["topic"], let topic = data.text(topicNode, of: "`topic`")
        else { return nil }
        if !topics.contains(topic) { data.refuse(topicNode, unknown: "topic", topic, known: topics) }
        let asked = data.texts(fields["facts"], of: "`facts`")
        for (fact, node) in asked where !facts.contains(fact) {
            data.refuse(node, unknown: "fact", fact, known: facts)
        }
        let words = data.texts(fields["words"], of: "`words`").map(\.text)
        return Action(id: id, label: label, topic: topic, words: words, facts: asked.map(\.text))
    }

    private static func fact(_ data: inout DataFile, _ node: Node) -> Fact? {
        guard
            let fields = data.fields(node, of: "a fact", needs: ["id", "label", "question", "values"], may: ["hint"]),
            let id = data.identifier(fields["id"], of: "`id`"), let label = data.text(fields["label"], of: "`label`"),
            let question = data.text(fields["question"], of: "`question`"), let valuesNode = fields["values"]
        else { return nil }
        let values = data.list(valuesNode, of: "`values`").compactMap { value(&data, $0) }
        if !(1...254).contains(values.count) { data.refuse(valuesNode, "A fact needs 1 to 254 values.") }
        refuseDuplicates(&data, valuesNode, "value", taken: [])
        return Fact(
            id: id, label: label, question: question, hint: data.optionalText(fields["hint"], of: "`hint`"),
            values: values)
    }

    private static func value(_ data: inout DataFile, _ node: Node) -> FactValue? {
        guard let fields = data.fields(node, of: "a value", needs: ["id", "label"], may: ["words"]),
            let id = data.identifier(fields["id"], of: "`id`"), let label = data.text(fields["label"], of: "`label`")
        else { return nil }
        return FactValue(id: id, label: label, words: data.texts(fields["words"], of: "`words`").map(\.text))
    }

    private static func refuseDuplicates(_ data: inout DataFile, _ list: Node?, _ what: String, taken: [String]) {
        var seen = Set(taken)
        for entry in list?.sequence.map({ Array($0) }) ?? [] {
            guard let id = entry.mapping?["id"], let name = id.scalar?.string else { continue }
            if !seen.insert(name).inserted { data.refuse(id, "There are two of the \(what) `\(name)`.") }
        }
    }
}
