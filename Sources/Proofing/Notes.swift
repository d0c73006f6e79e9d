import Policy

/// Collects remarks, each with the severity and the clauses that the policy gives its kind.
struct Notes {
    private let settings: [CheckKind: CheckSetting]
    private(set) var remarks: [Remark] = []

    init(_ settings: [CheckKind: CheckSetting]) { self.settings = settings }

    func looksFor(_ kind: CheckKind) -> Bool { kind == .consent || (settings[kind]?.severity ?? .off) != .off }

    mutating func add(
        _ kind: CheckKind, at place: Remark.Place, start: Int? = nil, end: Int? = nil, says: String, mend: String,
        pupil: String? = nil
    ) {
        guard looksFor(kind) else { return }
        remarks.append(
            Remark(
                kind: kind, severity: kind == .consent ? .stop : settings[kind]?.severity ?? .advice, place: place,
                start: start, end: end, says: says, mend: mend, clauses: settings[kind]?.clauses ?? [], pupil: pupil))
    }

    mutating func arrange() {
        // Sorting keeps the order of remarks that stand at the same place.
        remarks = remarks.enumerated().sorted { a, b in
            let (x, y) = (order(a.element), order(b.element))
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }

    private func order(_ remark: Remark) -> (Int, Int, Int) {
        switch remark.place {
        case .words: (0, 0, remark.start ?? 0)
        case .picture(let number), .altText(let number), .fileName(let number): (1, number, remark.start ?? 0)
        case .whole: (2, 0, 0)
        }
    }
}
