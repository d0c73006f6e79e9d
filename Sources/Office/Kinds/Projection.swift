import Ledger
import Policy
import Records

extension RecordView {
    /// A record's summary as the store keeps it.
    init(_ summary: Summary, kind: Kind, state: [UInt8]) {
        self.init(
            kind: kind.rawValue, status: summary.status, title: summary.title, subtitle: summary.subtitle,
            audience: Set(summary.audience.map(\.token)).sorted(),
            facets: Set(summary.facets.map { Facet($0.name, $0.value) }).sorted(),
            duties: summary.duties.map(DutyView.init),
            searchText: summary.searchText, state: state)
    }
}

extension DutyView {
    init(_ duty: Duty) {
        self.init(
            key: duty.key, title: duty.title,
            assignees: duty.assignees.map(\.token) + (duty.except.map { [DutyView.exception(for: $0)] } ?? []),
            action: duty.action ?? "", due: duty.due?.seconds, since: duty.since.seconds)
    }

    /// Stands among a duty's assignees for the one person whose duty it is not.
    static func exception(for person: PersonID) -> String { "not:\(person)" }
}
