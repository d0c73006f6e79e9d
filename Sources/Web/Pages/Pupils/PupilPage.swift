import HTML
import Ledger
import Office
import Policy
import Records

/// One pupil: what may be shown, and for those who keep consents what was answered.
enum PupilPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("pupil/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Pupil.self, record, as: caller)
        let keeps = caller.keepsConsents(under: visit.school.pack)
        let names = Names(try await visit.office.directory(visit.id))
        let history = keeps ? try await visit.office.history(record, as: caller) : []
        let takedowns = try await visit.office.list(
            RecordQuery(
                kind: Kind.takedown.rawValue, facets: [Facet("pupil", record.key)], audience: [], limit: 100),
            as: caller
        ).rows
        let pupil = detail.state
        let terms = visit.school.pack.imageConsent
        let day = visit.now.londonDay
        let card = pupil.card(under: terms, on: day)
        return .page(
            visit.page(title(pupil), crumbs: [Link("Pupils", visit.url("/pupils"))]) {
                PageHeading(
                    pupil.particulars.name, tag: tag(pupil, keeps),
                    actions: detail.available.enumerated().map { index, form in
                        ButtonLink(
                            form.title, visit.url(record.commandPath(form.name)),
                            quiet: index > 0 || form.name != "recordConsent")
                    })
                SummaryList(facts(visit.admits(.pupilRoll) ? pupil : pupil.withoutParents))
                h2 { "What may be shown" }
                div(.class("brief")) {
                    DataTable(
                        caption: "What may be shown", columns: [.init("Where"), .init("May be shown"), .init("Until")],
                        rows: terms.used.map { purpose in
                            let leave = card.leaves.first { $0.purpose == purpose }
                            let given = card.leave(for: purpose, on: nil, day: day)
                            let only = leave?.platforms.compactMap { visit.office.platforms[$0]?.name } ?? []
                            return DataTable.Row([
                                Markup(purpose.label),
                                Markup {
                                    Tag(given.isGiven ? "Yes" : "No", given.isGiven ? .good : .quiet)
                                    if given.isGiven, !only.isEmpty { " only \(only.joined(separator: ", "))" }
                                },
                                Markup(given.isGiven ? leave?.until?.longText ?? "" : ""),
                            ])
                        }, whenEmpty: "The policy names no use of pictures of pupils.")
                }
                if keeps {
                    answers(pupil, terms, names, day)
                    if !pupil.hasLeft {
                        PostButton(
                            "Make a link for a parent", action: visit.url("\(record.pagePath)/link"),
                            hidden: visit.hidden, tone: .quiet)
                    }
                }
                if keeps, !takedowns.isEmpty {
                    h2 { "What is taken down" }
                    CardList(
                        takedowns.compactMap { row in
                            RecordID(row.record).map {
                                CardList.Card(
                                    row.title, href: visit.url($0.pagePath), tag: TakedownPage.tag(row.status))
                            }
                        })
                }
                if keeps {
                    h2 { "What has happened" }
                    Timeline(history.reversed().map { $0.entry(names, visit) })
                    ProofLink(visit: visit, record: record)
                }
            }.telling(history, visit))
    }

    /// What browsers keep of the pages that were looked at names no child.
    private static func title(_ pupil: Pupil) -> String {
        let name = pupil.particulars.className
        return name.isEmpty ? "A pupil" : "A pupil of \(name)"
    }

    private static func tag(_ pupil: Pupil, _ keeps: Bool) -> Tag? {
        if pupil.hasLeft { return Tag("Has left", .quiet) }
        return keeps && pupil.isProtected ? Tag("Never to be named or shown", .bad) : nil
    }

    private static func facts(_ pupil: Pupil) -> [SummaryRow] {
        let particulars = pupil.particulars
        return [
            particulars.className.isEmpty ? nil : SummaryRow("Class", particulars.className),
            particulars.year.map { SummaryRow("Year", Pupil.yearLabel($0)) },
            particulars.nicknames.isEmpty
                ? nil : SummaryRow("Also called", particulars.nicknames.joined(separator: ", ")),
            pupil.parents.isEmpty
                ? nil : SummaryRow("Names that the checks know", pupil.parents.joined(separator: ", ")),
            pupil.leaving.map { SummaryRow(pupil.hasLeft ? "Left" : "Leaves", $0.longText) },
        ].compactMap(\.self)
    }

    @MarkupBuilder private static func answers(_ pupil: Pupil, _ terms: ConsentTerms, _ names: Names, _ day: Day)
        -> Markup
    {
        h2 { "What parents answered" }
        if let asking = pupil.asking {
            p {
                "A parent was asked by link on \(asking.at.londonDay.longText). The link works until \(asking.until.longText)."
            }
        }
        div(.class("brief")) {
            DataTable(
                caption: "What parents answered",
                columns: [.init("For what"), .init("How it stands"), .init("Who said it"), .init("How and when")],
                rows: ImagePurpose.allCases.filter { terms.bases[$0] != nil || pupil.answer(for: $0) != nil }.map {
                    purpose in
                    let answer = pupil.answer(for: purpose)
                    let standing = pupil.standing(purpose, under: terms, on: day)
                    return DataTable.Row([
                        Markup(purpose.label), Markup { ConsentListPage.tag(standing) },
                        Markup(answer?.giver.text.capitalisedFirst ?? ""),
                        Markup(
                            answer.map {
                                let by = $0.means == .onlineForm ? "" : ", recorded by \(names.name($0.recordedBy))"
                                return "\($0.means.label.capitalisedFirst), \($0.on.longText)\(by)"
                            } ?? ""),
                    ])
                }, whenEmpty: "Nothing is asked.")
        }
    }

    /// Makes a parent's link and shows it once.
    @Sendable static func link(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let id = PupilID(visit.parameter("key"))
        guard RecordID("pupil/\(id)") != nil,
            let link = try await visit.office.askConsent([id], as: caller).first
        else { throw Refusal.notFound }
        return .page(
            visit.page(
                "Link for a parent",
                crumbs: [
                    Link("Pupils", visit.url("/pupils")),
                    Link(link.pupil.particulars.name, visit.url("/pupils/\(id)")),
                ]
            ) {
                PageHeading(
                    "Link for a parent", over: link.pupil.particulars.name,
                    lead:
                        "Give it to a parent of this child and to nobody else. It works once, for \(Pupil.linkDays) days, and is not shown again. A link made earlier that was not used no longer works."
                )
                pre(.class("secret"), .id("link"), .tabindex(0), .role(.region), .aria(.label, "The link")) {
                    visit.address("/consent/\(link.secret)")
                }
                div(.class("buttons")) {
                    CopyButton("Copy the link", of: "link")
                    ButtonLink("Back to the pupil", visit.url("/pupils/\(id)"), quiet: true)
                }
            })
    }
}
