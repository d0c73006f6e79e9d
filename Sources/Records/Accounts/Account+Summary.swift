package import Policy

extension Account {
    /// The stages as lists and filters know them. The raw values stand in views; the labels are for people.
    package enum Status: String, Sendable, CaseIterable, Codable {
        case applied, returned, approved, open, closed, rejected, withdrawn, unofficial
        case unofficialSettled = "unofficial-settled"

        package var label: String {
            switch self {
            case .applied: "waiting for a decision"
            case .returned: "sent back"
            case .approved: "approved, to be opened"
            case .open: "open"
            case .closed: "closed"
            case .rejected: "rejected"
            case .withdrawn: "withdrawn"
            case .unofficial: "not official"
            case .unofficialSettled: "not official, settled"
            }
        }
    }

    package var status: Status {
        switch phase {
        case .applied: .applied
        case .returned: .returned
        case .rejected: .rejected
        case .withdrawn: .withdrawn
        case .approved: .approved
        case .open: .open
        case .closed: .closed
        case .unofficial(let account): account.isSettled ? .unofficialSettled : .unofficial
        }
    }

    package var title: String { "\(identity.name) on \(identity.platformName)" }

    package var summary: Summary {
        Summary(
            title: title, subtitle: identity.platformName, status: status.rawValue, duties: duties,
            facets: people.sorted().map { SummaryFacet("person", $0.rawValue) } + [
                SummaryFacet("platform", identity.platform)
            ]
                + (openAccount?.link.map { [SummaryFacet("way", $0.connection.way.rawValue)] } ?? [])
                + (openAccount?.link.map { [SummaryFacet("connected-by", $0.by.rawValue)] } ?? [])
                + (openAccount?.custody.seenBy ?? []).map { SummaryFacet("knows-password", $0.rawValue) },
            searchText: "\(identity.name) \(identity.platformName)", audience: audience)
    }

    /// Everyone on the staff may see which accounts there are; an application is for those whom it concerns.
    private var audience: [Audience] {
        switch phase {
        case .open, .closed, .unofficial: [.everyone]
        case .applied, .returned, .rejected, .withdrawn, .approved:
            people.sorted().map(Audience.person)
                + ([.slt, .administrator, .dpo, .dsl, .chair] + bearers).map(Audience.role)
        }
    }

    /// The roles whose turn it is: they see what they must decide on or open.
    private var bearers: [Role] {
        switch phase {
        case .applied(let application): application.deciders
        case .approved(_, let approval): approval.openers
        case .returned, .rejected, .withdrawn, .open, .closed, .unofficial: []
        }
    }

    package var people: Set<PersonID> {
        switch phase {
        case .applied(let application), .returned(let application, _, _, _), .rejected(let application, _, _, _),
            .withdrawn(let application, _, _), .approved(let application, _):
            Set(application.operators + [application.applicant])
        case .open(let account): Set(account.people)
        case .closed, .unofficial: []
        }
    }

    package static func people(in command: Command) -> Set<PersonID> {
        switch command {
        case .apply(_, _, let lead, let operators), .revise(_, _, let lead, let operators): Set(operators + [lead])
        case .open(_, let posters, let administrators, _), .setPeople(let posters, let administrators):
            Set(posters + administrators)
        case .handOver(let to, _): [to]
        case .noteLeaver(let person): [person]
        case .withdraw, .approve, .sendBack, .reject, .changePassword, .reveal, .review, .close, .connect, .disconnect,
            .reportUnofficial, .actOnUnofficial:
            []
        }
    }

    private var duties: [Duty] {
        switch phase {
        case .applied(let application):
            [
                Duty(
                    "decide", "Decide on the application for \(title)", for: application.deciders.map(Assignee.role),
                    except: application.applicant,
                    action: "approve", due: application.decisionDue, since: application.appliedAt)
            ]
        case .returned(let application, _, _, let at):
            [
                Duty(
                    "revise", "Put the application for \(title) right, or withdraw it",
                    for: [.person(application.applicant)],
                    action: "revise", due: nil, since: at)
            ]
        case .approved(_, let approval):
            [
                Duty(
                    "open", "Open \(title)", for: approval.openers.map(Assignee.role), action: "open",
                    due: approval.openingDue, since: approval.at)
            ]
        case .open(let account): account.duties(for: title)
        case .unofficial(let account) where !account.isSettled:
            [
                Duty(
                    "act", "Act on \(title), which is not official", for: [.role(.slt), .role(.administrator)],
                    action: "actOnUnofficial", due: account.actionDue, since: account.foundAt)
            ]
        case .rejected, .withdrawn, .closed, .unofficial: []
        }
    }
}

extension OpenAccount {
    fileprivate func duties(for title: String) -> [Duty] {
        let keepers = approval.openers.map(Assignee.role)
        var duties = [
            Duty(
                "review", "Review who has access to \(title)", for: reviewers.map(Assignee.role), action: "review",
                due: reviewDue,
                since: lastReview?.at ?? custody.storedAt)
        ]
        if let rotation = custody.rotationDue {
            duties.append(
                Duty(
                    "rotate", "Change the password of \(title)", for: keepers, action: "changePassword",
                    due: rotation.due,
                    since: rotation.since))
        }
        if let handover = handoverDue {
            duties.append(
                Duty(
                    "handOver", "Hand \(title) over, or close it", for: keepers,
                    action: lead == nil ? "handOver" : "setPeople",
                    due: handover.due, since: handover.since))
        }
        if let link, let left = link.connectorLeft {
            duties.append(
                Duty(
                    "reconnect", "Connect \(title) anew: whoever connected it has left", for: keepers,
                    action: "connect",
                    due: nil, since: left))
        }
        return duties
    }
}

extension Account {
    package static func span(ofDuty key: String, under process: Process) -> Span? {
        switch key {
        case "decide": process.accountDecisionWithin.value
        case "open": process.accountCreationWithin.value
        case "review": .months(process.accessReviewEvery.value)
        case "rotate": process.credentialRotationWithin.value
        case "handOver": process.handoverWithin.value
        case "act": process.unofficialActionWithin.value
        default: nil
        }
    }
}
