extension MemoryLog {
    /// Every match in order, before paging.
    func matching(_ query: RecordQuery) -> [SealedView] {
        let words = FoldedWords.of(query.words)
        let named = query.unnamed.map(names)
        return views.values.filter { item in
            let view = item.view
            return (query.kind.map { view.kind == $0 } ?? true)
                && (query.statuses.isEmpty || query.statuses.contains(view.status))
                && query.facets.allSatisfy(view.facets.contains)
                && !(named?.contains(Self.key(item.record)) ?? false)
                && Self.isSeen(view, by: query.audience) && Self.holds(view, words)
        }.sorted { Self.precedes($0, $1, query) }
    }

    func duties(
        assignees: [String], audience: [String]?, limit: Int
    ) -> [DutyRow] {
        let wanted = Set(assignees)
        let found = views.values.filter { Self.isSeen($0.view, by: audience) }.flatMap(Self.duties)
            .filter { !wanted.isDisjoint(with: $0.duty.assignees) }
        return Array(found.sorted(by: Self.isSooner).prefix(max(0, limit)))
    }

    func duties(of record: String) -> [DutyRow] {
        views[record].map(Self.duties).map { $0.sorted(by: Self.isSooner) } ?? []
    }

    func tallies(audience: [String]?) -> [Tally] {
        var counts: [Facet: Int] = [:]
        for item in views.values where Self.isSeen(item.view, by: audience) {
            counts[Facet(item.view.kind, item.view.status), default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { Tally(kind: $0.key.name, status: $0.key.value, count: $0.value) }
    }

    /// Every value of a facet among the records that count.
    private func names(_ sought: Unnamed) -> Set<String> {
        let views = views.values.map(\.view).filter {
            $0.kind == sought.kind && !sought.exceptStatuses.contains($0.status)
        }
        return Set(views.flatMap(\.facets).filter { $0.name == sought.facet }.map(\.value))
    }

    /// What stands after the first stroke of a record's identifier; the whole where there is none.
    private static func key(_ record: String) -> String {
        record.firstIndex(of: "/").map { String(record[record.index(after: $0)...]) } ?? record
    }

    static func row(_ item: SealedView) -> RecordRow {
        RecordRow(
            record: item.record, kind: item.view.kind, status: item.view.status, title: item.view.title,
            subtitle: item.view.subtitle, revision: item.revision, created: item.created, changed: item.changed)
    }

    private static func isSeen(_ view: RecordView, by audience: [String]?) -> Bool {
        audience.map { !Set($0).isDisjoint(with: view.audience) } ?? true
    }

    private static func holds(_ view: RecordView, _ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        let own = FoldedWords.of(view.title) + FoldedWords.of(view.searchText)
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }

    /// Texts by their bytes, titles without regard to the case of ASCII letters; ties by the record's identifier.
    private static func precedes(_ a: SealedView, _ b: SealedView, _ query: RecordQuery) -> Bool {
        let order: Int =
            switch query.order {
            case .title: compare(lowered(a.view.title), lowered(b.view.title))
            case .status: compare(Array(a.view.status.utf8), Array(b.view.status.utf8))
            case .changed: a.changed == b.changed ? 0 : a.changed < b.changed ? -1 : 1
            case .created: a.created == b.created ? 0 : a.created < b.created ? -1 : 1
            }
        guard order != 0 else { return compare(Array(a.record.utf8), Array(b.record.utf8)) < 0 }
        return (order < 0) != query.descending
    }

    private static func lowered(_ text: String) -> [UInt8] {
        text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }

    private static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
        a.lexicographicallyPrecedes(b) ? -1 : b.lexicographicallyPrecedes(a) ? 1 : 0
    }

    private static func duties(_ item: SealedView) -> [DutyRow] {
        item.view.duties.map {
            DutyRow(record: item.record, kind: item.view.kind, recordTitle: item.view.title, duty: $0)
        }
    }

    private static func isSooner(_ a: DutyRow, _ b: DutyRow) -> Bool {
        let (dueA, dueB) = (a.duty.due ?? .max, b.duty.due ?? .max)
        return (dueA, a.duty.since, a.record, a.duty.key) < (dueB, b.duty.since, b.record, b.duty.key)
    }
}
