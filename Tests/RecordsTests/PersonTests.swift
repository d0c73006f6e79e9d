import Testing

@testable import Policy
@testable import Records

@Suite("People")
struct PersonTests {
    enum Stage: CaseIterable { case none, here, left }
    enum Order: CaseIterable {
        case join, correct, changeRoles, leave

        var command: Person.Command {
            switch self {
            case .join: .join(Cast.lead.id, .sample, on: Moment.today)
            case .correct: .correct(name: "Lee Ader", email: "lee@school.example")
            case .changeRoles: .changeRoles([.teacher, .dsl])
            case .leave: .leave(on: Moment.today)
            }
        }
    }

    private func state(_ stage: Stage, roles: [Role] = [.teacher], id: PersonID = Cast.lead.id) -> Person? {
        switch stage {
        case .none: nil
        case .here:
            Person(
                id: id, particulars: .init(name: "Lead", email: "lead@school.example", roles: roles),
                joined: Moment.today.adding(days: -9))
        case .left:
            Person(
                id: id, particulars: .init(name: "Lead", email: "lead@school.example", roles: roles),
                joined: Moment.today.adding(days: -9),
                left: Moment.today)
        }
    }

    @Test("each command is carried out or refused at each stage", arguments: Stage.allCases, Order.allCases)
    func transitions(stage: Stage, order: Order) throws {
        let expected: Refusal? =
            switch (stage, order) {
            case (.none, .join), (.here, .correct), (.here, .changeRoles), (.here, .leave), (.left, .correct): nil
            case (.none, _): .notFound
            case (_, .join): .wrongState("This person has been added already.")
            case (.left, .changeRoles): .wrongState("Lead has left, so their roles cannot change.")
            case (.left, .leave): .wrongState("Lead has been recorded as having left already.")
            }
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        #expect(refusal { () throws(Refusal) in try Person.decide(state(stage), order.command, at: desk) } == expected)
    }

    @Test("only the administrator and the headteacher keep people", arguments: Role.allCases, Order.allCases)
    func keepers(role: Role, order: Order) throws {
        let desk = try Desk.of(.dpo, roles: [role], pack: .named("oakdene"))
        let stage = order == .join ? Stage.none : .here
        let refusal = refusal { () throws(Refusal) in try Person.decide(state(stage), order.command, at: desk) }
        let isKeeper = role == .administrator || role == .headteacher
        #expect(
            refusal
                == (isKeeper
                    ? nil
                    : .notAuthorised(
                        reason: "You may not add people or change them.", whoMay: [.administrator, .headteacher])))
    }

    @Test("nobody changes their own roles, whichever they hold", arguments: Role.allCases)
    func ownRoles(role: Role) throws {
        let desk = try Desk.of(.lead, roles: [role, .administrator, .headteacher], pack: .named("oakdene"))
        #expect(
            throws: Refusal.notAuthorised(
                reason: "Nobody changes their own roles. Ask another administrator or the headteacher.",
                whoMay: [.administrator, .headteacher])
        ) { try Person.decide(state(.here), Order.changeRoles.command, at: desk) }
    }

    @Test(
        "the last holder of a role that decides or opens neither leaves nor gives it up",
        arguments: [
            ("grange", [.headteacher], "Headteacher"), ("oakdene", [.slt], "Senior leader (SLT)"),
            ("oakdene", [.headteacher], "Senior leader (SLT)"), ("oakdene", [.administrator], "Administrator"),
        ] as [(String, [Role], String)])
    func orphans(pack: String, roles: [Role], label: String) throws {
        let alone = try Desk.of(.office, pack: .named(pack), holders: [.headteacher: 1, .slt: 1, .administrator: 1])
        let two = try Desk.of(.office, pack: .named(pack), holders: [.headteacher: 2, .slt: 2, .administrator: 2])
        let person = state(.here, roles: roles)
        let message = "Lead is the only \(label) and has duties in that role. Give it to somebody else first"
        #expect(throws: Refusal.incomplete([FieldProblem("on", message)])) {
            try Person.decide(person, .leave(on: Moment.today), at: alone)
        }
        #expect(throws: Refusal.incomplete([FieldProblem("roles", message)])) {
            try Person.decide(person, .changeRoles([.teacher]), at: alone)
        }
        #expect(throws: Never.self) { try Person.decide(person, .leave(on: Moment.today), at: two) }
        #expect(throws: Never.self) { try Person.decide(person, .changeRoles([.teacher]), at: two) }
    }

    @Test("a role that includes another may be changed for it by its only holder")
    func included() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"), holders: [.slt: 1, .administrator: 1])
        #expect(
            try Person.decide(state(.here, roles: [.headteacher]), .changeRoles([.slt]), at: desk) == [
                .rolesChanged(roles: [.slt])
            ])
    }

    @Test(
        "the last day is between joining and today",
        arguments: [
            (1, "Last day must be today or earlier: record a leaver on their last day"),
            (-10, "Last day must not be before 11 November 2026, when they joined"), (0, nil), (-9, nil),
        ] as [(Int, String?)])
    func lastDay(offset: Int, message: String?) throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let command = Person.Command.leave(on: Moment.today.adding(days: offset))
        #expect(
            refusal { () throws(Refusal) in try Person.decide(state(.here), command, at: desk) }
                == message.map { .incomplete([FieldProblem("on", $0)]) })
    }

    @Test("an address is kept in lower case, and roles once each in order")
    func tidied() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let particulars = Person.Particulars(name: "A B", email: "A.B@School.Example", roles: [.dsl, .teacher, .dsl])
        #expect(
            try Person.decide(nil, .join(Cast.lead.id, particulars, on: Moment.today), at: desk)
                == [
                    .joined(
                        person: Cast.lead.id,
                        particulars: .init(name: "A B", email: "a.b@school.example", roles: [.teacher, .dsl]),
                        on: Moment.today)
                ])
    }

    @Test("somebody without a role is not added, and nobody's last role is taken")
    func noRole() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let problem = Refusal.incomplete([FieldProblem("roles", "Choose at least one role")])
        #expect(throws: problem) {
            try Person.decide(
                nil, .join(Cast.lead.id, .init(name: "A", email: "a@b.c", roles: []), on: Moment.today), at: desk)
        }
        #expect(throws: problem) { try Person.decide(state(.here), .changeRoles([]), at: desk) }
    }

    @Test("what changes nothing is no event")
    func unchanged() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        #expect(try Person.decide(state(.here), .correct(name: "Lead", email: "LEAD@school.example"), at: desk).isEmpty)
        #expect(try Person.decide(state(.here), .changeRoles([.teacher]), at: desk).isEmpty)
    }

    @Test(
        "roles bring others with them",
        arguments: [
            ([.headteacher], [.headteacher, .slt, .staff]), ([.dsl], [.dsl, .slt, .staff]),
            ([.teacher], [.teacher, .staff]),
            ([.administrator], [.administrator, .staff]), ([.chair], [.chair, .governor]), ([.volunteer], [.volunteer]),
            ([], []),
        ] as [([Role], Set<Role>)])
    func including(given: [Role], all: Set<Role>) { #expect(Role.including(given) == all) }

    @Test("a leaver holds no role and stands in no list of holders")
    func leaverRoles() {
        #expect(state(.left, roles: [.headteacher])?.roles == [])
        #expect(state(.left)?.summary.facets.map(\.name) == ["email"])
        #expect(state(.left)?.summary.status == "left")
    }
}

extension Person.Particulars {
    static let sample = Person.Particulars(name: "Lead", email: "lead@school.example", roles: [.teacher])
}
