import HTML
import Office
import Policy
import Records

// What the page of any record shows in the same way.

extension HistoryItem {
    func entry(_ names: Names, _ visit: Visit) -> Timeline.Entry {
        Timeline.Entry(EventTitle.of(type), by: names.name(actor), when: at.longText, instant: at.iso) {
            if !detail.isEmpty { p { detail } }
            if visit.admits(.proofs) { p(.class("hint")) { "Entry \(position) of the ledger" } }
        }
    }
}

extension DutyItem {
    /// A duty that is somebody else's is told, without a way to a form that would be refused.
    func shown(to available: [Form]) -> DutyItem {
        var duty = self
        if !available.contains(where: { $0.name == duty.action }) { duty.action = "" }
        return duty
    }
}

/// A link to the proof of one record, for those who may have it.
struct ProofLink: Component {
    var visit: Visit
    var record: RecordID

    var body: Markup {
        if visit.mayProve(record) {
            p {
                Link(
                    "Download the proof of this record", visit.url("/ledger/proof/\(record.kind.path)/\(record.key)"))
            }
        } else {
            Markup()
        }
    }
}

/// Prints the page, where scripts run; the browser's own command does it where they do not.
struct PrintButton: Component {
    var body: Markup {
        button(.class("button button-quiet"), .type(.button), .data("print", ""), .hidden()) { "Print this page" }
    }
}
