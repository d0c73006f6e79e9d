import Office
import Policy
import Records

/// Joining, terms, addresses, declarations, training, and somebody who leaves.
struct Staffing {
    let today: Day
    let cast: Cast
    let pack: Pack

    /// The parts that never confirm the policy: theirs are the overdue declarations, or soon will be.
    private static let silent: Set<Part> = [.newcomer, .agencyWorker, .trainee, .volunteer]

    var scenes: [Scene] {
        joiners + [Scene(day: ago(429)) { stage in try await settings(stage) }] + declarations
            + [
                Scene(day: ago(424)) { stage in
                    for part in [Part.administrator, .lead, .assistant, .leaver, .deputy] {
                        try await train(part, "Social media for school staff", ago(425), stage)
                    }
                },
                // The deputy's is left to run out.
                Scene(day: ago(95)) { stage in
                    for part in [Part.administrator, .lead, .assistant, .leaver] {
                        try await train(part, "Social media for school staff: refresher", ago(96), stage)
                    }
                },
                Scene(day: ago(3)) { stage in
                    try await stage.give(
                        "leave", RecordID(.person, stage.id(.leaver).rawValue), by: .head, stage.date("on", ago(3)))
                },
            ]
    }

    private var joiners: [Scene] {
        Part.allCases.compactMap { part in
            guard let name = cast.names[part] else { return nil }
            return Scene(day: ago(part.joinedDaysAgo)) { stage in
                stage.people[part] = try await stage.office.addPerson(
                    Person.Particulars(name: name, email: stage.cast.email(name), roles: part.roles),
                    firstDay: stage.clock.now.londonDay, to: stage.log)
                stage.clock.pass()
            }
        }
    }

    private func ago(_ days: Int) -> Day { Story.workday(today.adding(days: -days)) }

    /// At first, and again where the policy asks for it every so often.
    private var declarations: [Scene] {
        let faithful = Part.allCases.filter {
            cast.names[$0] != nil && $0.joinedDaysAgo > 400 && !Self.silent.contains($0)
        }
        let months = pack.process.declarationRepeatsEvery.value?.count ?? 0
        let renewals = months > 0 ? stride(from: months, to: 14, by: months).map { 432 - $0 * 30 } : []
        return ([425] + renewals).map { days in
            Scene(day: ago(days)) { stage in
                for part in faithful { try await declare(part, stage) }
            }
        }
    }

    private func declare(_ part: Part, _ stage: Stage) async throws {
        try await stage.give(
            "declare", RecordID(.declaration, stage.id(part).rawValue), by: part, ["understood": ["yes"]])
    }

    private func train(_ part: Part, _ title: String, _ day: Day, _ stage: Stage) async throws {
        try await stage.give(
            "record", RecordID(.training, stage.id(part).rawValue), by: part == .head ? .administrator : .head,
            ["title": [title]].merging(stage.date("on", day)) { first, _ in first })
    }

    private func settings(_ stage: Stage) async throws {
        let school = RecordID(.school, School.key)
        try await stage.give(
            "setCalendar", school, by: .head,
            ["terms": [Self.terms.joined(separator: "\n")], "insetDays": [Self.insetDays.joined(separator: "\n")]])
        try await stage.give("setEmailDomains", school, by: .head, ["emailDomains": [stage.cast.domain]])
    }

    /// The school years 2025-26 and 2026-27, as many English schools have them.
    private static let terms = [
        "Autumn 1 2025-09-02 to 2025-10-24", "Autumn 2 2025-11-03 to 2025-12-19", "Spring 1 2026-01-05 to 2026-02-13",
        "Spring 2 2026-02-23 to 2026-03-27", "Summer 1 2026-04-13 to 2026-05-22", "Summer 2 2026-06-01 to 2026-07-21",
        "Autumn 1 2026-09-02 to 2026-10-23", "Autumn 2 2026-11-02 to 2026-12-18", "Spring 1 2027-01-04 to 2027-02-12",
        "Spring 2 2027-02-22 to 2027-03-25", "Summer 1 2027-04-12 to 2027-05-28", "Summer 2 2027-06-07 to 2027-07-21",
    ]
    private static let insetDays = ["2026-09-01", "2026-11-02", "2027-01-04", "2027-02-22", "2027-07-22"]
}
