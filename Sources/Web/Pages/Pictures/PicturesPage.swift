import HTML
import Ledger
import Office
import Policy
import Records

/// The school's pictures, small, with what each still lacks and the day on which it goes.
enum PicturesPage {
    private static let pageSize = 24

    @Sendable static func list(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        // A child's name stands in no address: who is looked for comes by the form alone.
        var asked = visit.query
        for name in ["q", "who"] { asked.values[name] = nil }
        return try await page(asked, visit, caller)
    }

    /// The same list, for a form that may hold a child's name. A child who was found stands in the address that follows
    /// by their identifier.
    @Sendable static func find(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let kept = ["q", "who", "show", "order"]
        var asked = Input(visit.form.values.filter { kept.contains($0.key) })
        let who = asked["who"].trimmed
        if let child = PupilChoice.found(who, among: try await visit.office.pupilChoices(as: caller)) {
            asked.values["who"] = nil
            asked.values["child"] = [child.id.rawValue]
            if asked["q"].trimmed.isEmpty {
                asked.values["q"] = nil
                return .redirect(visit.url("/pictures?\(asked.urlEncoded)"))
            }
        }
        return try await page(asked, visit, caller)
    }

    private static func page(_ asked: Input, _ visit: Visit, _ caller: Caller) async throws -> Reply {
        let choices = try await visit.office.pupilChoices(as: caller)
        let child = choices.first { $0.id.rawValue == asked["child"] }
        let who = child?.label ?? asked["who"].trimmed
        let show = Show(rawValue: asked["show"]) ?? .all
        let order = Order(rawValue: asked["order"]) ?? .newest
        let wanted = ListRequest(asked, defaultOrder: .created, descendingByDefault: true)
        var query = wanted.query(
            kind: .picture, statuses: show.statuses,
            facets: show.facets + (child.map { [Facet("pupil", $0.id.rawValue)] } ?? []), pageSize: pageSize)
        (query.order, query.descending) = order.sorting
        if show == .unused {
            query.unnamed = Unnamed(
                by: Kind.post.rawValue, facet: "picture", exceptStatuses: [Post.Status.discarded.rawValue])
        }
        let page =
            who.isEmpty || child != nil
            ? try await visit.office.list(query, as: caller) : RecordPage(rows: [], total: 0)
        let isFiltered = !wanted.words.isEmpty || show != .all || !who.isEmpty
        return .page(
            visit.page("Pictures") {
                PageHeading(
                    "Pictures",
                    lead:
                        "Kept here alone, in the school’s own store. A picture can be published once everybody in it is "
                        + "accounted for.",
                    actions: visit.office.pictures.isMissing == nil
                        ? [ButtonLink("Add pictures", visit.url("/pictures/upload"))] : [])
                if let missing = visit.office.pictures.isMissing { NotificationBanner(.warning, missing) }
                Filters(
                    "Filter pictures", action: visit.url("/pictures"),
                    controls: [
                        .search(name: "q", label: "Words", value: wanted.words),
                        .search(name: "who", label: "Child: name, or name and class", value: who),
                        .select(
                            name: "show", label: "Show", options: Show.allCases.map { Choice($0.rawValue, $0.label) },
                            chosen: show.rawValue),
                        .select(
                            name: "order", label: "Order",
                            options: Order.allCases.map { Choice($0.rawValue, $0.label) }, chosen: order.rawValue),
                    ], clear: isFiltered ? Link("Clear", visit.url("/pictures")) : nil, token: visit.token)
                grid(
                    page, visit, first: (wanted.page - 1) * pageSize + 1, isFiltered: isFiltered,
                    isUnknownChild: !who.isEmpty && child == nil)
                wanted.pages(
                    page.total, size: pageSize, "/pictures", visit, more: "Say more words, or name the child.")
            })
    }

    private enum Order: String, CaseIterable {
        case newest, oldest, changed, description

        var label: String {
            switch self {
            case .newest: "Newest first"
            case .oldest: "Oldest first"
            case .changed: "Last changed first"
            case .description: "By description"
            }
        }

