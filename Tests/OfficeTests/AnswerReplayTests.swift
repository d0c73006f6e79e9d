import Foundation
import Policy
import Testing

@testable import Office

/// Answers as they were first given, beside the text of the policies that they rest on. These files are never changed:
/// what was answered then is answered again for ever, whatever becomes of the vocabulary and of the built-in packs.
@Suite("Answers given before are given again for ever")
struct AnswerReplayTests {
    private static let folder = Bundle.module.url(forResource: "Answers", withExtension: nil)
    private static let packs = ["dronfield", "grange", "oakdene", "st-martins", "waterville"]

    private func pack(_ id: String) throws -> Pack {
        let file = try #require(Self.folder?.appending(path: "\(id).yaml"))
        return try Pack.load(
            yaml: String(decoding: try Data(contentsOf: file), as: UTF8.self), file: file.lastPathComponent,
            vocabulary: try Vocabulary.embedded())
    }

    private static func answers(_ id: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: #require(folder), includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("\(id).") && $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
    }

    @Test("to the same bytes", arguments: packs)
    func same(id: String) throws {
        let pack = try pack(id)
        let files = try Self.answers(id)
        #expect(files.count == 4)
        for file in files {
            let kept = [UInt8](try Data(contentsOf: file))
            #expect(try Replay.of(kept, under: pack) == .same, "\(file.lastPathComponent)")
        }
    }

    @Test("and show every kind of answer between them")
    func kinds() throws {
        let answers = try Self.packs.flatMap(Self.answers).map {
            try Coding.decode(GivenAnswer.self, from: [UInt8](try Data(contentsOf: $0)))
        }
        #expect(Set(answers.compactMap(\.verdict)).isSuperset(of: [.prohibited, .needsApproval, .notCovered]))
        #expect(answers.contains { !$0.isSettled && !$0.notKnown.isEmpty })
        #expect(answers.contains { $0.isSettled && !$0.unknown.isEmpty })
    }
}
