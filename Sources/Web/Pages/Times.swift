import Policy

extension Instant {
    /// `21 November 2026 at 09:30`, in London.
    var longText: String {
        let (day, time) = London.local(self)
        return "\(day.longText) at \(time)"
    }

    /// How a due time stands to now: `Due today at 17:00`, `2 days overdue`.
    func dueText(at now: Instant) -> String {
        let (day, time) = London.local(self)
        let days = Day.days(from: now.londonDay, to: day)
        if self < now {
            return switch days {
            case 0: "Was due today at \(time)"
            case -1: "1 day overdue, since \(day.longText)"
            default: "\(-days) days overdue, since \(day.longText)"
            }
        }
        return switch days {
        case 0: "Due today at \(time)"
        case 1: "Due tomorrow at \(time)"
        case 2...7: "Due \(day.weekday.label) \(day.longText) at \(time)"
        default: "Due \(day.longText)"
        }
    }
}
