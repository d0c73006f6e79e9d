import HTML
import Office
import Policy
import Records

/// How image consent stands, child by child: what is missing, refused or ends soon. For those who keep consents.
enum ConsentListPage {
    @Sendable static func list(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let overview = try await visit.office.consentOverview(as: caller)
        let wanted = Wanted(asked, overview)
        let lines = overview.lines.filter { wanted.fits($0, overview) }
        return .page(
            visit.page("Image consent", crumbs: [Link("Pupils", visit.url("/pupils"))]) {
                PageHeading(
                    "Image consent", over: visit.school.name,
                    lead: "As it stood on \(visit.now.longText). Confidential: only for those who keep consents.",
                    actions: (lines.contains(where: \.wantsAsking) ? [ButtonLink("Ask their parents", "#ask")] : [])
                        + (wanted.words.isEmpty
                            ? [
                                ButtonLink(
                                    "Download as CSV", visit.url("/pupils/consent.csv?\(asked.urlEncoded)"), quiet: true
                                )
                            ] : []))
                Figures(
                    ConsentOverview.Concern.allCases.map { concern in
                        .init(
                            "\(overview.lines.count { overview.concerns($0).contains(concern) })", concern.label,
                            href: visit.url("/pupils/consent?concern=\(concern.rawValue)"))
                    })
                Filters(
                    "Filter pupils", action: visit.url("/pupils/consent"), controls: wanted.controls(overview),
                    clear: wanted.isFiltered ? Link("Clear", visit.url("/pupils/consent")) : nil, token: visit.token)
                div(.class("matrix")) { table(lines, overview, visit, isFiltered: wanted.isFiltered) }
                if lines.contains(where: \.wantsAsking) {
                    section(.class("desk-only"), .id("ask"), .aria(.label, "Ask their parents")) {
                        linkForm(visit, wanted, lines.filter(\.wantsAsking).count)
                    }
                }
                if !wanted.words.isEmpty {
                    PostButton(
                        "Download as CSV", action: visit.url("/pupils/consent.csv"),
                        hidden: visit.hidden + wanted.fields, tone: .quiet)
                }
                PrintButton()
            })
    }

    private static func table(
        _ lines: [ConsentOverview.Line], _ overview: ConsentOverview, _ visit: Visit, isFiltered: Bool
    ) -> DataTable {
        DataTable(
            caption: "Image consent",
            columns: [.init("Name"), .init("Class")] + overview.terms.used.map { .init($0.label) },
            rows: lines.map { line in
                DataTable.Row(
                    [
                        Markup {
                            Link(line.pupil.particulars.name, visit.url("/pupils/\(line.pupil.id)"))
                            if line.pupil.isProtected {
                                " "
                                Tag("Never shown", .bad)
                            }
                        }, Markup(line.pupil.particulars.className),
                    ] + line.standings.map { entry in Markup { tag(entry.standing, isShort: true) } })
            },
            whenEmpty: isFiltered
                ? "No pupil matches. Clear the filter to see them all."
                : "No pupils are on record yet. Import the roll first.")
    }

    private static func linkForm(_ visit: Visit, _ wanted: Wanted, _ count: Int) -> Markup {
        Markup {
            h2 { "Ask their parents" }
            p {
                "A link for each of the \(count == 1 ? "one child" : "\(count) children") on this list without an answer that counts, to print and hand out, or to send by mail merge. Links made earlier that were not used stop working."
            }
            HTML.form(.class("form"), .action(visit.url("/pupils/links")), .method(.post)) {
                HiddenField("csrf", visit.token)
                for field in wanted.fields { field }
                RadioGroup(
                    FieldTexts(name: "as", label: "How do you want them?"),
                    options: [Choice("sheet", "A sheet to print and cut"), Choice("csv", "A CSV file for mail merge")],
                    chosen: "sheet")
                div(.class("buttons")) { button(.class("button"), .type(.submit)) { "Make the links" } }
            }
        }
    }

