import Yams

/// Reads a file of questions.
struct QuestionReader {
    private let pack: Pack
    /// Reads roles, spans and citations as a pack does.
    private var reader: PackReader

    var data: DataFile { reader.data }

    init(file: String, pack: Pack) {
        self.pack = pack
        reader = PackReader(file: file, vocabulary: pack.vocabulary, platforms: PlatformCatalogue(platforms: []))
        reader.clauseIDs = pack.clauses.map(\.id)
    }

    mutating func sheet(_ root: Node) -> QuestionSheet {
        guard let fields = reader.data.fields(root, of: "the questions", needs: ["pack", "questions"]) else {
            return QuestionSheet(pack: "", questions: [])
        }
        let id = reader.data.text(fields["pack"], of: "`pack`") ?? ""
        if let node = fields["pack"], !id.isEmpty, id != pack.id {
            reader.data.refuse(node, "These questions are about `\(id)`, but the pack is `\(pack.id)`.")
        }
        return QuestionSheet(
            pack: id,
            questions: reader.data.list(fields["questions"], of: "`questions`").compactMap { question($0) })
    }

    private mutating func question(_ node: Node) -> SheetQuestion? {
        guard
            let fields = reader.data.fields(
                node, of: "a question", needs: ["ask", "facts", "verdict", "clauses"], may: ["approval", "duties"]),
            let ask = reader.data.text(fields["ask"], of: "`ask`"), let facts = facts(fields["facts"]),
            let verdictNode = fields["verdict"], let text = reader.data.text(verdictNode, of: "`verdict`"),
            let verdict: Verdict = reader.choice(text, verdictNode, "verdict")
        else { return nil }
        switch (verdict, fields["approval"]) {
        case (.needsApproval, nil):
            reader.data.refuse(node, "Missing key `approval` in a question that needs approval.")
        case (.needsApproval, _), (_, nil): break
        case (_, let given?):
            reader.data.refuse(given, "`approval` belongs only to a question whose verdict is needs-approval.")
        }
        let approvals = reader.data.list(fields["approval"], of: "`approval`").map { entry in
            reader.roles(entry, of: "`approval`").sorted()
        }
        let duties = fields["duties"].map { node in
            reader.data.list(node, of: "`duties`").compactMap { duty($0) }
        }
        return SheetQuestion(
            ask: ask, facts: facts, verdict: verdict, approvals: approvals, duties: duties,
            clauses: reader.citations(fields["clauses"]), line: node.mark?.line ?? 1)
    }

    private mutating func facts(_ node: Node?) -> Facts? {
        guard let node, let text = reader.data.text(node, of: "`facts`") else { return nil }
        do {
            return try Facts(parsing: text, in: pack.vocabulary)
        } catch {
            reader.data.refuse(node, error.description)
            return nil
        }
    }

    private mutating func duty(_ node: Node) -> SheetQuestion.Duty? {
        guard let fields = reader.data.fields(node, of: "a duty", needs: ["duty"], may: ["to", "within"]),
            let kindNode = fields["duty"], let text = reader.data.text(kindNode, of: "`duty`"),
            let kind: Obligation.Kind = reader.choice(text, kindNode, "duty")
        else { return nil }
        return SheetQuestion.Duty(
            kind: kind, to: fields["to"].map { reader.roles($0, of: "`to`").sorted() },
            within: reader.span(fields["within"], of: "`within`"))
    }
}
