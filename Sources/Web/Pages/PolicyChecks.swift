import HTML
import Policy

/// What a post is checked for before it goes out, and what a finding does.
enum PolicyChecks {
    @MarkupBuilder static func section(_ pack: Pack) -> Markup {
        let (silent, given) = (
            pack.checkListing.filter(\.setting.isDefault), pack.checkListing.filter { !$0.setting.isDefault }
        )
        h2(.id("checks")) { "What posts are checked for" }
        DataTable(
            caption: "What the policy asks",
            columns: [.init("What is found"), .init("What comes of it"), .init("Clauses")],
            rows: given.map { line in
                DataTable.Row([
                    name(line), Markup { tag(line.setting.severity) }, PolicyPage.citing(line.setting.clauses),
                ])
            },
            whenEmpty: "The policy asks for no check of its own.")
        if !silent.isEmpty {
            details {
                summary {
                    "Where the policy is silent: \(silent.count) \(silent.count == 1 ? "check" : "checks") that Hornbook makes"
                }
                DataTable(
                    caption: "Hornbook’s own checks", columns: [.init("What is found"), .init("What comes of it")],
                    rows: silent.map { line in
                        DataTable.Row([name(line), Markup { tag(line.setting.severity) }])
                    }, whenEmpty: "None.")
            }
        }
    }

    private static func name(_ line: CheckLine) -> Markup {
        Markup { span(.id("check-\(line.kind.rawValue)")) { line.kind.label } }
    }

    static func tag(_ severity: Severity) -> Tag {
        let label = severity.label.prefix(1).uppercased() + severity.label.dropFirst()
        return switch severity {
        case .off: Tag(label, .quiet)
        case .advice: Tag(label, .info)
        case .warning, .leader: Tag(label, .waiting)
        case .stop: Tag(label, .bad)
        }
    }
}
