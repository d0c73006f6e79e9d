import HTML
import Office
import Policy
import Records

/// The policy: how it stands, what it asks, and what it says on the topics that it rules on.
enum PolicyPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let pack = visit.school.pack
        let status = pack.policy.reviewStatus(on: visit.now.londonDay)
        let mayEdit = visit.admits(.schoolSettings)
        return .page(
            visit.page("Policy") {
                PageHeading(
                    pack.policy.title, over: visit.school.name,
                    tag: Tag(status.label, status == .inDate ? .good : .waiting),
                    actions: [
                        ButtonLink("Ask “May I…?”", visit.url("/ask")),
                        ButtonLink("Download", visit.url("/policy/pack.yaml"), quiet: true),
                    ] + (visit.admits(.policyDrafts)
                        ? [ButtonLink("Change the policy", visit.url("/policy/drafts"), quiet: true)] : []))
                SummaryList(facts(pack, status: status))
                if !pack.policy.notes.isEmpty {
                    Panel("What a reader should know") { ul { for note in pack.policy.notes { li { note } } } }
                }
                h2 { "How it is carried out" }
                settings(pack, pack.process.listing.filter { !$0.isDefault })
                defaults(pack, pack.process.listing.filter(\.isDefault))
                if let otherwise = pack.otherwise {
                    Panel("Where no rule speaks") { p { otherwise.says } }
                }
                for topic in pack.vocabulary.topics { rules(topic, pack) }
                if mayEdit {
                    h2 { "The school’s particulars" }
                    ul {
                        li { Link("Terms and INSET days", visit.url("/school/school/setCalendar")) }
                        li { Link("E-mail domains", visit.url("/school/school/setEmailDomains")) }
                    }
                }
            })
    }

    /// Status and dates: for the school's own page and for the public one.
    static func facts(_ pack: Pack, status: PolicyFacts.ReviewStatus) -> [SummaryRow] {
        let policy = pack.policy
        return [
            SummaryRow("Review") { Tag(status.label, status == .inDate ? .good : .waiting) },
            SummaryRow("Next review", policy.nextReview?.text ?? "Not printed on the policy"),
            SummaryRow("Last reviewed", policy.lastReviewed?.text ?? "Not printed on the policy"),
            SummaryRow("Ratified", policy.ratified?.text ?? "No date on the policy"),
            SummaryRow("Version", policy.version ?? "None printed"),
            SummaryRow("Edition in force", pack.edition), SummaryRow("Authority", pack.school.authority),
        ]
    }

    private static func settings(_ pack: Pack, _ lines: [SettingLine]) -> DataTable {
        DataTable(
            caption: "What the policy lays down", columns: [.init("What"), .init("This school"), .init("Clauses")],
            rows: lines.map {
                DataTable.Row([Markup($0.label), Markup(capitalised($0.text)), clauses($0.clauses, pack)])
            },
            whenEmpty: "The policy lays nothing down.")
    }

    @MarkupBuilder private static func defaults(_ pack: Pack, _ lines: [SettingLine]) -> Markup {
        if !lines.isEmpty {
            details {
                summary {
                    "Where the policy is silent: \(lines.count) \(lines.count == 1 ? "default" : "defaults") of Hornbook"
                }
                DataTable(
                    caption: "Hornbook’s defaults", columns: [.init("What"), .init("Default")],
                    rows: lines.map { DataTable.Row([Markup($0.label), Markup(capitalised($0.text))]) },
                    whenEmpty: "None.")
            }
        }
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// By number alone: every clause of a school's own pack begins with the pack's name.
    private static func clauses(_ ids: [String], _ pack: Pack) -> Markup {
        Markup {
            for (index, id) in ids.enumerated() {
                if index > 0 { ", " }
                Link(id.split(separator: "-").last.map(String.init) ?? id, "#\(id)")
            }
        }
    }

    private static func rules(_ topic: Vocabulary.Topic, _ pack: Pack) -> Markup {
        let actions = Set(pack.vocabulary.actions.filter { $0.topic == topic.id }.map(\.id))
        let rules = pack.rules.filter { rule in
            rule.when.contains { $0.fact == "action" && !actions.isDisjoint(with: $0.values) }
        }
        let cited = Set(rules.flatMap(\.clauses))
        return Markup {
            h2 { topic.label }
            proseTable(
                caption: topic.label, columns: [.init("Rule"), .init("Verdict"), .init("Clauses")],
                rows: rules.map { rule in
                    DataTable.Row([Markup(rule.says), Markup { tag(rule.effect) }, clauses(rule.clauses, pack)])
                }, whenEmpty: "The policy says nothing on this.")
            if !cited.isEmpty {
                details {
                    summary { "The clauses cited here, in our words" }
                    dl(.class("clauses")) {
                        for clause in pack.clauses where cited.contains(clause.id) {
                            dt(.id(clause.id)) { "\(clause.id), \(clause.place)" }
                            dd { clause.says }
                        }
                    }
                }
            }
        }
    }

    private static func proseTable(
        caption: String, columns: [DataTable.Column], rows: [DataTable.Row], whenEmpty: String
    ) -> DataTable {
        var table = DataTable(caption: caption, columns: columns, rows: rows, whenEmpty: whenEmpty)
        table.isProse = true
        return table
    }

    static func tag(_ effect: RuleEffect) -> Tag {
        switch effect {
        case .prohibited: Tag("Not allowed", .bad)
        case .needsApproval: Tag("Needs approval", .waiting)
        case .required: Tag("Required", .info)
        case .permitted: Tag("Allowed", .good)
        case .advised: Tag("Advised", .info)
        case .advisedAgainst: Tag("Advised against", .waiting)
        }
    }
}
