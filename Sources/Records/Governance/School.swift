package import Policy

/// The school itself: its name, its policy in force, its terms and its addresses. One record a school.
package struct School: Record {
    package static let kind = Kind.school
    /// The key of the one record of this kind.
    package static let key = "school"

    package var name: String
    package var founded: Instant
    package var adopted: PackInForce
    package var terms: [Term]
    package var insetDays: [Day]
    package var emailDomains: [String]
    /// Host names under which the school is reached without its name in the path, lower case.
    package var hosts: [String]
    /// nil until the first is set: a school that was written down before there were any reads as it did.
    private var setBlackouts: [Blackout]?
    /// Days on which nothing is published, in order.
    package var blackouts: [Blackout] {
        get { setBlackouts ?? [] }
        set { setBlackouts = newValue.isEmpty ? nil : newValue.sorted { ($0.first, $0.last) < ($1.first, $1.last) } }
    }

    package init(
        name: String, founded: Instant, adopted: PackInForce, terms: [Term] = [], insetDays: [Day] = [],
        emailDomains: [String] = [],
        hosts: [String] = []
    ) {
        self.name = name
        self.founded = founded
        self.adopted = adopted
        self.terms = terms
        self.insetDays = insetDays
        self.emailDomains = emailDomains
        self.hosts = hosts
    }

    package enum Command: Sendable, Equatable {
        case found(name: String, pack: AdoptedPack)
        case adopt(pack: AdoptedPack)
        case setCalendar(terms: [Term], insetDays: [Day])
        case setEmailDomains([String])
        /// Given by the installation alone: a school could otherwise take the address of another, and its sign-ins.
        case setHosts([String])
        case addBlackout(first: Day, last: Day, reason: Blackout.Reason, note: String)
        /// Ends the one that begins and ends on these days.
        case removeBlackout(first: Day, last: Day)
    }

    package enum Event: RecordEvent {
        case founded(name: String, pack: AdoptedPack, at: Instant)
        case adopted(pack: AdoptedPack, at: Instant)
        case calendarSet(terms: [Term], insetDays: [Day])
        case emailDomainsSet(domains: [String])
        case hostsSet(hosts: [String])
        case blackoutAdded(blackout: Blackout)
        case blackoutRemoved(first: Day, last: Day, by: PersonID, at: Instant)

        package var name: String {
            switch self {
            case .founded: "founded"
            case .adopted: "adopted"
            case .calendarSet: "calendarSet"
            case .emailDomainsSet: "emailDomainsSet"
            case .hostsSet: "hostsSet"
            case .blackoutAdded: "blackoutAdded"
            case .blackoutRemoved: "blackoutRemoved"
            }
        }
    }
}

/// An edition of the policy as a school took it: the whole text, so that an answer given under it can be given again.
package struct AdoptedPack: Sendable, Equatable, Codable {
    package var id: String
    package var edition: String
    /// The pack's YAML.
    package var source: String
    /// SHA-256 of the text, lower-case hexadecimal.
    package var hash: String

    package init(id: String, edition: String, source: String, hash: String) {
        self.id = id
        self.edition = edition
        self.source = source
        self.hash = hash
    }
}

extension AdoptedPack {
    package var inForce: PackInForce { PackInForce(id: id, edition: edition, hash: hash) }
}

/// Which edition is in force. Its text stands in the event that adopted it, and is read from there.
package struct PackInForce: Sendable, Equatable, Codable {
    package var id: String
    package var edition: String
    /// SHA-256 of the text, lower-case hexadecimal.
    package var hash: String

    package init(id: String, edition: String, hash: String) {
        self.id = id
        self.edition = edition
        self.hash = hash
    }
}

