import Policy
import Proofing

/// How well the checks find what people have marked.
///
/// A mark is found when a finding of its kind touches it, however far it reaches; a mark around nothing asks for a finding
/// anywhere. Every finding that touches no mark is wrong. A line is asked about its own kind alone, but a post of the
/// ordinary sort about all of them, except how hard it is to read.
struct LabelledScore: Sendable {
    struct Count: Sendable, Equatable {
        var right = 0
        var missed = 0
        var wrong = 0

        var precision: Double { right == 0 ? 0 : Double(right) / Double(right + wrong) }
        var recall: Double { right == 0 ? 0 : Double(right) / Double(right + missed) }
        /// The harmonic mean of both.
        var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed) }

        static func + (one: Count, other: Count) -> Count {
            Count(right: one.right + other.right, missed: one.missed + other.missed, wrong: one.wrong + other.wrong)
        }
    }

    /// What was missed on a line, or found there wrongly.
    struct Slip: Sendable, CustomStringConvertible {
        let line: Int
        let kind: CheckKind
        let isMissed: Bool
        /// Empty for a finding of the text as a whole.
        let quote: String
        let words: String
        var description: String { "line \(line) \(isMissed ? "misses" : "finds") “\(quote)” in: \(words)" }
    }

    private(set) var counts: [CheckKind: Count] = [:]
    private(set) var ordinaryPosts = 0
    private(set) var slips: [Slip] = []
    private(set) var ordinarySlips: [Slip] = []

    init(of text: LabelledText) {
        let reader = text.reader()
        for line in text.lines {
            let remarks = reader.proof(line.draft)
            switch line.label {
            case .found(let kind), .leftAlone(let kind):
                count(remarks.filter { $0.kind == kind }, kind, on: line)
            case .ordinary:
                ordinaryPosts += 1
                ordinarySlips += remarks.filter { $0.kind != .readingAge }.map {
                    Self.slip(line, $0.kind, isMissed: false, Self.span($0))
                }
            }
        }
    }

    /// Several texts as one.
    init(_ scores: [LabelledScore]) {
        for score in scores {
            counts.merge(score.counts, uniquingKeysWith: +)
            ordinaryPosts += score.ordinaryPosts
            slips += score.slips
            ordinarySlips += score.ordinarySlips
        }
    }

    private mutating func count(_ remarks: [Remark], _ kind: CheckKind, on line: LabelledText.Line) {
        let found = remarks.map(Self.span)
        func touches(_ mark: Range<Int>, _ hit: Range<Int>?) -> Bool {
            guard let hit, !mark.isEmpty else { return true }
            return hit.overlaps(mark)
        }
        let missed = line.words.spans.filter { mark in !found.contains { touches(mark, $0) } }
        let wrong = found.filter { hit in !line.words.spans.contains { touches($0, hit) } }
        counts[kind, default: Count()].right += line.words.spans.count - missed.count
        counts[kind, default: Count()].missed += missed.count
        counts[kind, default: Count()].wrong += wrong.count
        slips += missed.map { Self.slip(line, kind, isMissed: true, $0) }
        slips += wrong.map { Self.slip(line, kind, isMissed: false, $0) }
    }

    /// Bytes of the words; nil where a remark is of them as a whole.
    private static func span(_ remark: Remark) -> Range<Int>? {
        guard let start = remark.start, let end = remark.end else { return nil }
        return start..<end
    }

    private static func slip(
        _ line: LabelledText.Line, _ kind: CheckKind, isMissed: Bool, _ span: Range<Int>?
    ) -> Slip {
        let quote = span.map { String(decoding: Array(line.words.text.utf8)[$0], as: UTF8.self) } ?? ""
        let words = line.words.text.replacing("\n", with: " / ")
        return Slip(line: line.number, kind: kind, isMissed: isMissed, quote: quote, words: words)
    }
}
