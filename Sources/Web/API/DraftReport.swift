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
        /// Where several texts were checked at once: which.
        package var file: String?
    }

    package let file: String?
    package let findings: [Finding]

    package init(_ remarks: [Remark], of words: String, file: String?, isOneOfSeveral: Bool = false) {
        self.file = file
        var places = TextPlaces(words)
        findings = remarks.map { remark in
            var finding = Finding(
                kind: remark.kind, severity: remark.severity, start: remark.start, end: remark.end, says: remark.says,
                mend: remark.mend, clauses: remark.clauses, file: isOneOfSeveral ? file ?? "-" : nil)
            guard let start = remark.start, let end = remark.end else { return finding }
            (finding.line, finding.column) = places.place(of: start)
            let bytes = words.utf8
            let from = bytes.index(bytes.startIndex, offsetBy: start)
            finding.text = String(words.unicodeScalars[from..<bytes.index(from, offsetBy: end - start)])
            return finding
        }
    }

    /// One line for each finding, as compilers print them.
    package var lines: String {
        findings.map { finding in
            let place = finding.line.map { "\(file ?? "-"):\($0):\(finding.column ?? 1)" } ?? (file ?? "-")
            let clauses = finding.clauses.isEmpty ? "" : " [\(finding.clauses.joined(separator: ", "))]"
            return "\(place): \(finding.severity.rawValue): \(finding.says) \(finding.mend)\(clauses)\n"
        }.joined()
    }
}

/// Lines and columns of places that are asked for in order, counted once on the way through a text.
struct TextPlaces {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var column = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    /// - Parameter byte: A place before the last that was asked for is counted from the beginning again.
    mutating func place(of byte: Int) -> (line: Int, column: Int) {
        if byte < at { (at, line, column) = (0, 1, 1) }
        while at < min(byte, bytes.count) {
            if bytes[at] == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if bytes[at] & 0xC0 != 0x80 {
                column += 1
            }
            at += 1
        }
        return (line, column)
    }
}