    /// - Parameter isShort: for a column of its own, where a long word would crowd out the others.
    static func tag(_ standing: ConsentStanding, isShort: Bool = false) -> Tag {
        let tone: Tag.Tone =
            switch standing {
            case .given: .good
            case .missing, .ended: .waiting
            case .refused, .withdrawn: .bad
            case .otherBasis, .notUsed: .quiet
            }
        if standing == .missing { return Tag("No answer", tone) }
        // What it rests on instead is told on the child's page.
        if isShort, case .otherBasis = standing { return Tag("Not asked", tone) }
        return Tag(standing.label.capitalisedFirst, tone)
    }

    @Sendable static func csv(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let overview = try await visit.office.consentOverview(as: caller)
        let wanted = Wanted(asked, overview)
        var text = CSV.line(
            ["key", "last name", "first name", "class", "year"] + overview.terms.used.map(\.label) + ["never shown"])
        for line in overview.lines where wanted.fits(line, overview) {
            let particulars = line.pupil.particulars
            text += CSV.line(
                [
                    line.pupil.id.rawValue, particulars.last, particulars.first, particulars.className,
                    particulars.year.map(Pupil.yearLabel) ?? "",
                ] + line.standings.map(\.standing.label) + [line.pupil.isProtected ? "yes" : ""])
        }
        return .bytes(
            Array(text.utf8), type: "text/csv; charset=utf-8",
            fileName: "\(visit.id)-image-consent-\(visit.now.londonDay.iso).csv")
    }

    /// What of it is asked for, by the address or by a form.
    struct Wanted {
        let words: String
        let className: String?
        let year: Int?
        let purpose: ImagePurpose?
        let concern: ConsentOverview.Concern?

        init(_ input: Input, _ overview: ConsentOverview) {
            words = input[ListRequest.field].trimmed
            className = overview.classes.first { $0 == input["class"] && !$0.isEmpty }
            year = (0...6).first { "\($0)" == input["year"] }
            purpose = ImagePurpose(rawValue: input["purpose"])
            concern = ConsentOverview.Concern(rawValue: input["concern"])
        }

        var isFiltered: Bool {
            !words.isEmpty || className != nil || year != nil || purpose != nil || concern != nil
        }

        /// The same again, for a form that goes on from the list.
        var fields: [HiddenField] {
            [
                (ListRequest.field, words), ("class", className ?? ""), ("year", year.map(String.init) ?? ""),
                ("purpose", purpose?.rawValue ?? ""), ("concern", concern?.rawValue ?? ""),
            ].filter { !$0.1.isEmpty }.map { HiddenField($0.0, $0.1) }
        }

        func fits(_ line: ConsentOverview.Line, _ overview: ConsentOverview) -> Bool {
            let particulars = line.pupil.particulars
            if !words.isEmpty, !particulars.name.lowercased().contains(words.lowercased()) { return false }
            if let className, particulars.className != className { return false }
            if let year, particulars.year != year { return false }
            if let concern, !overview.concerns(line).contains(concern) { return false }
            guard let purpose else { return true }
            return line.standings.contains { $0.purpose == purpose && !$0.standing.isLeave }
        }

        func controls(_ overview: ConsentOverview) -> [Filters.Control] {
            [
                .search(name: "q", label: "Name", value: words),
                .select(
                    name: "class", label: "Class",
                    options: [Choice("", "Every class")]
                        + overview.classes.filter { !$0.isEmpty }.map { Choice($0, $0) }, chosen: className ?? ""),
                .select(
                    name: "year", label: "Year",
                    options: [Choice("", "Every year")] + (0...6).map { Choice("\($0)", Pupil.yearLabel($0)) },
                    chosen: year.map(String.init) ?? ""),
                .select(
                    name: "purpose", label: "May not be shown in",
                    options: [Choice("", "Anything")] + overview.terms.used.map { Choice($0.rawValue, $0.label) },
                    chosen: purpose?.rawValue ?? ""),
                .select(
                    name: "concern", label: "Which",
                    options: [Choice("", "All")]
                        + ConsentOverview.Concern.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: concern?.rawValue ?? ""),
            ]
        }
    }
}
