import HTML
import Ledger
import Office
import Policy
import Records

/// The drafts of the policy, and the ways to begin one.
enum DraftsPage {
    private static let pageSize = 50

    @Sendable static func list(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ListRequest(visit.query, defaultOrder: .changed, descendingByDefault: true)
        let page = try await visit.office.list(
            wanted.query(kind: .edition, statuses: [], pageSize: pageSize), as: caller)
        return .page(
            visit.page("Drafts of the policy", crumbs: [Link("Policy", visit.url("/policy"))]) {
                PageHeading(
                    "Drafts of the policy",
                    lead:
                        "Change the policy here, a rule at a time or as a whole. \(visit.school.pack.edition) stays in force meanwhile.",
                    actions: [
                        ButtonLink("Begin a draft", visit.url("/editions/new/startDraft")),
                        ButtonLink("Import a file", visit.url("/policy/drafts/import"), quiet: true),
                        ButtonLink("Download the policy", visit.url("/policy/pack.yaml"), quiet: true),
                    ])
                DataTable(
                    caption: "Drafts of the policy",
                    columns: [.init("Draft"), .init("Stands at"), .init("Begun from"), .init("Last changed")],
                    rows: page.rows.compactMap { row in
                        RecordID(row.record).map { record in
                            DataTable.Row([
                                Markup { Link(row.title, visit.url(record.pagePath)) }, Markup { tag(row.status) },
                                Markup(row.subtitle), Markup(Instant(seconds: row.changed).londonDay.longText),
                            ])
                        }
                    },
                    whenEmpty: "There is no draft. Begin one to change the policy.")
                Pagination(page: wanted.page, pages: (page.total + pageSize - 1) / pageSize) {
                    visit.url(wanted.href("/policy/drafts", page: $0))
                }
            })
    }

    static func tag(_ status: String) -> Tag {
        switch status {
        case "draft": Tag("Draft", .info)
        case "unfinished": Tag("Unfinished", .waiting)
        case "ready": Tag("Draft edition", .good)
        default: Tag("Discarded", .quiet)
        }
    }
}

/// A pack as one file, to be kept, sent or taken elsewhere.
enum PackFile {
    @Sendable static func inForce(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let pack = visit.school.pack
        return file(pack.source, name: pack.edition)
    }

    @Sendable static func draft(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let draft = try await visit.office.draft(visit.parameter("key"), as: caller)
        return file(draft.edition.text, name: "\(draft.pack?.edition ?? draft.edition.base.edition)-draft")
    }

    private static func file(_ text: String, name: String) -> Reply {
        // What a file calls its edition is any text; a file's name is not.
        let plain = name.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "." || scalar == "-" ? Character(scalar) : "-"
        }
        return .bytes(Array(text.utf8), type: "application/yaml; charset=utf-8", fileName: "\(String(plain)).yaml")
    }
}
