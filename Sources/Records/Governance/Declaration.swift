package import Policy

/// One person's confirmations that they have read and understood the policy, edition by edition.
package struct Declaration: Record {
    package static let kind = Kind.declaration

    package var person: PersonID
    /// The edition that they are asked to confirm; nil when nothing is asked.
    package var asked: Asked?
    /// Confirmations given, the oldest first.
    package var given: [Given]
    package var isClosed: Bool

    package struct Asked: Sendable, Equatable, Codable {
        package var edition: String
        package var since: Instant
        package var due: Instant
    }

    package struct Given: Sendable, Equatable, Codable {
        package var edition: String
        package var at: Instant
        /// When it must be given again though the edition is the same; nil where the policy asks once an edition.
        package var renewalDue: Instant?
    }

    package enum Command: Sendable, Equatable {
        /// Asks this person to confirm the edition in force.
        case ask(PersonID)
        case declare
        case close
    }

    package enum Event: RecordEvent {
        case asked(person: PersonID, edition: String, due: Instant, at: Instant)
        case declared(given: Given)
        case closed(at: Instant)

        package var name: String {
            switch self {
            case .asked: "asked"
            case .declared: "declared"
            case .closed: "closed"
            }
        }
    }
}

extension Declaration {
    package static func decide(_ state: Declaration?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        let edition = desk.pack.edition
        switch (state, command) {
        case (_, .ask(let person)):
            if !desk.isReaction { try desk.require(anyOf: Desk.keepers + [.slt], to: "ask for a declaration") }
            guard state?.isClosed != true else { throw .wrongState("This person has left.") }
            guard state?.asked?.edition != edition, state?.given.last?.edition != edition else { return [] }
            return [
                .asked(
                    person: person, edition: edition, due: desk.due(within: desk.pack.process.declarationWithin.value),
                    at: desk.now)
            ]
        case (nil, .declare): throw .notFound
        case (.some(let declaration), .declare):
            guard declaration.person == desk.person else {
                throw .notAuthorised(
                    reason: "Only the person named can confirm that they have read the policy.", whoMay: [])
            }
            guard !declaration.isClosed else { throw .wrongState("This person has left.") }
            guard declaration.canBeGiven(for: edition) else {
                throw .wrongState("You have confirmed this edition already.")
            }
            let renewalDue = desk.pack.process.declarationRepeatsEvery.value.map { desk.due(within: .months($0)) }
            return [.declared(given: Given(edition: edition, at: desk.now, renewalDue: renewalDue))]
        case (_, .close):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "A declaration is closed when its person leaves.", whoMay: [])
            }
            return state?.isClosed == false ? [.closed(at: desk.now)] : []
        }
    }

    package static func evolve(_ state: Declaration?, _ event: Event) -> Declaration {
        var declaration = state ?? Declaration(person: PersonID(""), asked: nil, given: [], isClosed: false)
        switch event {
        case .asked(let person, let edition, let due, let at):
            declaration.person = person
            declaration.asked = Asked(edition: edition, since: at, due: due)
        case .declared(let given):
            declaration.given.append(given)
            declaration.asked = nil
        case .closed:
            declaration.asked = nil
            declaration.isClosed = true
        }
        return declaration
    }

    package var summary: Summary {
        var duties: [Duty] = []
        if let asked {
            duties = [
                duty("declare", "Read the social media policy and confirm it", due: asked.due, since: asked.since)
            ]
        } else if !isClosed, let last = given.last, let due = last.renewalDue {
            duties = [duty("renew", "Read the social media policy again and confirm it", due: due, since: last.at)]
        }
        return Summary(
            title: "Declaration", subtitle: given.last?.edition ?? "",
            status: isClosed ? "closed" : asked == nil ? "confirmed" : "asked",
            duties: duties, facets: [SummaryFacet("person", person.rawValue)],
            audience: [.person(person), .role(.administrator), .role(.slt), .role(.governor)])
    }

    private func duty(_ key: String, _ title: String, due: Instant, since: Instant) -> Duty {
        Duty(key, title, for: [.person(person)], action: "declare", due: due, since: since)
    }

    private func canBeGiven(for edition: String) -> Bool {
        !isClosed && (given.last?.edition != edition || given.last?.renewalDue != nil)
    }

    package static func span(ofDuty key: String, under process: Process) -> Span? {
        switch key {
        case "declare": process.declarationWithin.value
        case "renew": process.declarationRepeatsEvery.value.map { .months($0) }
        default: nil
        }
    }

    package var people: Set<PersonID> { [person] }
    package static func people(in command: Command) -> Set<PersonID> {
        if case .ask(let person) = command { [person] } else { [] }
    }

    package static func available(_ state: Declaration?, at desk: Desk) -> [String] {
        guard let state, state.person == desk.person, state.canBeGiven(for: desk.pack.edition) else { return [] }
        return ["declare"]
    }

    package static func forms(at desk: Desk) -> [CommandForm<Declaration>] {
        [
            CommandForm(
                Form(
                    "declare", title: "Confirm that you have read the policy",
                    intro:
                        "Read the school's social media policy first. Your name, the edition and the time are recorded.",
                    button: "Confirm",
                    fields: [
                        Field(
                            "understood",
                            "I have read this edition of the social media policy, I understand it and I will follow it",
                            .confirm, missing: "Tick the box to confirm that you have read and understood the policy")
                    ])
            ) { _ in .declare }
        ]
    }
}
