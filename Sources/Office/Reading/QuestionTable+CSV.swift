package import Policy

extension CSV {
    /// The questions that staff ask most with every policy's answer, with a heading.
    package static func questions(_ table: QuestionTable) -> String {
        let heading =
            ["question", "facts"]
            + table.packs.flatMap { pack in
                ["\(pack.edition): answer", "\(pack.edition): approval by", "\(pack.edition): clauses"]
            }
        let rows = table.rows.map { row in
            [row.question.asks, row.question.facts.text(in: table.packs.first?.vocabulary)]
                + row.answers.flatMap { answer in
                    [answer.verdict?.label ?? "It depends", answer.approvers, answer.clauses.joined(separator: "; ")]
                }
        }
        return line(heading) + rows.map { line($0) }.joined()
    }
}

extension Facts {
    fileprivate func text(in vocabulary: Vocabulary?) -> String { vocabulary.map { text(in: $0) } ?? "" }
}
