import Foundation
package import Ledger
import Policy
package import Records

/// A log as its page shows it.
package struct LedgerOverview: Sendable {
    package let size: Int64
    /// Base64 of the tree's root.
    package let root: String
    package let checkpoints: [StoredCheckpoint]
    package let verifierKey: String
}

extension Office {
    package func ledgerOverview(_ school: LogID) async throws -> LedgerOverview {
        let head = try await ledger.head(school)
        return LedgerOverview(
            size: head.size, root: Data(head.root).base64EncodedString(),
            checkpoints: try await ledger.store.checkpoints(school, limit: 20),
            verifierKey: try ledger.verifierKey(school))
    }

    package func checkpoint(_ school: LogID) async throws -> String {
        try await ledger.checkpoint(school, time: now().seconds)
    }

    /// The latest events of the school that this person may see, newest first.
    package func recentEvents(_ caller: Caller, limit: Int) async throws -> [(
        record: RecordID, title: String, item: HistoryItem
    )] {
        var found: [(record: RecordID, title: String, item: HistoryItem)] = []
        var titles: [String: String?] = [:]
        let keeps = caller.keepsConsents(under: try await setting(caller.school).pack)
        for event in try await ledger.recent(caller.school, limit: limit) {
            guard let record = RecordID(event.record) else { continue }
            if titles[event.record] == nil {
                let loaded = try await ledger.load(caller.school, event.record)
                let mayBeSeen = loaded.map { !Set($0.audience).isDisjoint(with: caller.tokens) } ?? false
                titles[event.record] = .some(mayBeSeen ? loaded?.row.title : nil)
            }
            guard let title = titles[event.record] ?? nil else { continue }
            let item = HistoryItem(event)
            guard let shown = keeps ? item : item.withoutConsents else { continue }
            found.append((record, title, caller.seesPupils ? shown : shown.withoutNames))
        }
        let names = try await subjectNames(found.map(\.record), in: caller.school)
        return found.map { entry in
            guard let name = names[entry.record], !name.isEmpty else { return entry }
            return (entry.record, "\(entry.title), \(name)", entry.item)
        }
    }

    /// Recomputes a school's whole log. Long for a long log: `progress` is told the events done and those in all.
    package func verify(
        _ school: LogID, progress: @Sendable @escaping (Int64, Int64) -> Void
    ) async throws -> VerificationReport {
        try await ledger.verifier.verify(school, progress: progress)
    }

    /// Views dropped and made again from the events.
    package func rebuild(_ school: LogID) async throws -> RebuildReport {
        try await ledger.rebuild(school, project: Office.project)
    }

    /// What a record's history comes to in lists and look-ups: the one projection, for appends and rebuilds alike.
    package static func project(_ name: String, _ history: [PastEvent]) throws -> RecordView {
        guard let record = RecordID(name) else { throw OfficeError.unreadable("a record named \(name)") }
        let payloads = try history.map { event in
            guard let payload = event.payload else { throw LedgerError.erased(record: name) }
            return payload
        }
        let (state, summary) = try Cabinet.drawer(record.kind).replay(payloads)
        return RecordView(summary, kind: record.kind, state: state)
    }

    /// A proof shows every event in full, which of a pupil is for those who keep consents.
    package func mayProve(_ record: RecordID, _ caller: Caller, in setting: SchoolSetting) -> Bool {
        switch record.kind {
        case .pupil, .takedown: !caller.roles.isDisjoint(with: setting.pack.imageConsent.keepers)
        default: true
        }
    }

    /// The proof of one record, for those who may see it.
    package func proof(_ record: RecordID, as caller: Caller) async throws(OfficeError) -> ProofFile {
        do {
            guard try await visible(record, to: caller) != nil else { throw Refusal.notFound }
            let setting = try await setting(caller.school)
            if !mayProve(record, caller, in: setting) { try requireConsentKeeper(caller, setting.pack.imageConsent) }
            return try await ledger.prove(caller.school, record.description)
        } catch {
            throw OfficeError(error)
        }
    }
}
