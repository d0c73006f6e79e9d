import Policy

/// A report as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).
package struct SARIF: Encodable {
    struct Message: Encodable { var text: String }

    struct Rule: Encodable {
        var id: String
        var shortDescription: Message
    }

    struct Driver: Encodable {
        var name = "Hornbook"
        var rules: [Rule]
    }

    struct Tool: Encodable { var driver: Driver }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        var byteOffset: Int
        var byteLength: Int
    }

    struct Artifact: Encodable { var uri: String }

    struct PhysicalLocation: Encodable {
        var artifactLocation: Artifact
        var region: Region?
    }

    struct Location: Encodable { var physicalLocation: PhysicalLocation }

    struct Properties: Encodable { var clauses: [String] }

    struct Result: Encodable {
        var ruleId: String
        var level: String
        var message: Message
        var locations: [Location]
        var properties: Properties
    }

    struct Run: Encodable {
        var tool: Tool
        /// What `startColumn` counts.
        var columnKind = "unicodeCodePoints"
        var results: [Result]
    }

    var version = "2.1.0"
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case version
        case schema = "$schema"
        case runs
    }

    /// Of several texts one run.
    package init(_ reports: [DraftReport]) {
        let found = Set(reports.flatMap(\.findings).map(\.kind))
        let kinds = CheckKind.allCases.filter(found.contains)
        runs = [
            Run(
                tool: Tool(
                    driver: Driver(
                        rules: kinds.map { Rule(id: $0.rawValue, shortDescription: Message(text: $0.label)) })),
                results: reports.flatMap { report in
                    report.findings.map { Self.result($0, report.file.map(Self.reference) ?? "stdin") }
                })
        ]
    }

    /// A path as a reference to it (RFC 3986): whole paths as `file:` addresses, the others as they stand, and in both
    /// what may not stand in an address as `%` and its byte.
    static func reference(_ path: String) -> String {
        var text = path.hasPrefix("/") ? "file://" : ""
        // A colon before the first slash would be read as the end of a scheme.
        var isFirst = !path.hasPrefix("/")
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/") { isFirst = false }
            let isKept = isUnreserved(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") && !isFirst
            text += isKept ? String(UnicodeScalar(byte)) : "%" + percent(byte)
        }
        return text
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~".utf8.contains(byte)
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0\(digits)" : digits
    }

    private static func result(_ finding: DraftReport.Finding, _ file: String) -> Result {
        var region: Region?
        if let line = finding.line, let column = finding.column, let start = finding.start, let end = finding.end {
            region = Region(startLine: line, startColumn: column, byteOffset: start, byteLength: end - start)
        }
        return Result(
            ruleId: finding.kind.rawValue, level: level(finding.severity),
            message: Message(text: "\(finding.says) \(finding.mend)"),
            locations: [
                Location(physicalLocation: PhysicalLocation(artifactLocation: Artifact(uri: file), region: region))
            ], properties: Properties(clauses: finding.clauses))
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .stop: "error"
        case .leader, .warning: "warning"
        case .advice: "note"
        case .off: "none"
        }
    }
}
