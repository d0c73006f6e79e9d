package import Policy

extension Account {
    package static func evolve(_ state: Account?, _ event: Event) -> Account {
        switch event {
        case .applied(let identity, let application):
            return Account(identity: identity, phase: .applied(application: application))
        case .unofficialReported(let identity, let account):
            return Account(identity: identity, phase: .unofficial(account: account))
        default: break
        }
        // Every other event follows one of those two: `decide` refuses any other order.
        guard var account = state else {
            return Account(
                identity: AccountIdentity(platform: "other", platformName: "", name: ""),
                phase: .unofficial(account: .empty))
        }
        account.fold(event)
        return account
    }

    private mutating func fold(_ event: Event) {
        switch (phase, event) {
        case (_, .revised(let identity, let application)):
            self.identity = identity
            phase = .applied(application: application)
        case (_, .withdrawn(let reason, _, let at)):
            if let application { phase = .withdrawn(application: application, reason: reason, at: at) }
        case (.applied(let application), .approved(let approval)):
            phase = .approved(application: application, approval: approval)
        case (_, .sentBack(let reason, let by, let at)):
            if let application { phase = .returned(application: application, reason: reason, by: by, at: at) }
        case (_, .rejected(let reason, let by, let at)):
            if let application { phase = .rejected(application: application, reason: reason, by: by, at: at) }
        case (
            .approved(let application, let approval),
            .opened(
                let opening, let posters, let administrators, let secret, let by, let reviewers, let reviewDue, let at)
        ):
            phase = .open(
                account: OpenAccount(
                    application: application, approval: approval, opening: opening, openedBy: by,
                    lead: application.lead,
                    posters: posters, administrators: administrators,
                    custody: Custody(sealedSecret: secret, storedBy: by, storedAt: at, seenBy: [by], rotationDue: nil),
                    reviewDue: reviewDue, reviewers: reviewers, lastReview: nil, handoverDue: nil))
        case (.open(var open), .closed(let on, let reason, let by, _)):
            open.custody.sealedSecret = ""
            phase = .closed(
                account: ClosedAccount(
                    openedOn: open.opening.on, closedOn: on, address: open.opening.address, reason: reason, by: by,
                    posters: open.posters, administrators: open.administrators))
        case (.open(var open), _):
            open.fold(event)
            phase = .open(account: open)
        case (.unofficial(var unofficial), .unofficialActedOn(let action, let isSettled)):
            unofficial.actions.append(action)
            unofficial.isSettled = isSettled
            phase = .unofficial(account: unofficial)
        case (_, .leaverNoted(let person, _, _, let deciders, let at)):
            foldLeaver(person, deciders, at: at)
        default: break
        }
    }

    /// An application goes on without a leaver while somebody is left to carry it; else it is withdrawn.
    private mutating func foldLeaver(_ person: PersonID, _ deciders: [Role]?, at: Instant) {
        guard let was = application else { return }
        guard var rest = was.without(person) else {
            phase = .withdrawn(application: was, reason: "Everyone named in the application has left.", at: at)
            return
        }
        rest.deciders = deciders ?? rest.deciders
        switch phase {
        case .applied: phase = .applied(application: rest)
        case .returned(_, let reason, let by, let at):
            phase = .returned(application: rest, reason: reason, by: by, at: at)
        case .approved:
            // What was approved named this person: it is put again without them.
            phase = .returned(
                application: rest,
                reason: "Somebody named in it left before the account was opened. Name who will run it instead.",
                by: .office, at: at)
        case .rejected, .withdrawn, .open, .closed, .unofficial: break
        }
    }

    /// The application while it is one.
    package var application: Application? {
        switch phase {
        case .applied(let application), .returned(let application, _, _, _), .rejected(let application, _, _, _),
            .withdrawn(let application, _, _), .approved(let application, _):
            application
        case .open(let account): account.application
        case .closed, .unofficial: nil
        }
    }

    package var openAccount: OpenAccount? {
        if case .open(let account) = phase { account } else { nil }
    }
}

extension Application {
    /// The same without one person, carried on by the lead or else by the first of the others; nil when nobody is left.
    func without(_ person: PersonID) -> Application? {
        var rest = self
        rest.operators.removeAll { $0 == person }
        guard let heir = rest.operators.first(where: { $0 == lead }) ?? rest.operators.first else { return nil }
        if lead == person { rest.lead = heir }
        if applicant == person { rest.applicant = heir }
        return rest
    }
}

extension OpenAccount {
    fileprivate mutating func fold(_ event: Account.Event) {
        switch event {
        case .passwordChanged(let secret, _, let by, let at):
            custody = Custody(sealedSecret: secret, storedBy: by, storedAt: at, seenBy: [by], rotationDue: nil)
        case .revealed(_, let by, _):
            if !custody.seenBy.contains(by) { custody.seenBy.append(by) }
        case .peopleSet(let posters, let administrators, _, let rotation, _):
            self.posters = posters
            self.administrators = administrators
            demand(rotation, nil)
            settleHandover()
        case .accessReviewed(let review, let rotation, let handover, let nextDue):
            for person in review.removed { remove(person) }
            lastReview = review
            reviewDue = nextDue
            demand(rotation, handover)
        case .handedOver(let to, _, _, _, _):
            lead = to
            if !posters.contains(to) { posters = (posters + [to]).sorted() }
            settleHandover()
        case .connected(let connection, let secret, let by, let at):
            link = AccountLink(connection: connection, sealedSecret: secret, by: by, at: at)
        case .disconnected: link = nil
        case .leaverNoted(let person, let rotation, let handover, _, let at):
            remove(person)
            demand(rotation, handover)
            if link?.mustBeRenewed(because: person) == true { link?.connectorLeft = at }
        default: break
        }
    }

    private mutating func remove(_ person: PersonID) {
        posters.removeAll { $0 == person }
        administrators.removeAll { $0 == person }
        if lead == person { lead = nil }
    }

    /// An account is in hands again once it has both a lead and an administrator.
    private mutating func settleHandover() {
        if lead != nil, !administrators.isEmpty { handoverDue = nil }
    }

    /// A demand that stands keeps its first due time: a later leaver does not move it.
    private mutating func demand(_ rotation: Demand?, _ handover: Demand?) {
        custody.rotationDue = custody.rotationDue ?? rotation
        handoverDue = handoverDue ?? handover
    }
}

extension UnofficialAccount {
    fileprivate static let empty = UnofficialAccount(
        address: "", foundBy: .office, foundAt: Instant(seconds: 0), description: "", actionDue: Instant(seconds: 0),
        actions: [], isSettled: true)
}
