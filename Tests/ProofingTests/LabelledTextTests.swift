import Foundation
import Policy
import Testing

@testable import Bench

/// Sentences by people who had not seen the checks: `Labelled/README.md` says which text is what.
///
/// Of the texts that were developed with, a failure tells the lines; of those that nobody is to read, the figures alone.
@Suite("What people marked who had not seen the checks")
struct LabelledTextTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Labelled")

    @Test("each kind is found as well as it was, and ordinary posts are left alone", arguments: LabelledFloors.texts)
    func scores(_ floors: LabelledFloors.Text) throws {
        let text = try LabelledText(contentsOf: Self.folder.appending(path: "\(floors.name).txt"))
        let score = LabelledScore(of: text)
        for (kind, count) in score.counts {
            let least = try #require(floors.least[kind], "\(floors.name) has no threshold for \(kind.rawValue)")
            if count.f1 >= least { continue }
            let figures = String(
                format: "F1 %.3f, precision %.3f, recall %.3f; not %.3f or more", count.f1, count.precision,
                count.recall,
                least)
            let lines = text.isUnseen ? [] : score.slips.filter { $0.kind == kind }.map { "\n\($0)" }
            Issue.record("\(floors.name), \(kind.rawValue): \(figures)\(lines.joined())")
        }
        #expect(Set(floors.least.keys) == Set(score.counts.keys))
        if score.ordinarySlips.count > floors.mostInOrdinary {
            let found = Dictionary(grouping: score.ordinarySlips, by: \.kind.rawValue).mapValues(\.count)
            let lines = text.isUnseen ? [] : score.ordinarySlips.map { "\n\($0.kind.rawValue): \($0)" }
            Issue.record(
                """
                \(floors.name): \(score.ordinarySlips.count) wrong findings in ordinary posts, not \
                \(floors.mostInOrdinary) or fewer: \(found.sorted { $0.key < $1.key })\(lines.joined())
                """)
        }
    }

    @Test("every text has its thresholds")
    func everyText() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let names = files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
        #expect(Set(names) == Set(LabelledFloors.texts.map(\.name)))
    }
}
