package import Policy
import Records

/// Reads a OneRoster 1.2 export (1.1 too) as a list of pupils: who is enrolled as a student, in which class and year,
/// and, for the checks of posts, what their parents and guardians are called. Everything else that such a file holds,
/// passwords and telephone numbers among it, is never looked at.
package enum OneRoster {
    package struct Fault: Error, Equatable {
        package let message: String
    }

    /// The list as the CSV that ``RollSheet`` reads.
    package static func roll(_ bytes: [UInt8]) throws(Fault) -> String {
        let archive: ZipArchive
        do { archive = try ZipArchive(bytes) } catch { throw Fault(message: error.message) }
        guard let manifest = try table("manifest.csv", archive) else {
            throw Fault(message: "There is no manifest.csv in the zip, so it is no OneRoster file")
        }
        let properties = Dictionary(
            manifest.map { ($0["propertyname"] ?? "", $0["value"] ?? "") }, uniquingKeysWith: { first, _ in first })
        let version = properties["oneroster.version"] ?? ""
        guard version == "1.2" || version == "1.1" else {
            throw Fault(
                message:
                    "This is OneRoster \(version.isEmpty ? "of an unknown version" : version). Export it as 1.2 or 1.1")
        }
        guard properties["file.users"] != "delta" else {
            throw Fault(message: "The file tells only what has changed. Export the whole roll (bulk)")
        }
        guard let users = try table("users.csv", archive) else {
            throw Fault(message: "There is no users.csv in the zip")
        }
        let students = try studentRoles(archive)
        let classes = try classNames(archive)
        var text = CSV.line(["first name", "last name", "other names", "class", "year", "parents"])
        let parents = try parentNames(users, archive)
        for user in users where isActive(user) {
            let id = user["sourcedid"] ?? ""
            guard user["role"].map({ $0.lowercased() == "student" }) ?? false || students.contains(id) else { continue }
            let preferred = user["preferredgivenname"] ?? ""
            text += CSV.line([
                user["givenname"] ?? "", user["familyname"] ?? "", preferred, classes[id] ?? "",
                year(user["grades"] ?? ""),
                (user["agentsourcedids"] ?? "").split(separator: ",").compactMap { parents[String($0).trimmed] }
                    .joined(separator: "; "),
            ])
        }
        return text
    }

    private static func isActive(_ row: [String: String]) -> Bool {
        (row["status"] ?? "").lowercased() != "tobedeleted"
    }

    private static func studentRoles(_ archive: ZipArchive) throws(Fault) -> Set<String> {
        try holders(of: ["student"], archive)
    }

    /// Of version 1.2, which has roles in a file of their own.
    private static func holders(of roles: Set<String>, _ archive: ZipArchive) throws(Fault) -> Set<String> {
        let rows = try table("roles.csv", archive) ?? []
        return Set(
            rows.filter { isActive($0) && roles.contains(($0["role"] ?? "").lowercased()) }
                .compactMap { $0["usersourcedid"] })
    }

    /// What those are called who are somebody's parent or guardian, by their identifiers.
    private static func parentNames(_ users: [[String: String]], _ archive: ZipArchive) throws(Fault) -> [String:
        String]
    {
        let roles: Set = ["parent", "guardian"]
        let holders = try holders(of: roles, archive)
        var names: [String: String] = [:]
        for user in users where isActive(user) {
            guard let id = user["sourcedid"], !id.isEmpty,
                roles.contains((user["role"] ?? "").lowercased()) || holders.contains(id)
            else { continue }
            // What parts one name from the next belongs in none.
            let name = [user["givenname"] ?? "", user["familyname"] ?? ""].joined(separator: " ").trimmed
            if !name.isEmpty { names[id] = name.replacing(";", with: " ") }
        }
        return names
    }

    /// The class of each student: the homeroom where there is one, else the first that is theirs.
    private static func classNames(_ archive: ZipArchive) throws(Fault) -> [String: String] {
        var titles: [String: (title: String, isHome: Bool)] = [:]
        for row in try table("classes.csv", archive) ?? [] where isActive(row) {
            titles[row["sourcedid"] ?? ""] = (row["title"] ?? "", row["classtype"]?.lowercased() == "homeroom")
        }
        var found: [String: (title: String, isHome: Bool)] = [:]
        for row in try table("enrollments.csv", archive) ?? []
        where isActive(row) && row["role"]?.lowercased() == "student" {
            guard let student = row["usersourcedid"], let own = titles[row["classsourcedid"] ?? ""] else { continue }
            if found[student].map({ !$0.isHome && own.isHome }) ?? true { found[student] = own }
        }
        return found.mapValues(\.title)
    }

    /// The first of the grades that is a year of a primary school.
    private static func year(_ grades: String) -> String {
        for grade in grades.split(separator: ",").map({ String($0).trimmed.uppercased() }) {
            if ["KG", "R", "00", "0"].contains(grade) { return "R" }
            if let number = Int(grade), (1...6).contains(number) { return "\(number)" }
        }
        return ""
    }

    /// A file's rows by heading, in lower case.
    private static func table(_ name: String, _ archive: ZipArchive) throws(Fault) -> [[String: String]]? {
        let text: String?
        do { text = try archive.text(name) } catch { throw Fault(message: error.message) }
        guard let text else { return nil }
        let rows: [CSV.Row]
        do { rows = try CSV.read(text) } catch {
            throw Fault(message: "\(name), line \(error.line): \(error.reason)")
        }
        let headings = (rows.first?.cells ?? []).map { $0.trimmed.lowercased() }
        return rows.dropFirst().map { row in
            Dictionary(zip(headings, row.cells.map(\.trimmed)), uniquingKeysWith: { first, _ in first })
        }
    }
}
