import Policy

/// What plain words may mean, as a terminal shows it: each with the facts to ask it by.
enum UnderstandingText {
    static func text(_ understanding: Understanding, _ vocabulary: Vocabulary) -> String {
        guard !understanding.candidates.isEmpty else {
            return "None of that was understood. Try other words, or choose an action: leave out --words."
        }
        let blocks = understanding.candidates.map { candidate in
            var lines = [
                vocabulary.action(candidate.action)?.label ?? candidate.action,
                "  \(candidate.facts.text(in: vocabulary))",
            ]
            if !candidate.used.isEmpty { lines.append("  Words used: \(candidate.used.joined(separator: ", "))") }
            if !candidate.unused.isEmpty { lines.append("  Not used: \(candidate.unused.joined(separator: ", "))") }
            return lines.joined(separator: "\n")
        }
        return (["It may be one of these. Ask again with the facts of the one that you mean."] + blocks)
            .joined(separator: "\n\n")
    }
}
