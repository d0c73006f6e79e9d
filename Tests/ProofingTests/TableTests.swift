import Policy
import Proofing
import Testing

@testable import Bench

@Suite("What each check finds and what it leaves alone")
struct TableTests {
    static let tables = PeopleTables.all + NumberTables.all + WordTables.all + FormTables.all

    @Test("what a kind is for is found where it stands", arguments: KindCase.found(tables))
    func found(_ line: KindCase) {
        let found = School.reader.found(line.kind, in: line.text.text, voice: FormTables.voice(line.kind))
        for span in line.text.spans where !span.isEmpty {
            #expect(
                line.isExact ? found.contains(span) : found.contains { $0.overlaps(span) },
                "found \(found.map { line.text.text.bytes($0) ?? "cut" })")
        }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { hit in line.text.spans.contains { $0.overlaps(hit) } || hit.isEmpty })
    }

    @Test("what only looks like it is left alone", arguments: KindCase.innocent(tables))
    func innocent(_ line: KindCase) {
        let found = School.reader.found(line.kind, in: line.text.text, voice: FormTables.voice(line.kind))
        #expect(found.isEmpty, "found \(found.map { line.text.text.bytes($0) ?? "cut" })")
    }

    @Test("every kind that words can show has a table")
    func everyKind() {
        let ofPictures: Set<CheckKind> = [
            .nameWithImage, .jigsaw, .missingAltText, .untaggedFace, .consent, .readingAge,
        ]
        #expect(Set(Self.tables.map(\.kind)).union(ofPictures) == Set(CheckKind.allCases))
    }
}
