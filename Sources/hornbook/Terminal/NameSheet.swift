import Office
import Proofing

/// The people of `hornbook check --names`: a CSV file whose columns are told by their headings.
enum NameSheet {
    static func read(_ text: String, file: String) throws -> [ProofName] {
        let rows: [CSV.Row]
        do {
            rows = try CSV.read(text)
        } catch {
            throw Failure("\(file), line \(error.line): \(error.reason)")
        }
        guard let heading = rows.first else { throw Failure("\(file) is empty. Its first line names the columns.") }
        let columns = heading.cells.map { $0.lowercased().filter { !$0.isWhitespace } }
        for wanted in ["first", "last"] where !columns.contains(wanted) {
            throw Failure("\(file) has no column `\(wanted)`. Its first line names the columns: first,last,nicknames,…")
        }
        return try rows.dropFirst().map { row in
            let cells = Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first })
            let standing = cells["standing"] ?? ""
            guard let known = standings[standing.lowercased()] else {
                throw Failure("\(file), line \(row.line): `\(standing)` is not one of pupil, staff and parent.")
            }
            let mayBeNamed = cells["may-be-named"] ?? ""
            guard ["", "yes", "no"].contains(mayBeNamed.lowercased()) else {
                throw Failure("\(file), line \(row.line): may-be-named is `\(mayBeNamed)`; write yes or no.")
            }
            return ProofName(
                id: "line-\(row.line)", first: cells["first"] ?? "", last: cells["last"] ?? "",
                nicknames: (cells["nicknames"] ?? "").split(separator: ";").map(String.init), standing: known,
                year: cells["year"].flatMap { Int($0) }, className: cells["class"] ?? "",
                mayBeNamed: mayBeNamed.lowercased() != "no")
        }
    }

    private static let standings: [String: ProofName.Standing] = [
        "": .pupil, "pupil": .pupil, "staff": .staff, "parent": .parent,
    ]
}
