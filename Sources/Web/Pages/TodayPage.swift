import HTML
import Office
import Policy

enum TodayPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let duties = try await visit.office.today(caller)
        let now = visit.now
        let groups: [(String, [DutyItem])] = [
            ("Overdue", duties.filter { $0.urgency == .overdue }), ("Soon", duties.filter { $0.urgency == .soon }),
            ("Later", duties.filter { $0.urgency == .later && !isFar($0, now) }),
            ("When you can", duties.filter { $0.urgency == .undated }),
        ]
        return .page(
            visit.page("Today") {
                PageHeading("Today", over: now.londonDay.weekday.label + " " + now.londonDay.longText)
                if duties.isEmpty {
                    EmptyState(
                        "You have nothing to do under the policy today. Before you post or answer somebody, you can ask what it says.",
                        action: ButtonLink("Ask “May I…?”", visit.url("/ask")))
                }
                for (title, items) in groups where !items.isEmpty {
                    DutyList(title, items.map { card($0, visit, now) })
                }
                far(duties.filter { isFar($0, now) }.map { card($0, visit, now) })
            })
    }

    private static func isFar(_ duty: DutyItem, _ now: Instant) -> Bool {
        duty.due.map { Day.days(from: now.londonDay, to: $0.londonDay) > 31 } ?? false
    }

    /// What is not to be thought of yet, out of the way of what is.
    @MarkupBuilder private static func far(_ duties: [DutyCard]) -> Markup {
        if !duties.isEmpty {
            details(.class("duties")) {
                summary { "\(duties.count) more, due in over a month" }
                ul(.role(.list)) { for duty in duties { li { duty } } }
            }
        }
    }

    static func card(_ duty: DutyItem, _ visit: Visit, _ now: Instant) -> DutyCard {
        DutyCard(
            title: duty.title, href: href(duty).map(visit.url), record: duty.about,
            due: duty.due?.dueText(at: now) ?? "When you can",
            dueInstant: duty.due?.iso,
            state: state(duty.urgency),
            note: (duty.isOfOthers ? "Somebody else has this to do, since " : "Since ")
                + duty.since.londonDay.longText,
            counted: duty.countedLines)
    }

    /// nil on the page where it leads, or of somebody who cannot do it.
    private static func href(_ duty: DutyItem) -> String? {
        if duty.isHere || duty.isOfOthers { return nil }
        if !duty.place.isEmpty { return duty.place }
        return duty.isDecidedOnPage ? duty.record.pagePath : duty.record.commandPath(duty.action)
    }

    private static func state(_ urgency: DutyItem.Urgency) -> DutyCard.State {
        switch urgency {
        case .overdue: .overdue
        case .soon: .soon
        case .later: .later
        case .undated: .undated
        }
    }
}
