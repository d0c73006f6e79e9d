import Foundation
import Policy

/// Prints how well each check finds what people have marked: the texts that the checks were developed with, and beside
/// them those that nobody reads.
struct LabelledBench {
    let folder: URL
    /// Whose slips are told line by line.
    var kind: CheckKind?

    func run() throws {
        let texts = try LabelledText.all(in: folder)
        let scores = texts.map(LabelledScore.init(of:))
        // `development-1` and `development-2` are told as one.
        let groups = Dictionary(grouping: zip(texts, scores)) { $0.0.name.prefix { $0 != "-" } }
            .sorted { $0.key < $1.key }
            .map { (name: String($0.key), score: LabelledScore($0.value.map(\.1))) }
        print(Self.table(groups).joined(separator: "\n"))
        for (text, score) in zip(texts, scores) where !text.isUnseen {
            for slip in score.slips where slip.kind == kind { print("\(text.name), \(slip)") }
            for slip in score.ordinarySlips where slip.kind == kind { print("\(text.name), ordinary, \(slip)") }
        }
    }

    static func table(_ groups: [(name: String, score: LabelledScore)]) -> [String] {
        var lines = [
            padded("", 20) + groups.map { padded("  " + $0.name, 36) }.joined(),
            padded("kind", 20) + groups.map { _ in padded("  precision  recall     F1   marks", 36) }.joined(),
        ]
        for kind in CheckKind.allCases where groups.contains(where: { $0.score.counts[kind] != nil }) {
            lines.append(padded(kind.rawValue, 20) + groups.map { cells($0.score.counts[kind]) }.joined())
        }
        for (name, score) in groups where score.ordinaryPosts > 0 {
            lines.append(
                "\(score.ordinarySlips.count) wrong findings in \(score.ordinaryPosts) ordinary posts, \(name)")
        }
        return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }

    private static func cells(_ count: LabelledScore.Count?) -> String {
        guard let count else { return padded("", 36) }
        return padded(
            String(
                format: "%11.3f %7.3f %6.3f %7d", count.precision, count.recall, count.f1, count.right + count.missed),
            36)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
