/// Comma-separated values as RFC 4180 has them, with the line on which each record begins.
package enum CSV {
    package struct Row: Sendable, Equatable {
        /// Counts from 1, the heading's included.
        package let line: Int
        package let cells: [String]
    }

    package struct Malformed: Error, Equatable {
        package let line: Int
        package let reason: String
    }

    /// Reads a whole text. A byte-order mark is passed over; a final empty line is no row.
    package static func read(_ text: String) throws(Malformed) -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var line = 1
        var begun = 1
        var isQuoted = false
        var wasQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = scalars.first == "\u{FEFF}" ? 1 : 0

        func finishRow() {
            cells.append(String(cell))
            if cells != [""] { rows.append(Row(line: begun, cells: cells)) }
            cells = []
            cell = String.UnicodeScalarView()
            wasQuoted = false
        }

        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if isQuoted {
                if scalar == "\"" {
                    if index < scalars.count, scalars[index] == "\"" {
                        cell.append(scalar)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    if scalar == "\n" { line += 1 }
                    cell.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\"":
                guard cell.isEmpty, !wasQuoted else {
                    throw Malformed(
                        line: line,
                        reason:
                            "a quotation mark stands inside a cell; double it, or put the whole cell in quotation marks"
                    )
                }
                isQuoted = true
                wasQuoted = true
            case ",":
                cells.append(String(cell))
                cell = String.UnicodeScalarView()
                wasQuoted = false
            case "\r" where index < scalars.count && scalars[index] == "\n": break
            case "\n", "\r":
                finishRow()
                line += 1
                begun = line
            default:
                guard !wasQuoted else {
                    throw Malformed(
                        line: line,
                        reason:
                            "text stands after the quotation mark that ends a cell; put the whole cell in quotation marks"
                    )
                }
                cell.append(scalar)
            }
        }
        guard !isQuoted else { throw Malformed(line: begun, reason: "a quotation mark is opened and never closed") }
        if !cell.isEmpty || !cells.isEmpty { finishRow() }
        return rows
    }

    /// One record, ended by CR LF. A cell that a spreadsheet would run as a formula is made text by an apostrophe.
    package static func line(_ cells: [String]) -> String {
        cells.map { cell in
            // By scalars, as a spreadsheet reads them: a mark that combines with a comma or a sign does not hide it.
            var text = cell.unicodeScalars
            if let first = text.first, "=+-@\t\r\n".unicodeScalars.contains(first) {
                text.insert("'", at: text.startIndex)
            }
            guard text.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return String(text) }
            let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init).joined(
                separator: "\"\"")
            return "\"\(doubled)\""
        }.joined(separator: ",") + "\r\n"
    }
}
