import Testing

@testable import Policy
@testable import Records

@Suite("Who may do what to an account")
struct AccountAuthorityTests {
    static let packs = ["dronfield", "grange", "oakdene", "st-martins", "waterville", "synthetic"]

    private func pack(_ id: String) throws -> Pack { id == "synthetic" ? try .synthetic() : try .named(id) }

    /// Every set of the roles that could matter to a decision.
    private static var subsets: [Set<Role>] {
        let roles: [Role] = [.teacher, .slt, .headteacher, .administrator, .governor, .chair, .dpo]
        return (0..<(1 << roles.count)).map { mask in
            Set(roles.indices.filter { mask & (1 << $0) != 0 }.map { roles[$0] })
        }
    }

    @Test("nobody decides on their own application, whichever roles they hold", arguments: packs)
    func ownApplication(id: String) throws {
        let pack = try pack(id)
        let state = try Stage.applied.state(under: pack)
        for roles in Self.subsets {
            for count in [0, 1, 5] {
                let holders = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, count) })
                let desk = try Desk.of(.applicant, roles: Role.including(Array(roles)), pack: pack, holders: holders)
                for order in [Order.approve, .reject, .sendBack] {
                    let refusal = refusal { () throws(Refusal) in try Account.decide(state, order.command, at: desk) }
                    guard case .notAuthorised(let reason, _) = refusal else {
                        Issue.record("\(order) by \(roles) gave \(String(describing: refusal))")
                        continue
                    }
                    #expect(reason == "You applied for this account, so somebody else decides.")
                }
                #expect(Account.available(state, at: desk) == ["withdraw"])
            }
        }
    }

    @Test("the pack's approvers decide, and nobody else", arguments: packs, Role.allCases)
    func approvers(id: String, role: Role) throws {
        let pack = try pack(id)
        let state = try Stage.applied.state(under: pack)
        let approvers = pack.process.accountApprovers.value
        let desk = try Desk.of(.leader, roles: [role], pack: pack)
        for order in [Order.approve, .reject, .sendBack] {
            if approvers.contains(role) {
                #expect(throws: Never.self) { try Account.decide(state, order.command, at: desk) }
            } else {
                #expect(
                    throws: Refusal.notAuthorised(
                        reason: "You may not decide on applications for accounts.", whoMay: approvers)
                ) {
                    try Account.decide(state, order.command, at: desk)
                }
            }
        }
    }

    @Test("the pack's openers open an approved account, and nobody else", arguments: packs, Role.allCases)
    func openers(id: String, role: Role) throws {
        let pack = try pack(id)
        let approver = try Desk.of(.leader, roles: Set(pack.process.accountApprovers.value), pack: pack)
        var state = try Stage.applied.state(under: pack)
        for event in try Account.decide(state, Order.approve.command, at: approver) {
            state = Account.evolve(state, event)
        }
        let desk = try Desk.of(.dpo, roles: [role], pack: pack)
        let openers = pack.process.accountCreators.value
        if openers.contains(role) {
            #expect(throws: Never.self) { try Account.decide(state, Order.open.command, at: desk) }
        } else {
            #expect(throws: Refusal.notAuthorised(reason: "You may not open accounts.", whoMay: openers)) {
                try Account.decide(state, Order.open.command, at: desk)
            }
        }
    }

    @Test(
        "the chair stands in only while the applicant alone holds the approving role",
        arguments: [(1, true), (2, false)])
    func chairStandsIn(heads: Int, chairDecides: Bool) throws {
        let pack = try Pack.named("grange")
        let applying = try Desk.of(.head, pack: pack, holders: [.headteacher: heads, .administrator: 1])
        let applied = try Account.decide(nil, Order.apply.command, at: applying)
        let state = applied.reduce(Account?.none) { Account.evolve($0, $1) }
        let deciding = try Desk.of(.chair, pack: pack, holders: [.headteacher: heads, .administrator: 1])
        #expect(state?.application?.deciders == (chairDecides ? [.headteacher, .chair] : [.headteacher]))
        let refusal = refusal { () throws(Refusal) in try Account.decide(state, Order.approve.command, at: deciding) }
        #expect((refusal == nil) == chairDecides)
        #expect(Account.available(state, at: deciding).contains("approve") == chairDecides)
    }

    @Test(
        "the chair has no say while the applicant holds no approving role, however few hold it", arguments: [0, 1, 2])
    func chairOtherwise(heads: Int) throws {
        let pack = try Pack.named("grange")
        let state = try Stage.applied.state(under: pack)
        let desk = try Desk.of(.chair, pack: pack, holders: [.headteacher: heads])
        #expect(
            throws: Refusal.notAuthorised(
                reason: "You may not decide on applications for accounts.", whoMay: [.headteacher])
        ) {
            try Account.decide(state, Order.approve.command, at: desk)
        }
    }

    @Test("when the applicant leaves and the only approver carries on, the chair decides and has the duty")
    func heirIsTheApprover() throws {
        let pack = try Pack.named("grange")
        var state: Account?
        let command = Account.Command.apply(.sample, .sample, lead: Cast.head.id, operators: [Cast.applicant.id])
        for event in try Account.decide(nil, command, at: .of(.applicant, pack: pack)) {
            state = Account.evolve(state, event)
        }
        let noting = try Desk.of(.office, pack: pack, holders: [.headteacher: 1], isReaction: true)
        for event in try Account.decide(state, .noteLeaver(Cast.applicant.id), at: noting) {
            state = Account.evolve(state, event)
        }
        #expect(state?.application?.applicant == Cast.head.id)
        #expect(state?.summary.duties.first?.assignees == [.role(.headteacher), .role(.chair)])
        #expect(state?.summary.duties.first?.except == Cast.head.id)
    }

    @Test(
        "only the applicant changes or withdraws their application",
        arguments: Cast.allCases.filter { $0 != .applicant })
    func onlyTheApplicant(who: Cast) throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(who, roles: Set(Role.allCases), pack: pack)
        for (stage, order, act) in [
            (Stage.returned, Order.revise, "change"), (.returned, .withdraw, "withdraw"),
            (.applied, .withdraw, "withdraw"),
            (.approved, .withdraw, "withdraw"),
        ] {
            #expect(throws: Refusal.notAuthorised(reason: "Only Applicant may \(act) this application.", whoMay: [])) {
                try Account.decide(stage.state(under: pack), order.command, at: desk)
            }
        }
    }

    @Test(
        "each command on an open account is for its roles alone",
        arguments: [
            (Order.changePassword, "change this account's password", [Role.administrator]),
            (.reveal, "see this account's password", [.administrator]),
            (.setPeople, "change who runs an account", [.administrator, .slt]),
            (.review, "review who has access", [.administrator, .slt]),
            (.handOver, "hand an account over", [.administrator, .slt]),
            (.close, "close an account", [.administrator, .slt]),
        ])
    func openAccount(order: Order, act: String, may: [Role]) throws {
        let pack = try Pack.named("oakdene")
        let state = try Stage.open.state(under: pack)
        for role in Role.allCases {
            let desk = try Desk.of(.dpo, roles: [role], pack: pack)
            if may.contains(role) {
                #expect(throws: Never.self) { try Account.decide(state, order.command, at: desk) }
            } else {
                #expect(throws: Refusal.notAuthorised(reason: "You may not \(act).", whoMay: may)) {
                    try Account.decide(state, order.command, at: desk)
                }
            }
        }
    }

    @Test(
        "an account's own administrator sees and changes its password without any role",
        arguments: [Order.reveal, .changePassword])
    func custodian(order: Order) throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.head, roles: [], pack: pack)
        #expect(throws: Never.self) { try Account.decide(Stage.open.state(under: pack), order.command, at: desk) }
    }

    @Test("a poster who is no administrator of the account does not see its password")
    func posterSeesNoPassword() throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.lead, pack: pack)
        #expect(
            throws: Refusal.notAuthorised(reason: "You may not see this account's password.", whoMay: [.administrator])
        ) {
            try Account.decide(Stage.open.state(under: pack), Order.reveal.command, at: desk)
        }
    }

    @Test("the pack says who may apply", arguments: packs, Role.allCases)
    func applicants(id: String, role: Role) throws {
        let pack = try pack(id)
        let desk = try Desk.of(.dpo, roles: [role], pack: pack)
        let may = pack.process.applicantsMayBe.value
        let refusal = refusal { () throws(Refusal) in try Account.decide(nil, Order.apply.command, at: desk) }
        #expect(
            refusal
                == (may.contains(role)
                    ? nil
                    : .notAuthorised(reason: "You may not apply for an account in the school's name.", whoMay: may)))
    }

    @Test("anyone of the school reports an account that is not official", arguments: Role.allCases)
    func reporters(role: Role) throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.dpo, roles: [role], pack: pack)
        #expect(throws: Never.self) { try Account.decide(nil, Order.reportUnofficial.command, at: desk) }
    }

    @Test("only senior leaders and the administrator act on an account that is not official", arguments: Role.allCases)
    func actors(role: Role) throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.dpo, roles: [role], pack: pack)
        let refusal = refusal { () throws(Refusal) in
            try Account.decide(
                Account.evolve(nil, .unofficialReported(identity: .sample, account: .sample)),
                Order.actOnUnofficial.command, at: desk)
        }
        #expect(
            refusal
                == ([.slt, .administrator].contains(role)
                    ? nil
                    : .notAuthorised(
                        reason: "You may not act on an account that is not official.", whoMay: [.slt, .administrator])))
    }
}

extension UnofficialAccount {
    static let sample = UnofficialAccount(
        address: "https://example.org/notours", foundBy: Cast.volunteer.id, foundAt: Moment.now,
        description: "Uses our badge.",
        actionDue: Moment.now.adding(seconds: 86_400), actions: [], isSettled: false)
}
