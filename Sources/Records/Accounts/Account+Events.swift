package import Policy

extension Account {
    package enum Command: Sendable, Equatable {
        case apply(AccountIdentity, BusinessCase, lead: PersonID, operators: [PersonID])
        case revise(AccountIdentity, BusinessCase, lead: PersonID, operators: [PersonID])
        case withdraw(reason: String)
        case approve(note: String)
        case sendBack(reason: String)
        case reject(reason: String)
        case open(Opening, posters: [PersonID], administrators: [PersonID], sealedSecret: String)
        case changePassword(sealedSecret: String, reason: String)
        case reveal(reason: String)
        case setPeople(posters: [PersonID], administrators: [PersonID])
        case review([PersonID: Verdict], note: String)
        case handOver(to: PersonID, note: String)
        case close(on: Day, reason: String)
        /// `sealedSecret`: empty where the connection needs none.
        case connect(Connection, sealedSecret: String)
        case disconnect(reason: String)
        case reportUnofficial(AccountIdentity, address: String, description: String)
        case actOnUnofficial(done: String, isSettled: Bool)
        /// Somebody whom the account names has left the school: given by the office alone.
        case noteLeaver(PersonID)

        /// What a reviewer says of one person's access.
        package enum Verdict: String, Sendable, CaseIterable { case keep, remove }
    }

    package enum Event: RecordEvent {
        case applied(identity: AccountIdentity, application: Application)
        case revised(identity: AccountIdentity, application: Application)
        case withdrawn(reason: String, by: PersonID, at: Instant)
        case approved(approval: Approval)
        case sentBack(reason: String, by: PersonID, at: Instant)
        case rejected(reason: String, by: PersonID, at: Instant)
        case opened(
            opening: Opening, posters: [PersonID], administrators: [PersonID], sealedSecret: String, by: PersonID,
            reviewers: [Role], reviewDue: Instant, at: Instant)
        case passwordChanged(sealedSecret: String, reason: String, by: PersonID, at: Instant)
        case revealed(reason: String, by: PersonID, at: Instant)
        case peopleSet(posters: [PersonID], administrators: [PersonID], by: PersonID, rotation: Demand?, at: Instant)
        case accessReviewed(review: AccessReview, rotation: Demand?, handover: Demand?, nextDue: Instant)
        case handedOver(to: PersonID, from: PersonID?, note: String, by: PersonID, at: Instant)
        case closed(on: Day, reason: String, by: PersonID, at: Instant)
        case connected(connection: Connection, sealedSecret: String, by: PersonID, at: Instant)
        case disconnected(reason: String, by: PersonID, at: Instant)
        case unofficialReported(identity: AccountIdentity, account: UnofficialAccount)
        case unofficialActedOn(action: UnofficialAccount.Action, isSettled: Bool)
        /// `deciders`: who decides on a waiting application from now on, where that changes.
        case leaverNoted(person: PersonID, rotation: Demand?, handover: Demand?, deciders: [Role]?, at: Instant)

        package var name: String {
            switch self {
            case .applied: "applied"
            case .revised: "revised"
            case .withdrawn: "withdrawn"
            case .approved: "approved"
            case .sentBack: "sentBack"
            case .rejected: "rejected"
            case .opened: "opened"
            case .passwordChanged: "passwordChanged"
            case .revealed: "revealed"
            case .peopleSet: "peopleSet"
            case .accessReviewed: "accessReviewed"
            case .handedOver: "handedOver"
            case .closed: "closed"
            case .connected: "connected"
            case .disconnected: "disconnected"
            case .unofficialReported: "unofficialReported"
            case .unofficialActedOn: "unofficialActedOn"
            case .leaverNoted: "leaverNoted"
            }
        }
    }
}
