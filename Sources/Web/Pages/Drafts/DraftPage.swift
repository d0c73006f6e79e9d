import HTML
import Office
import Policy
import Records

/// One draft of the policy: how it stands, and every part of it with a way to change it.
enum DraftPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let draft = try await visit.office.draft(visit.parameter("key"), as: caller)
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(draft.detail.record, as: caller)
        return .page(
            visit.page(draft.edition.title, crumbs: crumbs(visit)) {
                PageHeading(
                    draft.edition.title, over: "Draft of the policy", tag: DraftsPage.tag(status(draft.edition)),
                    actions: actions(draft, visit))
                notices(draft, visit)
                SummaryList(facts(draft, names, visit))
                if let pack = draft.pack {
                    rules(pack, draft, visit)
                    settings(pack, draft, visit)
                    checks(pack, draft, visit)
                }
                if !draft.edition.isDiscarded {
                    h2 { "The draft itself" }
                    ul {
                        for form in draft.detail.available
                        where form.name == "describeDraft" || form.name == "discardDraft" {
                            li { Link(form.title, visit.url(draft.detail.record.commandPath(form.name))) }
                        }
                    }
                }
                h2 { "What has happened" }
                Timeline(
                    history.reversed().map { item in
                        Timeline.Entry(
                            EventTitle.of(item.type), by: names.name(item.actor), when: item.at.longText,
                            instant: item.at.iso
                        ) { if !item.detail.isEmpty { p { item.detail } } }
                    })
            })
    }

    static func crumbs(_ visit: Visit, _ draft: DraftDetail? = nil) -> [Link] {
        [Link("Policy", visit.url("/policy")), Link("Drafts", visit.url("/policy/drafts"))]
            + (draft.map { [Link($0.edition.title, visit.url($0.detail.record.pagePath))] } ?? [])
    }

    static func status(_ edition: Edition) -> String { edition.summary.status }

    private static func actions(_ draft: DraftDetail, _ visit: Visit) -> [ButtonLink] {
        let path = draft.detail.record.pagePath
        guard !draft.edition.isDiscarded else {
            return [ButtonLink("Download", visit.url("\(path)/pack.yaml"), quiet: true)]
        }
        return (draft.pack == nil ? [] : [ButtonLink("See what changes", visit.url("\(path)/impact"))]) + [
            ButtonLink("Edit the text", visit.url("\(path)/text"), quiet: draft.pack != nil),
            ButtonLink("Download", visit.url("\(path)/pack.yaml"), quiet: true),
        ]
    }

    @MarkupBuilder private static func notices(_ draft: DraftDetail, _ visit: Visit) -> Markup {
        if !draft.errors.isEmpty, !draft.edition.isDiscarded {
            NotificationBanner(
                .warning,
                draft.errors.count == 1
                    ? "The text cannot be understood: one thing is wrong"
                    : "The text cannot be understood: \(draft.errors.count) things are wrong",
                text: "Rules can be changed one at a time again when they are mended.",
                link: Link("Mend the text", visit.url("\(draft.detail.record.pagePath)/text")))
        }
        if draft.edition.base.hash != visit.school.school.adopted.hash {
            NotificationBanner(
                .info, "Another edition has come into force since this draft was begun",
                text:
                    "It was begun from \(draft.edition.base.edition). What changes is told against \(visit.school.pack.edition), which is in force."
            )
        }
    }

    private static func facts(_ draft: DraftDetail, _ names: Names, _ visit: Visit) -> [SummaryRow] {
        var rows = [
            SummaryRow("Why the policy changes", draft.edition.reason),
            SummaryRow("Begun from", draft.edition.base.edition),
        ]
        if let pack = draft.pack {
            rows.append(
                SummaryRow(
                    "Name of the edition", pack.edition,
                    action: draft.edition.isDiscarded
                        ? nil : Link("Change the name", visit.url("\(draft.detail.record.pagePath)/name"))))
        }
        if let last = draft.edition.changes.last {
            rows.append(SummaryRow("Last saved", "\(last.at.longText), by \(names.name(last.by))"))
        }
        rows.append(SummaryRow("SHA-256 of the text") { Hash(draft.edition.hash) })
        switch draft.edition.phase {
        case .draft: break
        case .ready(let by, let at):
            rows.append(SummaryRow("Saved as draft edition", "\(at.longText), by \(names.name(by))"))
        case .discarded(let by, let reason, let at):
            rows.append(SummaryRow("Discarded", "\(at.longText), by \(names.name(by)): \(reason)"))
        }
        return rows
    }

    @MarkupBuilder private static func rules(_ pack: Pack, _ draft: DraftDetail, _ visit: Visit) -> Markup {
        let path = draft.detail.record.pagePath
        h2 { "Rules" }
        if !draft.edition.isDiscarded { p { ButtonLink("Add a rule", visit.url("\(path)/new-rule"), quiet: true) } }
        let topics = pack.vocabulary.topics.map { (topic: $0, rules: PolicyRules.rules(on: $0, pack)) }
        let silent = topics.filter(\.rules.isEmpty).map(\.topic.label)
        for (topic, found) in topics where !found.isEmpty {
            details {
                summary { "\(topic.label): \(found.count) \(found.count == 1 ? "rule" : "rules")" }
                prose(
                    caption: topic.label, columns: ["Rule", "Verdict"],
                    rows: found.map { rule in
                        [
                            Markup {
                                if draft.edition.isDiscarded {
                                    rule.says
                                } else {
                                    Link(rule.says, visit.url("\(path)/rules/\(rule.id)"))
                                }
                            }, Markup { PolicyRules.tag(rule.effect) },
                        ]
                    }, whenEmpty: "No rule on this.")
            }
        }
        if !silent.isEmpty { p(.class("hint")) { "No rule on: \(silent.joined(separator: "; "))." } }
    }

    @MarkupBuilder private static func settings(_ pack: Pack, _ draft: DraftDetail, _ visit: Visit) -> Markup {
        h2 { "How it is carried out" }
        details {
            summary { "\(pack.process.listing.count) settings" }
            prose(
                caption: "Settings", columns: ["What", "Now in this draft"],
                rows: pack.process.listing.map { line in
                    [
                        Markup {
                            if draft.edition.isDiscarded {
                                line.label
                            } else {
                                Link(line.label, visit.url("\(draft.detail.record.pagePath)/settings/\(line.key)"))
                            }
                        }, Markup(line.isDefault ? "\(line.text) (Hornbook’s default)" : line.text),
                    ]
                }, whenEmpty: "None.")
        }
    }

    @MarkupBuilder private static func checks(_ pack: Pack, _ draft: DraftDetail, _ visit: Visit) -> Markup {
        h2 { "What posts are checked for" }
        details {
            summary { "\(pack.checkListing.count) checks" }
            prose(
                caption: "Checks", columns: ["What is looked for", "Now in this draft"],
                rows: pack.checkListing.map { line in
                    [
                        Markup {
                            if draft.edition.isDiscarded {
                                line.kind.label
                            } else {
                                Link(
                                    line.kind.label,
                                    visit.url("\(draft.detail.record.pagePath)/checks/\(line.kind.rawValue)"))
                            }
                        }, Markup(line.setting.text),
                    ]
                }, whenEmpty: "None.")
        }
    }

    static func prose(caption: String, columns: [String], rows: [[Markup]], whenEmpty: String) -> DataTable {
        var table = DataTable(
            caption: caption, columns: columns.map { .init($0) }, rows: rows.map { DataTable.Row($0) },
            whenEmpty: whenEmpty)
        table.isProse = true
        return table
    }
}
