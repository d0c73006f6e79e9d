import Testing

@testable import Ledger

/// Sealed appends in small, for tests that speak to a store without a ledger.
enum Sample {
    static let oakdene = LogID("oakdene")
    static let grange = LogID("grange")

    static func log(_ name: String) throws -> LogID { try #require(LogID(name)) }

    static func view(
        _ title: String = "A record", kind: String = "account", status: String = "open", audience: [String] = ["staff"],
        facets: [Facet] = [], duties: [DutyView] = [], words: String = "", state: [UInt8] = [1]
    ) -> RecordView {
        RecordView(
            kind: kind, status: status, title: title, subtitle: "under \(title)", audience: audience, facets: facets,
            duties: duties, searchText: words, state: state)
    }

    static func duty(_ key: String, for assignees: [String], due: Int64?, since: Int64 = 0) -> DutyView {
        DutyView(key: key, title: "Do \(key)", assignees: assignees, action: key, due: due, since: since)
    }

    static func change(_ record: String, at expected: Int64 = 0, events: Int = 1, _ view: RecordView) -> SealedChange {
        SealedChange(
            record: record, expected: expected,
            events: (0..<events).map {
                NewEvent(type: "\(view.kind).changed", payload: Array("\(record) \(expected) \($0)".utf8))
            },
            view: view, wrappedKey: expected == 0 ? Array("key of \(record)".utf8) : nil)
    }

    static func append(
        _ log: LogID, time: Int64 = 100, reads: [String: Int64] = [:], _ changes: SealedChange...
    ) -> SealedAppend {
        SealedAppend(
            log: log, stamp: Stamp(actor: "p-1", cause: "c-\(time)", time: time), changes: changes, reads: reads)
    }
}

extension LedgerStoring {
    /// Puts one new record with this view.
    func put(_ log: LogID, _ record: String, time: Int64 = 100, _ view: RecordView) async throws {
        _ = try await append(Sample.append(log, time: time, Sample.change(record, view)))
    }

    /// The identifiers that a query finds, in its order.
    func found(_ log: LogID, _ query: RecordQuery) async throws -> [String] {
        try await records(log, matching: query).rows.map(\.record)
    }
}
