package import Policy
package import Records

/// A list of pupils, read and checked but not yet on record: a spreadsheet's, or what a OneRoster file comes to.
package struct RollSheet: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package let line: Int
        /// Hornbook's own identifier, where the list came from here.
        package let key: String
        package let particulars: Pupil.Particulars
        package let leaving: Day?
        package let consents: [ImagePurpose: Bool]
        /// Nil where the list does not say on which day.
        package let saidOn: Day?
        package let saidBy: String
        /// Names of parents and carers, for the checks alone.
        package let parents: [String]
    }

    package let entries: [Entry]
    package let faults: [SheetFault]
    /// Columns that Hornbook has no use for. What stands in them is forgotten.
    package let dropped: [String]

    enum Column: Hashable {
        case key, first, last, nicknames, className, year, leaving, saidOn, saidBy
        case consent(ImagePurpose)
        /// The first, with as many names as it has, or the second.
        case parents, secondParent
    }

    private static let names: [(Column, [String])] = [
        (.key, ["key"]),
        (.first, ["first name", "first", "forename", "given name", "givenname", "legal forename"]),
        (.last, ["last name", "last", "surname", "family name", "familyname", "legal surname"]),
        (
            .nicknames,
            [
                "other names", "nicknames", "nickname", "known as", "preferred name", "preferred forename",
                "preferredgivenname",
            ]
        ),
        (.className, ["class", "class name", "registration group", "reg group", "reg", "form", "tutor group"]),
        (.year, ["year", "year group", "nc year", "national curriculum year"]),
        (.leaving, ["leaving date", "date of leaving", "last day", "leaves"]),
        (.saidOn, ["consent date", "date of consent"]),
        (.saidBy, ["consent by", "consent given by", "given by"]),
        (
            .parents,
            [
                "parents", "parent", "parent names", "parent name", "parent 1", "guardians", "guardian", "carers",
                "carer",
                "parents and carers", "contact 1", "priority 1 contact",
            ]
        ),
        (.secondParent, ["parent 2", "guardian 2", "carer 2", "contact 2", "priority 2 contact"]),
    ]

    /// What a list's first line may name, for a page to tell.
    package static let columns = ["first name", "last name", "other names", "class", "year", "leaving date", "parents"]
    package static let consentColumns = ImagePurpose.allCases.map { "consent \($0.rawValue)" }

    static func column(_ heading: String) -> Column? {
        let name = heading.trimmed.lowercased().split(whereSeparator: { " _:-".contains($0) }).joined(separator: " ")
        if let found = names.first(where: { $0.1.contains(name) }) { return found.0 }
        return ImagePurpose.allCases.first {
            let purpose = $0.rawValue.split(separator: "-").joined(separator: " ")
            return name == "consent \(purpose)" || name == purpose || name == "image consent \(purpose)"
        }.map(Column.consent)
    }

    package init(_ text: String, today: Day) {
        let rows: [CSV.Row]
        do { rows = try CSV.read(text) } catch {
            self.init(faults: [SheetFault(line: error.line, column: "", message: error.reason.capitalisedFirst)])
            return
        }
        guard let heading = rows.first else {
            let columns = Self.columns.joined(separator: ", ")
            self.init(
                faults: [
                    SheetFault(
                        line: 1, column: "", message: "The file is empty. Its first line names the columns: \(columns)")
                ])
            return
        }
        var places: [Column: Int] = [:]
        var dropped: [String] = []
        var faults: [SheetFault] = []
        for (index, name) in heading.cells.enumerated() {
            guard let column = Self.column(name) else {
                if !name.trimmed.isEmpty { dropped.append(name.trimmed) }
                continue
            }
            if places.updateValue(index, forKey: column) != nil {
                faults.append(
                    SheetFault(line: 1, column: name.trimmed, message: "Two columns say the same. Take one of them out")
                )
            }
        }
        for (column, name) in [(Column.first, "first name"), (.last, "last name")] where places[column] == nil {
            faults.append(
                SheetFault(line: 1, column: name, message: "There is no column “\(name)”. Add it to the first line"))
        }
        guard faults.isEmpty else {
            self.init(faults: faults)
            return
        }
        self.init(rows.dropFirst(), places, width: heading.cells.count, dropped: dropped, today: today)
    }

    init(entries: [Entry] = [], faults: [SheetFault] = [], dropped: [String] = []) {
        self.entries = entries
        self.faults = faults
        self.dropped = dropped
    }

    private init(_ rows: ArraySlice<CSV.Row>, _ places: [Column: Int], width: Int, dropped: [String], today: Day) {
        var entries: [Entry] = []
        var faults: [SheetFault] = []
        for row in rows where !row.cells.allSatisfy({ $0.trimmed.isEmpty }) {
            guard row.cells.count == width else {
                faults.append(
                    SheetFault(
                        line: row.line, column: "",
                        message:
                            "There are \(row.cells.count) cells where the first line has \(width). Check the commas"))
                continue
            }
            var reading = RowReading(line: row.line) { places[$0].map { row.cells[$0].trimmed } ?? "" }
            if let entry = reading.entry(today: today) { entries.append(entry) }
            faults += reading.faults
        }
        if entries.isEmpty, faults.isEmpty {
            faults.append(
                SheetFault(
                    line: 2, column: "", message: "There is nobody below the first line. Add a line for each pupil"))
        }
        self.init(entries: entries, faults: faults, dropped: dropped)
    }
}