extension School {
    package static func decide(_ state: School?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch (state, command) {
        case (nil, .found(let name, let pack)):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Only an installation can add a school.", whoMay: [])
            }
            return [.founded(name: name, pack: pack, at: desk.now)]
        case (.some, .found): throw .wrongState("This school exists already.")
        case (nil, _): throw .notFound
        case (.some(let school), .adopt(let pack)):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Only an installation can change the edition.", whoMay: [])
            }
            return school.adopted == pack.inForce ? [] : [.adopted(pack: pack, at: desk.now)]
        case (.some, .setCalendar(let terms, let insetDays)):
            try desk.requireKeeper()
            return [.calendarSet(terms: try checked(terms), insetDays: insetDays.sorted())]
        case (.some, .setEmailDomains(let domains)):
            try desk.requireKeeper()
            return [.emailDomainsSet(domains: domains.map { $0.lowercased() })]
        case (.some, .setHosts(let hosts)):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Only an installation can give a school a host name.", whoMay: [])
            }
            return [.hostsSet(hosts: hosts.map { $0.lowercased() })]
        case (.some(let school), .addBlackout(let first, let last, let reason, let note)):
            return [try school.blackoutAdded(first, last, reason, note, at: desk)]
        case (.some(let school), .removeBlackout(let first, let last)):
            try desk.require(anyOf: desk.pack.blackoutSetters, to: "end a blackout")
            guard school.blackouts.contains(where: { $0.first == first && $0.last == last }) else {
                throw .wrongState("There is no blackout on these days any more.")
            }
            return [.blackoutRemoved(first: first, last: last, by: desk.person, at: desk.now)]
        }
    }

    private static func checked(_ terms: [Term]) throws(Refusal) -> [Term] {
        let sorted = terms.sorted { $0.first < $1.first }
        for term in sorted where term.last < term.first {
            throw .incomplete([
                FieldProblem("terms", "The term that begins \(term.first.longText) ends before it begins")
            ])
        }
        for (term, next) in zip(sorted, sorted.dropFirst()) where next.first <= term.last {
            throw .incomplete([
                FieldProblem("terms", "The terms that begin \(term.first.longText) and \(next.first.longText) overlap")
            ])
        }
        return sorted
    }

    package static func evolve(_ state: School?, _ event: Event) -> School {
        switch event {
        case .founded(let name, let pack, let at):
            return School(name: name, founded: at, adopted: pack.inForce)
        case .adopted, .calendarSet, .emailDomainsSet, .hostsSet, .blackoutAdded, .blackoutRemoved: break
        }
        // An event other than the first always follows it: `decide` refuses every other order.
        guard var school = state else { return School.unfounded }
        switch event {
        case .founded: break
        case .adopted(let pack, _): school.adopted = pack.inForce
        case .calendarSet(let terms, let insetDays):
            school.terms = terms
            school.insetDays = insetDays
        case .emailDomainsSet(let domains): school.emailDomains = domains
        case .hostsSet(let hosts): school.hosts = hosts
        case .blackoutAdded(let blackout): school.blackouts.append(blackout)
        case .blackoutRemoved(let first, let last, _, _):
            school.blackouts.removeAll { $0.first == first && $0.last == last }
        }
        return school
    }

    private static let unfounded = School(
        name: "", founded: Instant(seconds: 0), adopted: PackInForce(id: "", edition: "", hash: ""))

    package var summary: Summary {
        Summary(
            title: name, subtitle: adopted.edition, status: "running", facets: hosts.map { SummaryFacet("host", $0) },
            audience: [.everyone])
    }

    package static func people(in command: Command) -> Set<PersonID> { [] }
    package var people: Set<PersonID> { [] }
    package static func available(_ state: School?, at desk: Desk) -> [String] {
        guard let state else { return [] }
        let blackouts = ["addBlackout"] + (state.blackouts.isEmpty ? [] : ["removeBlackout"])
        return (desk.has(anyOf: Desk.keepers) ? ["setCalendar", "setEmailDomains"] : [])
            + (desk.has(anyOf: desk.pack.blackoutSetters) ? blackouts : [])
    }
}

extension Desk {
    /// Who keeps the school's people and particulars in order.
    package static let keepers: [Role] = [.administrator, .headteacher]

    func requireKeeper() throws(Refusal) {
        try require(anyOf: Desk.keepers, to: "change the school's particulars")
    }
}
