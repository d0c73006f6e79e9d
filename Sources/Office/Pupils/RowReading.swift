import Policy
import Records

/// One line of a list of pupils, cell by cell.
struct RowReading {
    let line: Int
    let cell: (RollSheet.Column) -> String
    private(set) var faults: [SheetFault] = []

    init(line: Int, cell: @escaping (RollSheet.Column) -> String) {
        self.line = line
        self.cell = cell
    }

    /// Nil where something is wrong, which is then among the faults.
    mutating func entry(today: Day) -> RollSheet.Entry? {
        let first = name(.first, "first name")
        let last = name(.last, "last name")
        var nicknames: [String] = []
        for name in cell(.nicknames).split(whereSeparator: { ";,".contains($0) }).map({ String($0).trimmed })
        where !name.isEmpty && name != first && !nicknames.contains(name) {
            nicknames.append(name)
        }
        if cell(.nicknames).count > 120 { fault("other names", "Shorten the other names to 120 characters") }
        if cell(.className).count > 40 { fault("class", "Shorten the class to 40 characters") }
        let year = year()
        let leaving = day(.leaving, "leaving date")
        let saidOn = day(.saidOn, "consent date")
        if let saidOn, saidOn > today {
            fault("consent date", "\(saidOn.iso) is still to come. Enter the day on which it was said")
        }
        if cell(.saidBy).count > 100 { fault("consent by", "Shorten the name to 100 characters") }
        let consents = consents()
        let parents = parents()
        guard faults.isEmpty else { return nil }
        return RollSheet.Entry(
            line: line, key: cell(.key),
            particulars: Pupil.Particulars(
                first: first, last: last, nicknames: nicknames, className: cell(.className), year: year),
            leaving: leaving, consents: consents, saidOn: saidOn, saidBy: cell(.saidBy),
            parents: parents)
    }

    private mutating func fault(_ column: String, _ message: String) {
        faults.append(SheetFault(line: line, column: column, message: message))
    }

    private mutating func name(_ column: RollSheet.Column, _ label: String) -> String {
        let text = cell(column)
        if text.isEmpty { fault(label, "Enter the \(label)") }
        if text.count > 60 { fault(label, "Shorten the \(label) to 60 characters") }
        return text
    }

    /// Several in one cell are parted by semicolons.
    private mutating func parents() -> [String] {
        var found: [String] = []
        for text in [cell(.parents), cell(.secondParent)] {
            for name in Pupil.names(in: text, separator: ";") where !found.contains(name) { found.append(name) }
        }
        if found.count > Pupil.mostParents { fault("parents", "Name \(Pupil.mostParents) parents and carers at most") }
        if found.contains(where: { $0.count > Pupil.longestParent }) {
            fault("parents", "Shorten each name to \(Pupil.longestParent) characters")
        }
        return found
    }

    /// `R`, `Reception`, `3`, `Year 3`, `Y3`; a nursery child has none.
    private mutating func year() -> Int? {
        let text = cell(.year).lowercased()
        if text.isEmpty || text.hasPrefix("n") { return nil }
        if ["r", "rec", "reception", "kg"].contains(text) { return 0 }
        let digits = text.drop { !$0.isNumber }
        let mark = text.prefix { !$0.isNumber }.filter { !$0.isWhitespace }
        if ["", "y", "yr", "year"].contains(mark), let year = Int(digits), (0...6).contains(year) { return year }
        fault("year", "“\(cell(.year))” is not a year of a primary school. Enter R, or 1 to 6")
        return nil
    }

    /// As 2026-07-21, or 21/07/2026 as a spreadsheet has it.
    private mutating func day(_ column: RollSheet.Column, _ label: String) -> Day? {
        let text = cell(column)
        if text.isEmpty { return nil }
        let parts = text.split(separator: "/").map { Int($0) ?? 0 }
        if let day = Day(iso: text) { return day }
        if parts.count == 3, (1900...2200).contains(parts[2]),
            let day = Day(year: parts[2], month: parts[1], day: parts[0])
        {
            return day
        }
        fault(label, "“\(text)” is not a date. Enter it as 21/07/2026")
        return nil
    }

    private mutating func consents() -> [ImagePurpose: Bool] {
        var found: [ImagePurpose: Bool] = [:]
        for purpose in ImagePurpose.allCases {
            let text = cell(.consent(purpose))
            switch text.lowercased() {
            case "": continue
            case "yes", "y", "true", "1", "given": found[purpose] = true
            case "no", "n", "false", "0", "refused", "withdrawn": found[purpose] = false
            default: fault("consent \(purpose.rawValue)", "“\(text)” is neither yes nor no")
            }
        }
        return found
    }
}
