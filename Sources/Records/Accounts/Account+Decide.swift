package import Policy

extension Account {
    package static func decide(_ state: Account?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch (state?.phase, command) {
        case (nil, .apply(let identity, let purpose, let lead, let operators)):
            try desk.require(
                anyOf: desk.pack.process.applicantsMayBe.value, to: "apply for an account in the school's name")
            return [
                .applied(
                    identity: identity,
                    application: try application(
                        identity, purpose, lead, operators, by: desk.person, version: 1, at: desk))
            ]
        case (.returned(let was, _, _, _), .revise(let identity, let purpose, let lead, let operators)):
            try desk.requireSelf(was.applicant, to: "change this application")
            return [
                .revised(
                    identity: identity,
                    application: try application(
                        identity, purpose, lead, operators, by: was.applicant, version: was.version + 1, at: desk))
            ]
        case (.applied(let was), .withdraw(let reason)), (.returned(let was, _, _, _), .withdraw(let reason)),
            (.approved(let was, _), .withdraw(let reason)):
            try desk.requireSelf(was.applicant, to: "withdraw this application")
            return [.withdrawn(reason: reason, by: desk.person, at: desk.now)]
        case (.applied(let application), .approve(let note)):
            return [try application.approval(note: note, at: desk)]
        case (.applied(let application), .sendBack(let reason)):
            try desk.requireApprover(of: application)
            return [.sentBack(reason: reason, by: desk.person, at: desk.now)]
        case (.applied(let application), .reject(let reason)):
            try desk.requireApprover(of: application)
            return [.rejected(reason: reason, by: desk.person, at: desk.now)]
        case (.approved(let application, let approval), .open(let opening, let posters, let administrators, let secret)):
            return [
                try opened(
                    opening, posters, administrators, secret, application, approval, state?.identity.platform ?? "",
                    at: desk)
            ]
        case (.open(let account), .changePassword(let secret, let reason)):
            try desk.requireCustodian(of: account, to: "change this account's password")
            return [.passwordChanged(sealedSecret: secret, reason: reason, by: desk.person, at: desk.now)]
        case (.open(let account), .reveal(let reason)):
            try desk.requireCustodian(of: account, to: "see this account's password")
            return [.revealed(reason: reason, by: desk.person, at: desk.now)]
        case (.open(let account), .setPeople(let posters, let administrators)):
            return try account.settingPeople(posters, administrators, at: desk)
        case (.open(let account), .review(let verdicts, let note)):
            return [try account.reviewed(verdicts, note: note, at: desk)]
        case (.open(let account), .handOver(let heir, let note)):
            return [try account.handedOver(to: heir, note: note, at: desk)]
        case (.open(let account), .close(let day, let reason)):
            return [try account.closed(on: day, reason: reason, at: desk)]
        case (.open(let account), .connect(let connection, let secret)):
            return [try account.connected(connection, secret, at: desk)]
        case (.open(let account), .disconnect(let reason)):
            return [try account.disconnected(because: reason, at: desk)]
        case (nil, .reportUnofficial(let identity, let address, let description)):
            try desk.require(anyOf: reporters, to: "report an account")
            return [
                .unofficialReported(
                    identity: identity,
                    account: UnofficialAccount(
                        address: address, foundBy: desk.person, foundAt: desk.now, description: description,
                        actionDue: desk.due(within: desk.pack.process.unofficialActionWithin.value), actions: [],
                        isSettled: false))
            ]
        case (.unofficial(let account), .actOnUnofficial(let done, let isSettled)):
            try desk.require(anyOf: [.slt, .administrator], to: "act on an account that is not official")
            guard !account.isSettled else { throw .wrongState("This has been settled already.") }
            return [.unofficialActedOn(action: .init(by: desk.person, at: desk.now, done: done), isSettled: isSettled)]
        case (.some, .noteLeaver(let person)):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Leavers are recorded on the page of the person.", whoMay: [])
            }
            guard let account = state, account.isConcerned(byLeaving: person) else { return [] }
            let demands = account.openAccount?.demands(whenLeaving: person, at: desk)
            return [
                .leaverNoted(
                    person: person, rotation: demands?.rotation, handover: demands?.handover,
                    deciders: account.deciders(without: person, at: desk), at: desk.now)
            ]
        case (nil, _): throw .notFound
        case (.some, .apply), (.some, .reportUnofficial): throw .wrongState("This account is on record already.")
        case (.applied, _), (.returned, _), (.rejected, _), (.withdrawn, _), (.approved, _), (.open, _), (.closed, _),
            (.unofficial, _):
            throw .wrongState("That cannot be done while the account is \(state?.status.label ?? "not on record").")
        }
    }
}

extension Account {
    /// Anyone at all may report an account: reporting is not reading.
    static let reporters = Role.allCases

    /// Whether a leaver leaves something behind here. What was rejected, withdrawn or closed stays as it was.
    fileprivate func isConcerned(byLeaving person: PersonID) -> Bool {
        switch phase {
        case .applied, .returned, .approved: people.contains(person)
        case .open(let account):
            account.people.contains(person) || account.mustChangePassword(because: person)
                || account.link?.mustBeRenewed(because: person) == true
        case .rejected, .withdrawn, .closed, .unofficial: false
        }
    }

    /// Who decides on a waiting application once its applicant has left; nil where nothing changes.
    fileprivate func deciders(without person: PersonID, at desk: Desk) -> [Role]? {
        guard case .applied(let application) = phase, let rest = application.without(person) else { return nil }
        let deciders = desk.approvers(of: rest)
        return deciders == application.deciders ? nil : deciders
    }
}

extension Desk {
    /// Who decides on an application: the pack's approvers, and never the applicant. Where the applicant holds the
    /// approving role alone, the chair of governors stands in, as for every matter that concerns the head.
    func approvers(of application: Application) -> [Role] {
        let approvers = pack.process.accountApprovers.value
        guard let applicant = people[application.applicant], !applicant.roles.isDisjoint(with: approvers) else {
            return approvers
        }
        let others = approvers.contains { (holders[$0] ?? 0) > (applicant.roles.contains($0) ? 1 : 0) }
        return others ? approvers : approvers + [.chair]
    }

    func requireApprover(of application: Application) throws(Refusal) {
        let approvers = approvers(of: application)
        guard person != application.applicant else {
            throw .notAuthorised(reason: "You applied for this account, so somebody else decides.", whoMay: approvers)
        }
        try require(anyOf: approvers, to: "decide on applications for accounts")
    }

    func requireSelf(_ owner: PersonID, to act: String) throws(Refusal) {
        guard person == owner else { throw .notAuthorised(reason: "Only \(name(owner)) may \(act).", whoMay: []) }
    }

    /// Who may know the password: those who open accounts, and the account's own administrators.
    func requireCustodian(of account: OpenAccount, to act: String) throws(Refusal) {
        if account.administrators.contains(person) { return }
        try require(anyOf: pack.process.accountCreators.value, to: act)
    }
}
