package import Policy
package import Proofing

/// What the checks say of one text, with lines and columns as an editor counts them.
package struct DraftReport: Sendable {
    package struct Finding: Encodable, Equatable, Sendable {
        package var kind: CheckKind
        package var severity: Severity
        /// Bytes of UTF-8; none for what stands nowhere in particular.
        package var start: Int?
        package var end: Int?
        /// From 1; columns count code points.
        package var line: Int?
        package var column: Int?
        package var text: String?
        package var says: String
        package var mend: String
        package var clauses: [String]
    }

    package let file: String?
    package let findings: [Finding]

    package init(_ remarks: [Remark], of words: String, file: String?) {
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

    package var text: String {
        guard !findings.isEmpty else { return "Nothing found.\n" }
        return findings.map { finding in
            let place = finding.line.map { "\(file ?? "-"):\($0):\(finding.column ?? 1)" } ?? (file ?? "-")
            let clauses = finding.clauses.isEmpty ? "" : " [\(finding.clauses.joined(separator: ", "))]"
            return "\(place): \(finding.severity.rawValue): \(finding.says) \(finding.mend)\(clauses)\n"
        }.joined()
    }
}
