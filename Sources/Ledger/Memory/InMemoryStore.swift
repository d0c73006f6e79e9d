/// The port in memory: for tests and for trying things out. Nothing outlives the process.
package actor InMemoryStore: LedgerStoring {
    private var contents: [LogID: MemoryLog] = [:]
    private var settings: [String: [UInt8]] = [:]

    package init() {}

    func contents(_ log: LogID) throws(LedgerError) -> MemoryLog {
        guard let content = contents[log] else { throw .noSuchLog(log) }
        return content
    }

    func change<T>(
        _ log: LogID, _ work: (inout MemoryLog) throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        // Taken out while it is changed, so that the events are not copied.
        guard var content = contents.removeValue(forKey: log) else { throw .noSuchLog(log) }
        defer { contents[log] = content }
        return try work(&content)
    }

    func changeAll(_ work: (inout MemoryLog) -> Void) {
        for log in Array(contents.keys) {
            guard var content = contents.removeValue(forKey: log) else { continue }
            work(&content)
            contents[log] = content
        }
    }

    package func logs() -> [LogID] { contents.keys.sorted() }

    package func createLog(_ log: LogID, time: Int64) throws(LedgerError) {
        guard contents[log] == nil else { throw .logExists(log) }
        contents[log] = MemoryLog(log)
    }

    package func append(_ append: SealedAppend) throws(LedgerError) -> Appended {
        try change(append.log) { content throws(LedgerError) in try content.append(append) }
    }

    package func record(_ log: LogID, _ record: String) throws(LedgerError) -> SealedRecord? {
        let content = try contents(log)
        return content.views[record].map { Self.sealed($0, content) }
    }

    package func records(_ log: LogID, matching query: RecordQuery) throws(LedgerError) -> RecordPage {
        let found = try contents(log).matching(query)
        return RecordPage(rows: Self.page(found, query).map(MemoryLog.row), total: found.count)
    }

    package func sealedRecords(
        _ log: LogID, matching query: RecordQuery
    ) throws(LedgerError) -> [SealedRecord] {
        let content = try contents(log)
        return Self.page(content.matching(query), query).map { Self.sealed($0, content) }
    }

    package func duties(
        _ log: LogID, assignees: [String], audience: [String]?, limit: Int
    ) throws(LedgerError) -> [DutyRow] {
        try contents(log).duties(assignees: assignees, audience: audience, limit: limit)
    }

    package func duties(_ log: LogID, record: String) throws(LedgerError) -> [DutyRow] {
        try contents(log).duties(of: record)
    }

    package func tallies(_ log: LogID, audience: [String]?) throws(LedgerError) -> [Tally] {
        try contents(log).tallies(audience: audience)
    }

    package func events(_ log: LogID, from position: Int64, limit: Int) throws(LedgerError) -> [SealedEvent] {
        let events = try contents(log).events
        let start = Int(clamping: max(0, position))
        return start < events.count ? Array(events[start...].prefix(max(0, limit))) : []
    }

    package func events(_ log: LogID, record: String) throws(LedgerError) -> [SealedEvent] {
        let content = try contents(log)
        return (content.histories[record] ?? []).map { content.events[$0] }
    }

    package func leafHashes(_ log: LogID, _ range: Range<Int64>) throws(LedgerError) -> [[UInt8]] {
        let events = try contents(log).events
        let wanted = Int(clamping: range.lowerBound)..<Int(clamping: range.upperBound)
        return events[wanted.clamped(to: events.indices)].map(\.leaf)
    }

    package func tree(_ log: LogID) throws(LedgerError) -> TreeHead { try contents(log).range.head }

    package func wrappedKey(_ log: LogID, _ record: String) throws(LedgerError) -> [UInt8]? {
        try contents(log).keys[record] ?? nil
    }

    package func destroyKey(_ log: LogID, _ record: String) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in try content.destroyKey(of: record) }
    }

    package func addCheckpoint(_ log: LogID, size: Int64, text: String, time: Int64) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            if let kept = content.checkpoints.first(where: { $0.size == size }) {
                guard kept.text == text else {
                    throw .unavailable("Another checkpoint of \(size) events is kept already: verify the log.")
                }
                return
            }
            content.checkpoints.append(StoredCheckpoint(size: size, text: text, time: time))
            content.checkpoints.sort { $0.size > $1.size }
        }
    }

    package func checkpoints(_ log: LogID, limit: Int) throws(LedgerError) -> [StoredCheckpoint] {
        Array(try contents(log).checkpoints.prefix(max(0, limit)))
    }

    package func replaceViews(_ log: LogID, _ views: [SealedView]) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in try content.replaceViews(views) }
    }

    package func dumpViews(_ log: LogID) throws(LedgerError) -> [String] {
        let content = try contents(log)
        return content.views.keys.sorted().compactMap { content.views[$0] }.flatMap(ViewDump.lines)
    }

    package func setting(_ name: String) -> [UInt8]? { settings[name] }
    package func setSetting(_ name: String, _ value: [UInt8]) { settings[name] = value }
    package func close() {}

    private static func page(_ found: [SealedView], _ query: RecordQuery) -> ArraySlice<SealedView> {
        found.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
    }

    private static func sealed(_ item: SealedView, _ content: MemoryLog) -> SealedRecord {
        SealedRecord(
            row: MemoryLog.row(item), audience: item.view.audience, state: item.view.state,
            wrappedKey: content.keys[item.record] ?? nil)
    }
}
