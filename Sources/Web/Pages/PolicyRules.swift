import HTML
import Policy

/// What the policy asks: its settings, what holds where no rule speaks, and its rules topic by topic.
enum PolicyRules {
    @MarkupBuilder static func settings(_ pack: Pack) -> Markup {
        let (silent, given) = (
            pack.process.listing.filter(\.isDefault), pack.process.listing.filter { !$0.isDefault }
        )
        h2(.id("process")) { "How it is carried out" }
        DataTable(
            caption: "What the policy lays down", columns: [.init("What"), .init("This school"), .init("Clauses")],
            rows: given.map { line in
                DataTable.Row([
                    Markup { span(.id("setting-\(line.key)")) { line.label } }, Markup(capitalised(line.text)),
                    PolicyPage.citing(line.clauses),
                ])
            },
            whenEmpty: "The policy lays nothing down.")
        if !silent.isEmpty {
            details {
                summary {
                    "Where the policy is silent: \(silent.count) \(silent.count == 1 ? "default" : "defaults") of Hornbook"
                }
                DataTable(
                    caption: "Hornbook’s defaults", columns: [.init("What"), .init("Default")],
                    rows: silent.map { DataTable.Row([Markup($0.label), Markup(capitalised($0.text))]) },
                    whenEmpty: "None.")
            }
        }
    }

    @MarkupBuilder static func otherwise(_ pack: Pack) -> Markup {
        if let otherwise = pack.otherwise {
            div(.id("otherwise")) {
                Panel("Where no rule speaks") {
                    p { otherwise.says }
                    if !otherwise.clauses.isEmpty {
                        p(.class("hint")) {
                            "Clauses "
                            PolicyPage.citing(otherwise.clauses)
                        }
                    }
                }
            }
        }
    }

    static func topics(_ pack: Pack) -> Markup {
        // A rule on acts of two topics stands under both, but only once as the place to link to.
        var placed: Set<String> = []
        var parts: [(topic: Vocabulary.Topic, rows: [DataTable.Row])] = []
        for topic in pack.vocabulary.topics {
            parts.append((topic, rules(on: topic, pack).map { row($0, isPlace: placed.insert($0.id).inserted) }))
        }
        return Markup {
            h2(.id("rules")) { "What it rules" }
            for part in parts {
                details(.class("clause-section"), .id("topic-\(part.topic.id)")) {
                    summary { "\(part.topic.label) (\(part.rows.count))" }
                    table(part.topic.label, part.rows)
                }
            }
        }
    }

    private static func row(_ rule: Rule, isPlace: Bool) -> DataTable.Row {
        DataTable.Row([
            Markup { span(.id(isPlace ? "rule-\(rule.id)" : nil)) { rule.says } }, Markup { tag(rule.effect) },
            PolicyPage.citing(rule.clauses),
        ])
    }

    static func rules(on topic: Vocabulary.Topic, _ pack: Pack) -> [Rule] {
        let actions = Set(pack.vocabulary.actions.filter { $0.topic == topic.id }.map(\.id))
        return pack.rules.filter { rule in
            rule.when.contains { $0.fact == "action" && !actions.isDisjoint(with: $0.values) }
        }
    }

    private static func table(_ caption: String, _ rows: [DataTable.Row]) -> DataTable {
        var table = DataTable(
            caption: caption, columns: [.init("Rule"), .init("Verdict"), .init("Clauses")], rows: rows,
            whenEmpty: "The policy says nothing on this.")
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

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
