import HTML
import Ledger
import Office
import Policy
import Records

/// A month of posts: what was published and what is to be, with the days on which nothing is.
enum PostCalendarPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let today = visit.now.londonDay
        let month = month(visit.query["month"]) ?? today.adding(days: 1 - today.day)
        let entries = try await entries(month, visit, caller)
        let notes = notes(month, visit.school)
        let ahead = visit.school.school.blackouts.filter { today <= $0.last }
        let maySet = visit.admits(.blackouts)
        return .page(
            visit.page("Calendar of posts", crumbs: [Link("Posts", visit.url("/posts"))]) {
                PageHeading(
                    "Calendar of posts", lead: "What was published, what is to be, and when.",
                    actions: maySet
                        ? [
                            ButtonLink(
                                "Publish nothing on some days", visit.url("/school/school/addBlackout"), quiet: true)
                        ] : [])
                for blackout in ahead {
                    NotificationBanner(
                        .warning, "Nothing is published from \(blackout.first.longText) to \(blackout.last.longText)",
                        text: blackout.note.isEmpty
                            ? blackout.reason.label : "\(blackout.reason.label). \(blackout.note)",
                        link: maySet ? Link("Publish again", visit.url("/school/school/removeBlackout")) : nil)
                }
                months(month, today, visit)
                MonthTable(
                    caption: "Posts in \(month.monthText)", month: month, today: today, notes: notes,
                    entries: entries)
                if entries.isEmpty {
                    EmptyState(
                        "No post has a day in \(month.monthText). A post stands here once a day is set for it, or "
                            + "once it is published.")
                }
                PrintButton()
            })
    }

    /// `2026-11`; nil for anything else, and for years that no school plans.
    private static func month(_ text: String) -> Day? {
        Day(iso: "\(text)-01").flatMap { isPlanned($0) ? $0 : nil }
    }

    private static func isPlanned(_ day: Day) -> Bool { (2000...2100).contains(day.year) }

    private static func months(_ month: Day, _ today: Day, _ visit: Visit) -> Markup {
        func link(_ day: Day, _ text: String) -> Markup {
            a(.href(visit.url("/posts/calendar?month=\(day.monthKey)"))) { text }
        }
        let (before, after) = (month.adding(months: -1), month.adding(months: 1))
        return div(.class("month-head")) {
            h2 { month.monthText }
            nav(.class("month-steps"), .aria(.label, "Months")) {
                if isPlanned(before) { link(before, "← \(before.monthText)") }
                if month.monthKey != today.monthKey { link(today, "This month") }
                if isPlanned(after) { link(after, "\(after.monthText) →") }
            }
        }
    }

    private static func entries(_ month: Day, _ visit: Visit, _ caller: Caller) async throws -> [Day:
        [MonthTable.Entry]]
    {
        let page = try await visit.office.list(
            RecordQuery(
                kind: Kind.post.rawValue, facets: [Facet("month", month.monthKey)], audience: [], limit: 200),
            as: caller)
        var found: [(at: Instant, row: RecordRow, record: RecordID)] = []
        for row in page.rows {
            guard let record = RecordID(row.record),
                let at = try await visit.office.detail(Post.self, record, as: caller).state.calendarAt
            else { continue }
            found.append((at, row, record))
        }
        let sorted = found.sorted { ($0.at, $0.row.record) < ($1.at, $1.row.record) }
        return Dictionary(grouping: sorted) { $0.at.londonDay }.mapValues { posts in
            posts.map { post in
                MonthTable.Entry {
                    let time = London.local(post.at).time
                    p(.class("month-time")) { "\(time)" }
                    p { Link(post.row.title, visit.url(post.record.pagePath)) }
                    p { PostPage.tag(post.row.status) }
                }
            }
        }
    }

    private static func notes(_ month: Day, _ school: SchoolSetting) -> [Day: [MonthTable.Note]] {
        var notes: [Day: [MonthTable.Note]] = [:]
        for number in 0..<Day.length(ofMonth: month.month, year: month.year) {
            let day = month.adding(days: number)
            var found = school.calendar.note(on: day).map { [MonthTable.Note($0, .holiday)] } ?? []
            for blackout in school.school.blackouts where blackout.covers(day) {
                found.append(MonthTable.Note("Nothing is published: \(blackout.reason.label.lowercasedFirst)", .stop))
            }
            if !found.isEmpty { notes[day] = found }
        }
        return notes
    }
}
