import Office
import Policy
import Records

/// The packs that can be set beside each other: the edition in force, the school's earlier ones, and those built in.
struct ComparedPacks {
    /// What stands in the query for the edition in force.
    static let inForce = "in-force"

    struct Entry {
        /// What stands in the query.
        var id: String
        var label: String
        var load: @Sendable () throws -> Pack
    }

    var entries: [Entry]

    init(_ visit: Visit) async throws {
        let (office, pack) = (visit.office, visit.school.pack)
        var entries = [
            Entry(id: Self.inForce, label: "\(visit.school.name): \(pack.edition), in force") { pack }
        ]
        for edition in try await office.editions(of: visit.id) where !edition.isInForce {
            entries.append(
                Entry(
                    id: "earlier-\(edition.pack.hash.prefix(12))",
                    label: "\(visit.school.name): \(edition.pack.edition), taken \(edition.at.londonDay.longText)"
                ) { try office.pack(of: edition.pack) })
        }
        for builtIn in try office.builtInPacks() {
            entries.append(
                Entry(id: builtIn.id, label: "\(builtIn.school.name): \(builtIn.edition), built in") { builtIn })
        }
        self.entries = entries
    }

    func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

    var choices: [Choice] { entries.map { Choice($0.id, $0.label) } }
}
