package import Policy

/// Somebody who works for, governs or helps the school: joins with roles, changes them, leaves.
package struct Person: Record {
    package static let kind = Kind.person

    package var id: PersonID
    package var particulars: Particulars
    package var joined: Day
    /// The last day; nil while they are here.
    package var left: Day?

    package struct Particulars: Sendable, Equatable, Codable {
        package var name: String
        /// Lower case; also the name to sign in with.
        package var email: String
        package var roles: [Role]
        package init(name: String, email: String, roles: [Role]) {
            self.name = name
            self.email = email
            self.roles = roles
        }
    }

    package enum Command: Sendable, Equatable {
        case join(PersonID, Particulars, on: Day)
        case correct(name: String, email: String)
        case changeRoles([Role])
        case leave(on: Day)
        /// Notes that a link was made with which this person sets a password: whoever has it can become them.
        case noteLink
    }

    package enum Event: RecordEvent {
        case joined(person: PersonID, particulars: Particulars, on: Day)
        case corrected(name: String, email: String)
        case rolesChanged(roles: [Role])
        case left(on: Day)
        case linkMade(at: Instant)

        package var name: String {
            switch self {
            case .joined: "joined"
            case .corrected: "corrected"
            case .rolesChanged: "rolesChanged"
            case .left: "left"
            case .linkMade: "linkMade"
            }
        }
    }

    /// Who may add people, change their roles and see them off.
    package static let keepers = Desk.keepers
}

extension Person {
    package static func decide(_ state: Person?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        if !desk.isReaction { try desk.require(anyOf: keepers, to: "add people or change them") }
        switch (state, command) {
        case (nil, .join(let id, let particulars, let day)):
            return [.joined(person: id, particulars: try checked(particulars), on: day)]
        case (nil, .correct), (nil, .changeRoles), (nil, .leave), (nil, .noteLink): throw .notFound
        case (.some, .join): throw .wrongState("This person has been added already.")
        case (.some(let person), .correct(let name, let email)):
            let was = person.particulars
            let now = try checked(Particulars(name: name, email: email, roles: was.roles))
            return now == was ? [] : [.corrected(name: now.name, email: now.email)]
        case (.some(let person), .changeRoles(let roles)):
            return try person.changingRoles(roles, at: desk)
        case (.some(let person), .leave(let day)):
            return try person.leaving(on: day, at: desk)
        case (.some(let person), .noteLink):
            guard person.isActive else {
                throw .wrongState("\(person.particulars.name) has left, so they cannot sign in.")
            }
            return [.linkMade(at: desk.now)]
        }
    }

    private static func checked(_ particulars: Particulars) throws(Refusal) -> Particulars {
        guard !particulars.roles.isEmpty else { throw .incomplete([FieldProblem("roles", "Choose at least one role")]) }
        return Particulars(
            name: particulars.name, email: particulars.email.lowercased(), roles: Set(particulars.roles).sorted())
    }

    private func changingRoles(_ roles: [Role], at desk: Desk) throws(Refusal) -> [Event] {
        guard left == nil else { throw .wrongState("\(particulars.name) has left, so their roles cannot change.") }
        guard id != desk.person else {
            throw .notAuthorised(
                reason: "Nobody changes their own roles. Ask another administrator or the headteacher.",
                whoMay: Person.keepers)
        }
        let now = try Person.checked(Particulars(name: particulars.name, email: particulars.email, roles: roles)).roles
        try refuseOrphans(
            losing: Role.including(particulars.roles).subtracting(Role.including(now)), field: "roles", at: desk)
        return now == particulars.roles ? [] : [.rolesChanged(roles: now)]
    }

    private func leaving(on day: Day, at desk: Desk) throws(Refusal) -> [Event] {
        guard left == nil else { throw .wrongState("\(particulars.name) has been recorded as having left already.") }
        guard day >= joined else {
            throw .incomplete([FieldProblem("on", "Last day must not be before \(joined.longText), when they joined")])
        }
        guard day <= desk.today else {
            throw .incomplete([
                FieldProblem("on", "Last day must be today or earlier: record a leaver on their last day")
            ])
        }
        try refuseOrphans(losing: roles, field: "on", at: desk)
        return [.left(on: day)]
    }

    /// A role that approves, opens or keeps people must always have a holder, or its duties would be nobody's.
    private func refuseOrphans(losing lost: Set<Role>, field: String, at desk: Desk) throws(Refusal) {
        let process = desk.pack.process
        let needed = Set(process.accountApprovers.value + process.accountCreators.value)
        for role in lost.sorted() where needed.contains(role) && (desk.holders[role] ?? 0) <= 1 {
            throw .incomplete([
                FieldProblem(
                    field,
                    "\(particulars.name) is the only \(role.label) and has duties in that role. Give it to somebody else first"
                )
            ])
        }
    }

    package static func evolve(_ state: Person?, _ event: Event) -> Person {
        if case .joined(let id, let particulars, let day) = event {
            return Person(id: id, particulars: particulars, joined: day, left: nil)
        }
        // Every other event follows `joined`: `decide` refuses any other order.
        guard var person = state else {
            return Person(
                id: PersonID(""), particulars: Particulars(name: "", email: "", roles: []), joined: Day(number: 0),
                left: nil)
        }
        switch event {
        case .joined: break
        case .corrected(let name, let email):
            person.particulars.name = name
            person.particulars.email = email
        case .rolesChanged(let roles): person.particulars.roles = roles
        case .left(let day): person.left = day
        case .linkMade: break
        }
        return person
    }

    package var isActive: Bool { left == nil }
    /// The roles held, with those that they include; none once the person has left.
    package var roles: Set<Role> { isActive ? Role.including(particulars.roles) : [] }

    package var summary: Summary {
        Summary(
            title: particulars.name, subtitle: particulars.roles.map(\.label).joined(separator: ", "),
            status: isActive ? "here" : "left",
            facets: [SummaryFacet("email", particulars.email)]
                + roles.sorted().map { SummaryFacet("role", $0.rawValue) },
            searchText: particulars.name, audience: [.everyone])
    }

    package var people: Set<PersonID> { [id] }
    package static func people(in command: Command) -> Set<PersonID> { [] }

    package static func available(_ state: Person?, at desk: Desk) -> [String] {
        guard desk.has(anyOf: keepers) else { return [] }
        guard let person = state else { return ["join"] }
        guard person.isActive else { return ["correct"] }
        return person.id == desk.person ? ["correct", "leave"] : ["changeRoles", "correct", "leave"]
    }
}

extension Role {
    /// Roles with those that they include: a headteacher is a senior leader, and everyone employed is staff.
    package static func including(_ roles: [Role]) -> Set<Role> {
        var all = Set(roles)
        if !all.isDisjoint(with: [.headteacher, .dsl]) { all.insert(.slt) }
        if !all.isDisjoint(with: [.teacher, .slt, .administrator]) { all.insert(.staff) }
        if all.contains(.chair) { all.insert(.governor) }
        return all
    }
}
