/// What a record looks like in lists, duties, search and look-ups: a pure function of its state, so it can be rebuilt.
package struct RecordView: Sendable, Equatable {
    /// The kind of record, such as `account`.
    package var kind: String
    package var status: String
    package var title: String
    package var subtitle: String
    /// Who may see it in any list, count or search: tokens such as `staff`, `role:slt`, `person:p-1`. Empty: nobody.
    package var audience: [String]
    /// Name and value look-ups, such as (`person`, `p-1`); a name may have several values.
    package var facets: [Facet]
    package var duties: [DutyView]
    /// The words that search finds it by; empty for restricted kinds.
    package var searchText: String
    /// The state, encoded in clear; sealed under the record's key before it reaches a store.
    package var state: [UInt8]

    package init(
        kind: String, status: String, title: String, subtitle: String = "", audience: [String], facets: [Facet] = [],
        duties: [DutyView] = [], searchText: String = "", state: [UInt8]
    ) {
        self.kind = kind
        self.status = status
        self.title = title
        self.subtitle = subtitle
        self.audience = audience
        self.facets = facets
        self.duties = duties
        self.searchText = searchText
        self.state = state
    }
}

package struct Facet: Sendable, Hashable, Comparable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
    package static func < (a: Facet, b: Facet) -> Bool { (a.name, a.value) < (b.name, b.value) }
}

/// Something that somebody must do, as a store keeps it.
package struct DutyView: Sendable, Equatable {
    /// Unique within its record and the same for as long as the duty is.
    package var key: String
    package var title: String
    /// Who must do it: `person:p-1` or `role:slt`.
    package var assignees: [String]
    /// The command that does it, such as `approve`; empty when the record's own page is the place.
    package var action: String
    /// Seconds since 1970; nil when it has no time limit.
    package var due: Int64?
    /// Seconds since 1970: when the duty arose.
    package var since: Int64

    package init(key: String, title: String, assignees: [String], action: String, due: Int64?, since: Int64) {
        self.key = key
        self.title = title
        self.assignees = assignees
        self.action = action
        self.due = due
        self.since = since
    }
}

/// A row of a list. Times are seconds since 1970.
package struct RecordRow: Sendable, Equatable {
    package var record: String
    package var kind: String
    package var status: String
    package var title: String
    package var subtitle: String
    package var revision: Int64
    package var created: Int64
    package var changed: Int64

    package init(
        record: String, kind: String, status: String, title: String, subtitle: String, revision: Int64, created: Int64,
        changed: Int64
    ) {
        self.record = record
        self.kind = kind
        self.status = status
        self.title = title
        self.subtitle = subtitle
        self.revision = revision
        self.created = created
        self.changed = changed
    }
}

/// A duty with the record that raised it.
package struct DutyRow: Sendable, Equatable {
    package var record: String
    package var kind: String
    package var recordTitle: String
    package var duty: DutyView

    package init(record: String, kind: String, recordTitle: String, duty: DutyView) {
        self.record = record
        self.kind = kind
        self.recordTitle = recordTitle
        self.duty = duty
    }
}

/// A record as it stands: its revision and its state, opened.
package struct Loaded: Sendable, Equatable {
    package var row: RecordRow
    package var audience: [String]
    package var state: [UInt8]
    package init(row: RecordRow, audience: [String], state: [UInt8]) {
        self.row = row
        self.audience = audience
        self.state = state
    }
}

/// An event as a reader sees it: its place, its stamp and its payload, opened (nil once its key was destroyed).
package struct PastEvent: Sendable, Equatable {
    package var position: Int64
    package var record: String
    package var revision: Int64
    package var type: String
    package var stamp: Stamp
    package var payload: [UInt8]?

    package init(position: Int64, record: String, revision: Int64, type: String, stamp: Stamp, payload: [UInt8]?) {
        self.position = position
        self.record = record
        self.revision = revision
        self.type = type
        self.stamp = stamp
        self.payload = payload
    }
}
