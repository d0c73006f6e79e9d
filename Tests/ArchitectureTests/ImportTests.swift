import Testing

@Suite("Modules import what the table allows")
struct ImportTests {
    /// Modules named in import lines, with the line's number, in code with comments blanked out.
    static func imports(in code: String) -> [(line: Int, module: String)] {
        let pattern =
            #/^\s*(?:@[\w()]+\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/#
        return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            line.firstMatch(of: pattern).map { (number + 1, String($0.1)) }
        }
    }

    @Test("an import line is read whatever stands before it")
    func readsImportLines() {
        let code =
            "import A\npackage import B\n@testable import C\n    import D\n@preconcurrency internal import struct E.F\nlet x = 1"
        #expect(Self.imports(in: code).map(\.module) == ["A", "B", "C", "D", "E"])
    }

    @Test("every module stands in the table, and the table names no other")
    func tableIsComplete() throws {
        #expect(try Repository.modules() == ModuleTable.imports.keys.sorted())
    }

    @Test("a module imports nothing that the table does not allow it", arguments: ModuleTable.imports.keys.sorted())
    func importsAreAllowed(_ module: String) throws {
        let allowed = try #require(ModuleTable.imports[module])
        for file in try Repository.swift(in: "Sources/\(module)") {
            for found in Self.imports(in: file.code) where !allowed.contains(found.module) {
                Issue.record("\(file.path):\(found.line) imports \(found.module)")
            }
        }
    }

    @Test("nothing imports upward: the modules form no circle")
    func thereIsNoCircle() {
        var below: [String: Set<String>] = ModuleTable.imports.mapValues {
            $0.filter { ModuleTable.imports[$0] != nil }
        }
        while let leaf = below.first(where: { $0.value.isEmpty })?.key {
            below[leaf] = nil
            below = below.mapValues { $0.subtracting([leaf]) }
        }
        #expect(below.isEmpty)
    }
}
