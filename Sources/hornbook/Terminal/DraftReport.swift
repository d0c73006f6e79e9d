import Policy
import Proofing

/// What the checks say of one text, with lines and columns as an editor counts them.
struct DraftReport {
    struct Finding: Encodable, Equatable {
        var kind: CheckKind
        var severity: Severity
        /// Bytes of UTF-8; none for what stands nowhere in particular.
        var start: Int?
        var end: Int?
        /// From 1; columns count code points.
        var line: Int?
        var column: Int?
        var text: String?
        var says: String
        var mend: String
        var clauses: [String]
    }

    let file: String?
    let findings: [Finding]

    init(_ remarks: [Remark], of words: String, file: String?) {
        self.file = file
        findings = remarks.map { remark in
            var finding = Finding(
                kind: remark.kind, severity: remark.severity, start: remark.start, end: remark.end, says: remark.says,
                mend: remark.mend, clauses: remark.clauses)
            guard let start = remark.start, let end = remark.end else { return finding }
            let bytes = words.utf8
            let from = bytes.index(bytes.startIndex, offsetBy: start)
            let before = words.unicodeScalars[..<from]
            finding.line = 1 + before.count { $0 == "\n" }
            finding.column = 1 + before.reversed().prefix { $0 != "\n" }.count
            finding.text = String(words.unicodeScalars[from..<bytes.index(from, offsetBy: end - start)])
            return finding
        }
    }

    var text: String {
        guard !findings.isEmpty else { return "Nothing found.\n" }
        return findings.map { finding in
            let place = finding.line.map { "\(file ?? "-"):\($0):\(finding.column ?? 1)" } ?? (file ?? "-")
            let clauses = finding.clauses.isEmpty ? "" : " [\(finding.clauses.joined(separator: ", "))]"
            return "\(place): \(finding.severity.rawValue): \(finding.says) \(finding.mend)\(clauses)\n"
        }.joined()
    }
}
