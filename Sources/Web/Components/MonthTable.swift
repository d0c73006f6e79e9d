package import HTML
package import Policy

/// A month as a table of weeks; on a phone a list of the days that have something.
package struct MonthTable: Component {
    package struct Entry: Sendable {
        package var content: Markup

        package init(@MarkupBuilder _ content: () -> Markup) { self.content = content() }
    }

    /// What stands on one day beside its entries.
    package struct Note: Sendable, Equatable {
        package enum Tone: String, Sendable { case holiday, stop }

        package var text: String
        package var tone: Tone

        package init(_ text: String, _ tone: Tone) {
            self.text = text
            self.tone = tone
        }
    }

    package var caption: String
    /// Any day of the month.
    package var month: Day
    package var today: Day
    package var notes: [Day: [Note]]
    package var entries: [Day: [Entry]]

    package init(caption: String, month: Day, today: Day, notes: [Day: [Note]], entries: [Day: [Entry]]) {
        self.caption = caption
        self.month = month
        self.today = today
        self.notes = notes
        self.entries = entries
    }

    package var body: Markup {
        // The roles are spelled out because a table laid out as a list would otherwise lose them.
        div(.class("month-frame")) {
            // Without a row that a phone shows it is left out there whole: a table must not be empty.
            table(.class(weeks.joined().allSatisfy(isFree) ? "month month-free" : "month"), .role(.table)) {
                HTML.caption(.class("visually-hidden")) { caption }
                thead(.role(.rowgroup)) {
                    tr(.role(.row)) {
                        for weekday in Weekday.allCases {
                            th(.scope(.column), .role(.columnheader)) { weekday.label }
                        }
                    }
                }
                tbody(.role(.rowgroup)) {
                    for week in weeks {
                        tr(.role(.row), .class(week.allSatisfy(isFree) ? "month-free" : nil)) {
                            for day in week { cell(day) }
                        }
                    }
                }
            }
            if !notedRuns.isEmpty {
                ul(.class("month-notes"), .role(.list)) { for line in notedRuns { li { line } } }
            }
        }
    }

    private func cell(_ day: Day?) -> Markup {
        guard let day else { return td(.class("month-blank"), .role(.cell)) {} }
        let notes = notes[day] ?? []
        let entries = entries[day] ?? []
        let classes =
            (isFree(day) ? ["month-free"] : []) + (day == today ? ["month-today"] : [])
            + Set(notes.map { "month-\($0.tone.rawValue)" }).sorted() + (day.weekday.isWeekend ? ["month-weekend"] : [])
        return td(
            .class(classes.isEmpty ? nil : classes.joined(separator: " ")), .role(.cell),
            .aria(.current, day == today ? "date" : nil)
        ) {
            p(.class("month-day")) {
                time(.datetime(day.iso)) {
                    span(.class("month-long")) { "\(day.weekday.label) " }
                    "\(day.day)"
                    span(.class("month-long")) { " \(Day.monthName(day.month))" }
                }
                if day == today { span(.class("month-now")) { " Today" } }
            }
            for note in notes { p(.class("month-note")) { note.text } }
            if !entries.isEmpty {
                ul(.class("month-entries"), .role(.list)) { for entry in entries { li { entry.content } } }
            }
        }
    }

    /// Nothing stands there that a list would tell.
    private func isFree(_ day: Day?) -> Bool { day.map { entries[$0] == nil && $0 != today } ?? true }

    private var first: Day { month.adding(days: 1 - month.day) }
    private var days: [Day] {
        (0..<Day.length(ofMonth: month.month, year: month.year)).map { first.adding(days: $0) }
    }

    /// Monday to Sunday; nil where a day belongs to another month.
    private var weeks: [[Day?]] {
        let before = Weekday.allCases.firstIndex(of: first.weekday) ?? 0
        var cells: [Day?] = Array(repeating: nil, count: before) + days
        while !cells.count.isMultiple(of: 7) { cells.append(nil) }
        return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<($0 + 7)]) }
    }

    /// For a list that leaves out the days without entries: each note with the days that it stands on.
    private var notedRuns: [String] {
        var runs: [(text: String, first: Day, last: Day)] = []
        for day in days {
            for note in notes[day] ?? [] {
                if let place = runs.lastIndex(where: { $0.text == note.text && $0.last.adding(days: 1) == day }) {
                    runs[place].last = day
                } else {
                    runs.append((note.text, day, day))
                }
            }
        }
        return runs.map { run in
            run.first == run.last
                ? "\(run.first.longText): \(run.text)"
                : "\(run.first.day) to \(run.last.longText): \(run.text)"
        }
    }
}
