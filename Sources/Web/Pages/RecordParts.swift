import HTML
import Office
import Policy
import Records

// What the page of any record shows in the same way.

extension PageShell {
    /// After something was recorded, says what it was and what follows from it: the newest entry of the record.
    func telling(_ history: [HistoryItem], _ visit: Visit) -> PageShell {
        guard visit.query["done"] == Notice.recorded.rawValue, let last = history.last else { return self }
        var page = self
        page.notices = [
            NotificationBanner(
                .success, "Recorded: \(EventTitle.of(last.type).lowercasedFirst)", text: EventTitle.next(last.type))
        ]
        return page
    }
}

extension HistoryItem {
    func entry(_ names: Names, _ visit: Visit) -> Timeline.Entry {
        Timeline.Entry(EventTitle.of(type), by: names.name(actor), when: at.longText, instant: at.iso) {
            if !detail.isEmpty { p { detail } }
            if visit.admits(.proofs) { p(.class("hint")) { "Entry \(position) of the ledger" } }
        }
    }
}

extension DutyItem {
    /// On its record's own page: a duty that is somebody else's is told, without a way to a form that would be refused.
    func shown(to available: [Form]) -> DutyItem {
        var duty = self
        if !available.contains(where: { $0.name == duty.action }) {
            duty.isOfOthers = !duty.action.isEmpty
            duty.action = ""
        }
        duty.isHere = duty.isDecidedOnPage
        return duty
    }

    /// On the page of its record, where it is done.
    var shownWhereItIsDone: DutyItem {
        var duty = self
        duty.isHere = true
        return duty
    }

    /// A decision is taken on the record's page, where everything it rests on can be read.
    var isDecidedOnPage: Bool { action.isEmpty || action == "approve" }
}

extension String {
    /// As it stands within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
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

/// Copies what stands in another element, where scripts run.
struct CopyButton: Component {
    var text: String
    var source: String

    init(_ text: String, of source: String) {
        self.text = text
        self.source = source
    }

    var body: Markup {
        button(.class("button button-quiet"), .type(.button), .data("copy", source), .hidden()) { text }
    }
}

/// Prints the page, where scripts run; the browser's own command does it where they do not.
struct PrintButton: Component {
    var body: Markup {
        button(.class("button button-quiet"), .type(.button), .data("print", ""), .hidden()) { "Print this page" }
    }
}
