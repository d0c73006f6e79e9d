import Office
import Policy

extension DutyItem {
    /// How the due time was counted, for the card that shows it; nothing where a single stretch says no more than the
    /// due time itself.
    var countedLines: [String] {
        guard let counting, let due else { return [] }
        var lines = counting.doubts
        let runs = Self.runs(counting.counted)
        if runs.count > 1 { lines += runs }
        if counting.due != due {
            lines.append(
                "By today’s calendar and policy it would fall due on \(counting.due.longText). The time that was given stands."
            )
        }
        return lines
    }

    /// Days that follow one another and stand alike, as one line: `23 November 2026 to 27 November 2026: 5 counted`.
    private static func runs(_ steps: [CountedStep]) -> [String] {
        var runs: [[CountedStep]] = []
        for step in steps {
            if let last = runs.last?.last, last.isCounted == step.isCounted, step.isCounted || last.why == step.why {
                runs[runs.count - 1].append(step)
            } else {
                runs.append([step])
            }
        }
        return runs.compactMap { run in
            guard let first = run.first, let last = run.last else { return nil }
            let days =
                first.first == last.last ? first.first.longText : "\(first.first.longText) to \(last.last.longText)"
            return first.isCounted ? "\(days): counted, to \(last.why)" : "\(days): not counted, \(first.why)"
        }
    }
}
