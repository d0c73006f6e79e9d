import Office
import Records

/// Who is who, for showing people by name.
struct Names: Sendable {
    private let entries: [PersonID: DirectoryEntry]

    init(_ directory: [DirectoryEntry]) {
        entries = Dictionary(directory.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ id: PersonID) -> String {
        if id == .office { return "Hornbook" }
        if id == .family { return "A parent, by link" }
        guard let entry = entries[id] else { return "Somebody no longer on record" }
        return entry.isHere ? entry.name : "\(entry.name) (has left)"
    }

    func list(_ ids: [PersonID]) -> String { ids.isEmpty ? "Nobody" : ids.map(name).sorted().joined(separator: ", ") }
}
