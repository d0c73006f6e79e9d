package import HTML

/// Something that somebody must do, with its clock.
package struct DutyCard: Component {
    package enum State: String, Sendable, CaseIterable {
        case overdue, soon, later, undated, done
    }

    package var title: String
    /// Where it is done; nil on a page whose reader cannot do it.
    package var href: String?
    /// What it is about, such as "Account: Year 4 blog"; empty for none.
    package var record: String
    /// In words: "Due today at 15:30", "3 days overdue", "No due time".
    package var due: String
    /// The instant in ISO 8601, for machines; nil when nothing is due.
    package var dueInstant: String?
    package var state: State
    /// Why it is due then, or who else may do it; empty for none.
    package var note: String
    /// How the due time was counted, a line for each stretch of days; empty where there is nothing to tell.
    package var counted: [String]

    package init(
        title: String, href: String?, record: String = "", due: String, dueInstant: String? = nil, state: State,
        note: String = "", counted: [String] = []
    ) {
        self.title = title
        self.href = href
        self.record = record
        self.due = due
        self.dueInstant = dueInstant
        self.state = state
        self.note = note
        self.counted = counted
    }

    package var body: Markup {
        article(.class("duty duty-\(state.rawValue)")) {
            h3 { if let href { a(.href(href)) { title } } else { title } }
            if !record.isEmpty { p(.class("duty-record")) { record } }
            p(.class("duty-due")) {
                icon
                if state == .undated {
                    strong { due }
                } else {
                    strong { word }
                    span {
                        if let dueInstant { time(.datetime(dueInstant)) { due } } else { due }
                    }
                }
            }
            if !note.isEmpty { p(.class("duty-note")) { note } }
            if !counted.isEmpty {
                details(.class("duty-counted")) {
                    summary { "How this was counted" }
                    ul { for line in counted { li { line } } }
                }
            }
        }
    }

    private var word: String {
        switch state {
        case .overdue: "Overdue"
        case .soon: "Soon"
        case .later, .undated: "Later"
        case .done: "Done"
        }
    }

    private var icon: Icon {
        switch state {
        case .overdue: .warning
        case .soon, .later, .undated: .clock
        case .done: .tick
        }
    }
}

/// Duties under one heading, such as "Overdue" or "This week".
package struct DutyList: Component {
    package var title: String
    package var duties: [DutyCard]

    package init(_ title: String, _ duties: [DutyCard]) {
        self.title = title
        self.duties = duties
    }

    package var body: Markup {
        section(.class("duties")) {
            h2 {
                title
                span(.class("count-badge")) {
                    "\(duties.count)"
                    span(.class("visually-hidden")) { duties.count == 1 ? " duty" : " duties" }
                }
            }
            ul(.role(.list)) { for duty in duties { li { duty } } }
        }
    }
}