        var sorting: (RecordQuery.Order, Bool) {
            switch self {
            case .newest: (.created, true)
            case .oldest: (.created, false)
            case .changed: (.changed, true)
            case .description: (.title, false)
            }
        }
    }

    private enum Show: String, CaseIterable {
        case all, unused, untagged, undescribed, going, removed

        var label: String {
            switch self {
            case .all: "All that are here"
            case .unused: "In no post"
            case .untagged: "Somebody to tag"
            case .undescribed: "Without a description"
            case .going: "With a day on which they go"
            case .removed: "Gone"
            }
        }

        var statuses: [String] {
            switch self {
            case .all, .unused, .undescribed, .going: [Picture.Status.untagged.rawValue, Picture.Status.ready.rawValue]
            case .untagged: [Picture.Status.untagged.rawValue]
            case .removed: [Picture.Status.removed.rawValue]
            }
        }

        var facets: [Facet] {
            switch self {
            case .all, .unused, .untagged, .removed: []
            case .undescribed: [Facet("lacks", "description")]
            case .going: [Facet("goes", "on a day")]
            }
        }
    }

    @MarkupBuilder private static func grid(
        _ page: RecordPage, _ visit: Visit, first: Int, isFiltered: Bool, isUnknownChild: Bool
    ) -> Markup {
        if page.rows.isEmpty {
            if isUnknownChild {
                EmptyState("There is no child of that name here, or there are several. Enter the name and the class.")
            } else if isFiltered {
                EmptyState(
                    "No picture matches.", action: ButtonLink("Show them all", visit.url("/pictures"), quiet: true))
            } else {
                EmptyState(
                    "No pictures yet. Take the first with a school camera or tablet, add it here, and delete it there.",
                    action: visit.office.pictures.isMissing == nil
                        ? ButtonLink("Add pictures", visit.url("/pictures/upload"), quiet: true) : nil)
            }
        } else {
            p(.class("hint")) { count(page.total, first: first, shown: page.rows.count) }
            ul(.class("pictures"), .role(.list)) { for row in page.rows { card(row, visit) } }
        }
    }

    private static func count(_ total: Int, first: Int, shown: Int) -> String {
        let pictures = total == 1 ? "1 picture" : "\(total.grouped) pictures"
        return shown < total
            ? "\(pictures): these are \(first.grouped) to \((first + shown - 1).grouped)." : "\(pictures)."
    }

    @MarkupBuilder private static func card(_ row: RecordRow, _ visit: Visit) -> Markup {
        if let record = RecordID(row.record) {
            li(.class("picture-card")) {
                if row.status != Picture.Status.removed.rawValue {
                    img(.src(visit.url("\(record.pagePath)/small.jpg")), .alt(""), .custom("loading", "lazy"))
                }
                p { Link(row.title, visit.url(record.pagePath)) }
                p {
                    tag(row.status)
                    if !row.subtitle.isEmpty { span(.class("hint")) { " \(row.subtitle)" } }
                }
            }
        }
    }

    static func tag(_ status: String) -> Tag {
        guard let status = Picture.Status(rawValue: status) else { return Tag(status) }
        let tone: Tag.Tone =
            switch status {
            case .untagged: .waiting
            case .ready: .good
            case .removed: .quiet
            }
        return Tag(status.label.prefix(1).uppercased() + status.label.dropFirst(), tone)
    }
}

extension PupilChoice {
    /// The one child whom a text means: by the whole label, or by the name where only one has it.
    static func found(_ text: String, among choices: [PupilChoice]) -> PupilChoice? {
        let wanted = text.trimmed.lowercased()
        guard !wanted.isEmpty else { return nil }
        if let whole = choices.first(where: { $0.label.lowercased() == wanted }) { return whole }
        let named = choices.filter { $0.label.lowercased().hasPrefix(wanted + ",") }
        return named.count == 1 ? named[0] : nil
    }
}
