import Yams

extension StaffQuestion {
    /// The questions that are built in.
    package static func embedded() throws(PackErrors) -> [StaffQuestion] {
        try load(
            yaml: EmbeddedTexts.staff_questions_yaml, file: "staff-questions.yaml",
            vocabulary: .embedded())
    }

    /// Reads questions.
    /// - Throws: every thing wrong with them at once.
    package static func load(
        yaml: String, file: String, vocabulary: Vocabulary
    ) throws(PackErrors) -> [StaffQuestion] {
        let root = try DataFile.tree(yaml, file: file)
        var data = DataFile(name: file)
        var seen: Set<String> = []
        var questions: [StaffQuestion] = []
        for node in data.list(
            data.fields(root, of: "the questions", needs: ["questions"])?["questions"], of: "`questions`")
        {
            guard let question = question(&data, node, vocabulary) else { continue }
            if !seen.insert(question.id).inserted {
                data.refuse(node, "There are two of the question `\(question.id)`.")
            }
            questions.append(question)
        }
        try data.finish()
        return questions
    }

    private static func question(_ data: inout DataFile, _ node: Node, _ vocabulary: Vocabulary) -> StaffQuestion? {
        guard let fields = data.fields(node, of: "a question", needs: ["id", "ask", "facts"]),
            let id = data.identifier(fields["id"], of: "`id`"), let asks = data.text(fields["ask"], of: "`ask`"),
            let text = data.text(fields["facts"], of: "`facts`")
        else { return nil }
        do {
            return StaffQuestion(id: id, asks: asks, facts: try Facts(parsing: text, in: vocabulary))
        } catch {
            data.refuse(fields["facts"], "\(error)")
            return nil
        }
    }
}
