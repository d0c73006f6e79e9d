package import Policy

extension Judgement {
    /// The stages as lists and filters know them. The raw values stand in views; the labels are for people.
    package enum Status: String, Sendable, CaseIterable, Codable {
        case waiting, returned, permitted, refused, noted, withdrawn

        package var label: String {
            switch self {
            case .waiting: "waiting for an answer"
            case .returned: "sent back with a question"
            case .permitted: "permitted"
            case .refused: "refused"
            case .noted: "noted"
            case .withdrawn: "withdrawn"
            }
        }
    }

    package var status: Status {
        switch phase {
        case .waiting: .waiting
        case .returned: .returned
        case .withdrawn: .withdrawn
        case .answered(let reply, _):
            switch reply.outcome {
            case .permitted: .permitted
            case .refused: .refused
            case .noted: .noted
            }
        }
    }

    /// By how the situation begins.
    package var title: String {
        let words = matter.situation.firstLine(atMost: 60)
        return matter.departure == nil ? "Question: \(words)" : "Departure: \(words)"
    }

    package var summary: Summary {
        Summary(
            title: title, subtitle: matter.departure == nil ? "question" : "departure", status: status.rawValue,
            duties: duties,
            facets: [
                SummaryFacet("person", teller.rawValue),
                SummaryFacet("origin", matter.departure == nil ? "question" : "departure"),
            ] + (asksForChange ? [SummaryFacet("asks", "change")] : []),
            searchText: "\(matter.question) \(matter.situation)", audience: audience)
    }

    /// The teller and those who answer. Who edits the policy sees it once a change of the policy is asked for.
    private var audience: [Audience] {
        [.person(teller)] + recipients.map(Audience.role) + (change == nil ? [] : Desk.keepers.map(Audience.role))
    }

    private var duties: [Duty] {
        let own: [Duty] =
            switch phase {
            case .waiting(let since, let due):
                [
                    Duty(
                        "answer", matter.departure == nil ? "Answer a question" : "Answer a departure from the policy",
                        for: recipients.map(Assignee.role), except: teller, action: "answer", due: due, since: since)
                ]
            case .returned(_, _, let at):
                [
                    Duty(
                        "explain", "Say more about what you told or asked", for: [.person(teller)], action: "explain",
                        due: nil, since: at)
                ]
            case .answered(let reply, readAt: nil):
                [
                    Duty(
                        "read", "Read the answer that you were given", for: [.person(teller)], action: "acknowledge",
                        due: nil, since: reply.at)
                ]
            case .answered, .withdrawn: []
            }
        guard let change, change.settled == nil else { return own }
        return own + [
            Duty(
                "change", "See to a change of the policy that was asked for", for: Desk.keepers.map(Assignee.role),
                action: "settleChange", due: nil, since: change.at)
        ]
    }

    package static func span(ofDuty key: String, under process: Process) -> Span? {
        key == "answer" ? process.departuresAnsweredWithin.value : nil
    }

    package var people: Set<PersonID> { [teller] }
}
