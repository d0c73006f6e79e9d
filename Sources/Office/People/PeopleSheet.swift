package import Policy
package import Records

/// What is wrong with one cell, in words for the person who has the spreadsheet open.
package struct SheetFault: Sendable, Equatable {
    package let line: Int
    package let column: String
    package let message: String

    /// With its place.
    package var text: String { column.isEmpty ? "Line \(line): \(message)" : "Line \(line), \(column): \(message)" }
}

/// A list of people as an office keeps it, read and checked but not yet on record.
package struct PeopleSheet: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package let line: Int
        package let particulars: Person.Particulars
        package let firstDay: Day
    }

    package typealias Fault = SheetFault

    package let entries: [Entry]
    package let faults: [Fault]

    package static let columns = ["name", "email", "roles", "first day"]

    /// - Parameter taken: e-mail addresses of people who are here already, lower case.
    package init(_ text: String, taken: Set<String>, today: Day) {
        let rows: [CSV.Row]
        do {
            rows = try CSV.read(text)
        } catch {
            self.init(
                entries: [],
                faults: [Fault(line: error.line, column: "", message: "Line \(error.line): \(error.reason)")])
            return
        }
        guard let heading = rows.first else {
            self.init(
                entries: [],
                faults: [
                    Fault(
                        line: 1, column: "",
                        message: "The file is empty. Its first line must be: \(Self.columns.joined(separator: ","))")
                ])
            return
        }
        let names = heading.cells.map { $0.trimmed.lowercased() }
        let faults = Self.headingFaults(names)
        guard faults.isEmpty else {
            self.init(entries: [], faults: faults)
            return
        }
        self.init(rows: rows.dropFirst(), names: names, taken: taken, today: today)
    }

    private init(entries: [Entry], faults: [Fault]) {
        self.entries = entries
        self.faults = faults
    }

    private static func headingFaults(_ names: [String]) -> [Fault] {
        columns.dropLast().filter { !names.contains($0) }.map {
            Fault(
                line: 1, column: $0,
                message: "There is no column “\($0)”. The first line must be: \(columns.joined(separator: ","))")
        }
            + names.enumerated().filter {
                !columns.contains($0.element) || names.firstIndex(of: $0.element) != $0.offset
            }.map {
                Fault(
                    line: 1, column: $0.element,
                    message: "Column \($0.offset + 1), “\($0.element)”, is unknown or stands twice. Take it out")
            }
    }

    private init(rows: ArraySlice<CSV.Row>, names: [String], taken: Set<String>, today: Day) {
        var entries: [Entry] = []
        var faults: [Fault] = []
        var seen: [String: Int] = [:]
        for row in rows where !row.cells.allSatisfy({ $0.trimmed.isEmpty }) {
            var found: [Fault] = []
            func fault(_ column: String, _ message: String) {
                found.append(Fault(line: row.line, column: column, message: message))
            }
            if row.cells.count != names.count {
                fault(
                    "", "There are \(row.cells.count) cells where the first line has \(names.count). Check the commas")
                faults += found
                continue
            }
            func cell(_ column: String) -> String { names.firstIndex(of: column).map { row.cells[$0].trimmed } ?? "" }
            let name = cell("name")
            if name.isEmpty { fault("name", "Enter a full name") }
            if name.count > 100 { fault("name", "Shorten the name to 100 characters") }
            let email = cell("email").lowercased()
            if !email.isEmailAddress {
                fault("email", "“\(cell("email"))” is not an e-mail address. Enter one in the form name@school.org.uk")
            } else if let other = seen[email] {
                fault("email", "\(email) stands on line \(other) too. Give each person their own")
            } else if taken.contains(email) {
                fault("email", "\(email) belongs to somebody who is on record already. Take the line out")
            }
            seen[email] = seen[email] ?? row.line
            let roles = Self.roles(cell("roles"), fault)
            let day = cell("first day")
            let firstDay = day.isEmpty ? today : Day(iso: day)
            if firstDay == nil { fault("first day", "“\(day)” is not a date. Enter it as 2026-09-01") }
            faults += found
            if found.isEmpty, let firstDay {
                entries.append(
                    Entry(
                        line: row.line, particulars: Person.Particulars(name: name, email: email, roles: roles),
                        firstDay: firstDay))
            }
        }
        if entries.isEmpty, faults.isEmpty {
            faults.append(
                Fault(line: 2, column: "", message: "There is nobody below the first line. Add a line for each person"))
        }
        self.init(entries: entries, faults: faults)
    }

    /// Roles by identifier or by label, separated by semicolons.
    private static func roles(_ cell: String, _ fault: (String, String) -> Void) -> [Role] {
        var roles: [Role] = []
        let parts = cell.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        for part in parts {
            let wanted = part.lowercased()
            if let role = Role.allCases.first(where: { $0.rawValue == wanted || $0.label.lowercased() == wanted }) {
                roles.append(role)
            } else {
                fault(
                    "roles",
                    "“\(part)” is not a role. Use one of: \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
            }
        }
        if parts.isEmpty { fault("roles", "Enter at least one role, several with semicolons between them") }
        return roles
    }
}
