@testable import Policy
@testable import Records

/// Every stage of an account's life, with a state that has come to it by decisions.
enum Stage: String, CaseIterable {
    case none, applied, returned, rejected, withdrawn, approved, open, closed, unofficial, settled

    /// The words for the stage in a refusal.
    var words: String {
        switch self {
        case .none: ""
        case .applied: "waiting for a decision"
        case .returned: "sent back"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        case .approved: "approved, to be opened"
        case .open: "open"
        case .closed: "closed"
        case .unofficial: "not official"
        case .settled: "not official, settled"
        }
    }

    /// The commands that led here, each with who gave it.
    private var steps: [(Cast, Order)] {
        let applied: [(Cast, Order)] = [(.applicant, .apply)]
        return switch self {
        case .none: []
        case .applied: applied
        case .returned: applied + [(.head, .sendBack)]
        case .rejected: applied + [(.head, .reject)]
        case .withdrawn: applied + [(.applicant, .withdraw)]
        case .approved: applied + [(.head, .approve)]
        case .open: applied + [(.head, .approve), (.office, .open)]
        case .closed: applied + [(.head, .approve), (.office, .open), (.office, .close)]
        case .unofficial: [(.volunteer, .reportUnofficial)]
        case .settled: [(.volunteer, .reportUnofficial), (.leader, .actOnUnofficial)]
        }
    }

    func state(under pack: Pack) throws -> Account? {
        var state: Account?
        for (who, order) in steps {
            for event in try Account.decide(state, order.command, at: .of(who, pack: pack)) {
                state = Account.evolve(state, event)
            }
        }
        return state
    }

    /// The commands that somebody may give here.
    var allowed: Set<Order> {
        switch self {
        case .none: [.apply, .reportUnofficial]
        case .applied: [.withdraw, .approve, .sendBack, .reject, .noteLeaver]
        case .returned: [.revise, .withdraw, .noteLeaver]
        case .approved: [.open, .withdraw, .noteLeaver]
        case .open: [.changePassword, .reveal, .setPeople, .review, .handOver, .close, .connect, .noteLeaver]
        case .unofficial: [.actOnUnofficial, .noteLeaver]
        case .rejected, .withdrawn, .closed, .settled: [.noteLeaver]
        }
    }
}

/// Every command of an account, each with a form that is good.
enum Order: String, CaseIterable {
    case apply, revise, withdraw, approve, sendBack, reject, open, changePassword, reveal, setPeople, review, handOver,
        close
    case connect
    case reportUnofficial, actOnUnofficial, noteLeaver

    var command: Account.Command {
        switch self {
        case .apply: .apply(.sample, .sample, lead: Cast.lead.id, operators: Order.operators)
        case .revise: .revise(.sample, .sample, lead: Cast.lead.id, operators: Order.operators)
        case .withdraw: .withdraw(reason: "Not now.")
        case .approve: .approve(note: "A good case.")
        case .sendBack: .sendBack(reason: "Say who reads it.")
        case .reject: .reject(reason: "There is one already.")
        case .open:
            .open(
                .sample, posters: [Cast.lead.id, Cast.applicant.id], administrators: [Cast.head.id],
                sealedSecret: "sealed-1")
        case .changePassword: .changePassword(sealedSecret: "sealed-2", reason: "A leaver knew it.")
        case .reveal: .reveal(reason: "To sign in on the class tablet.")
        case .setPeople: .setPeople(posters: [Cast.applicant.id, Cast.governor.id], administrators: [Cast.head.id])
        case .review:
            .review([Cast.lead.id: .keep, Cast.applicant.id: .keep, Cast.head.id: .keep], note: "All still need it.")
        case .handOver: .handOver(to: Cast.applicant.id, note: "")
        case .close: .close(on: Moment.today, reason: "No longer used.")
        case .connect: .connect(.mastodon(server: "https://social.example"), sealedSecret: "sealed-3")
        case .reportUnofficial:
            .reportUnofficial(.sample, address: "https://example.org/notours", description: "Uses our badge.")
        case .actOnUnofficial: .actOnUnofficial(done: "Asked the platform to take it down.", isSettled: true)
        case .noteLeaver: .noteLeaver(Cast.lead.id)
        }
    }

    /// Three, so that they are enough for every pack.
    static let operators = [Cast.lead.id, Cast.applicant.id, Cast.governor.id]
}

extension AccountIdentity {
    static let sample = AccountIdentity(platform: "facebook", platformName: "Facebook", name: "@oakclass")
}

extension BusinessCase {
    static let sample = BusinessCase(
        aim: "Share the week.", audience: "Families", promotion: "Newsletter", openness: .open,
        email: "class@school.example")
}

extension Opening {
    static let sample = Opening(
        address: "https://facebook.com/oakclass", on: Moment.today,
        test: OfficialPlatformTest(
            schoolHoldsMasterAccess: true, leadershipHasEditorialOversight: true, hasAsFewAdministratorsAsNeeded: true),
        isInPrivacyNotice: true, privacySetting: "Public", pupilUse: nil)

    func changing(_ change: (inout Opening) -> Void) -> Opening {
        var opening = self
        change(&opening)
        return opening
    }
}

extension Refusal {
    /// The fields at fault, in order; nil for a refusal of another kind.
    var fields: [String]? {
        if case .incomplete(let problems) = self { problems.map(\.field) } else { nil }
    }

    var isOfPersonOrStage: Bool {
        switch self {
        case .notAuthorised, .wrongState: true
        case .incomplete, .superseded, .notFound: false
        }
    }
}

/// The refusal that a decision ends in; nil when it is taken.
func refusal<Result>(_ decision: () throws(Refusal) -> Result) -> Refusal? {
    do {
        _ = try decision()
        return nil
    } catch { return error }
}
