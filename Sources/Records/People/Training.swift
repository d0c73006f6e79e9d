package import Policy

/// One person's training in social media: what was done, and until when it counts.
package struct Training: Record {
    package static let kind = Kind.training

    package var person: PersonID
    package var done: [Course]
    /// When training was asked for, and by when; nil when none is outstanding.
    package var asked: Asked?
    /// The roles that the policy then in force had record training.
    package var recorders: [Role]
    /// Whether this person runs an account, so that training that runs out must be renewed.
    package var isNeeded: Bool
    package var isClosed: Bool

    package struct Course: Sendable, Equatable, Codable {
        package var title: String
        package var on: Day
        /// The last day on which it counts.
        package var until: Day
        /// The end of that day's work: when a renewal falls due.
        package var renewalDue: Instant
        package var recordedAt: Instant
    }

    package struct Asked: Sendable, Equatable, Codable {
        package var since: Instant
        package var due: Instant
    }

    package enum Command: Sendable, Equatable {
        case ask(PersonID)
        case record(PersonID, title: String, on: Day)
        case close
    }

    package enum Event: RecordEvent {
        case asked(person: PersonID, recorders: [Role], due: Instant, at: Instant)
        case trained(person: PersonID, course: Course, recorders: [Role], by: PersonID)
        case closed(at: Instant)

        package var name: String {
            switch self {
            case .asked: "asked"
            case .trained: "trained"
            case .closed: "closed"
            }
        }
    }

    /// The last day on which any training counts; nil when there was none.
    package var until: Day? { done.map(\.until).max() }
}

extension Training {
    package static func decide(_ state: Training?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        let process = desk.pack.process
        switch command {
        case .ask(let person):
            if !desk.isReaction { try desk.require(anyOf: process.trainingRecorders.value, to: "ask for training") }
            guard state?.isClosed != true else { throw .wrongState("This person has left.") }
            let isTrained = (state?.until).map { $0 >= desk.today } ?? false
            guard state?.asked == nil, !isTrained || state?.isNeeded != true else { return [] }
            return [
                .asked(
                    person: person, recorders: process.trainingRecorders.value,
                    due: desk.due(within: process.declarationWithin.value),
                    at: desk.now)
            ]
        case .record(let person, let title, let day):
            try desk.require(anyOf: process.trainingRecorders.value, to: "record training")
            guard person != desk.person else {
                throw .notAuthorised(
                    reason: "Nobody records their own training. Ask a colleague who may.",
                    whoMay: process.trainingRecorders.value)
            }
            guard state?.isClosed != true, desk.people[person]?.isActive == true else {
                throw .wrongState("This person has left.")
            }
            guard day <= desk.today else {
                throw .incomplete([FieldProblem("on", "Date of the training must be today or earlier")])
            }
            let until = day.adding(months: process.trainingValidFor.value.count)
            guard until >= desk.today else {
                throw .incomplete([
                    FieldProblem(
                        "on",
                        "Training on \(day.longText) no longer counts: the policy asks for it every \(Span.months(process.trainingValidFor.value).text)"
                    )
                ])
            }
            let course = Course(
                title: title, on: day, until: until, renewalDue: desk.calendar.closing(until), recordedAt: desk.now)
            return [
                .trained(person: person, course: course, recorders: process.trainingRecorders.value, by: desk.person)
            ]
        case .close:
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Training is closed when its person leaves.", whoMay: [])
            }
            return state?.isClosed == false ? [.closed(at: desk.now)] : []
        }
    }

    package static func evolve(_ state: Training?, _ event: Event) -> Training {
        var training =
            state
            ?? Training(person: PersonID(""), done: [], asked: nil, recorders: [], isNeeded: false, isClosed: false)
        switch event {
        case .asked(let person, let recorders, let due, let at):
            training.person = person
            training.recorders = recorders
            training.isNeeded = true
            training.asked = Asked(since: at, due: due)
        case .trained(let person, let course, let recorders, _):
            training.person = person
            training.recorders = recorders
            training.done.append(course)
            training.asked = nil
        case .closed:
            training.asked = nil
            training.isClosed = true
        }
        return training
    }

    package var summary: Summary {
        var duties: [Duty] = []
        if let asked {
            duties.append(
                Duty(
                    "train", "Train a person who runs an account, and record it", for: recorders.map(Assignee.role),
                    except: person,
                    action: "record", due: asked.due, since: asked.since))
        } else if isNeeded, !isClosed, let last = done.max(by: { $0.until < $1.until }) {
            duties.append(
                Duty(
                    "renew", "Renew the training of a person who runs an account", for: recorders.map(Assignee.role),
                    except: person,
                    action: "record", due: last.renewalDue, since: last.recordedAt))
        }
        return Summary(
            title: "Training", subtitle: until.map { "until \($0.longText)" } ?? "none yet",
            status: isClosed ? "closed" : asked == nil ? "recorded" : "asked",
            duties: duties, facets: [SummaryFacet("person", person.rawValue)],
            audience: [.person(person)] + ([.administrator, .slt, .governor] + recorders).map(Audience.role))
    }

    package static func span(ofDuty key: String, under process: Process) -> Span? {
        key == "train" ? process.declarationWithin.value : nil
    }

    package var people: Set<PersonID> { [person] }
    package static func people(in command: Command) -> Set<PersonID> {
        switch command {
        case .ask(let person), .record(let person, _, _): [person]
        case .close: []
        }
    }

    package static func available(_ state: Training?, at desk: Desk) -> [String] {
        guard state?.isClosed != true, state?.person != desk.person else { return [] }
        return desk.has(anyOf: desk.pack.process.trainingRecorders.value) ? ["record"] : []
    }

    package static func forms(at desk: Desk) -> [CommandForm<Training>] {
        [
            CommandForm(
                Form(
                    "record", title: "Record training",
                    intro:
                        "It counts for \(Span.months(desk.pack.process.trainingValidFor.value).text) from the day it was done.",
                    button: "Record the training",
                    fields: [
                        Field(
                            "title", "What the training was", .line(max: 150), missing: "Enter what the training was"),
                        Field(
                            "on", "Date of the training", .date, hint: "For example, 27 9 2026",
                            missing: "Enter the date of the training"),
                    ])
            ) { answers throws(Refusal) in
                // The record's key is the person's identifier; the office puts it among the answers.
                .record(answers.person("id"), title: answers.text("title"), on: try answers.day("on"))
            }
        ]
    }
}
