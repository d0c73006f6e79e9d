import Ledger
package import Policy
package import Records

/// One kind of record behind one face, so that the office treats them all alike.
package protocol Drawing: Sendable {
    var kind: Kind { get }
    func forms(at desk: Desk) -> [Form]
    func available(_ state: [UInt8]?, at desk: Desk) throws -> [String]
    func prefill(_ state: [UInt8], command: String) throws -> Input
    func people(_ state: [UInt8]) throws -> Set<PersonID>
    func pupils(_ state: [UInt8]) throws -> Set<PupilID>
    func pictures(_ state: [UInt8]) throws -> Set<PictureID>
    func accounts(_ state: [UInt8]) throws -> Set<String>
    func published(_ state: [UInt8]) throws -> PublishedPost?
    /// Makes a command of a form's answers.
    func intent(_ command: String, _ answers: Answers, at desk: Desk) throws(Refusal) -> Intent
    func span(ofDuty key: String, under process: Process) -> Span?
    /// Folds a record's history and shows what it comes to.
    func replay(_ payloads: [[UInt8]]) throws -> (state: [UInt8], summary: Summary)
}

/// A command of some kind, ready to be decided.
package struct Intent: Sendable {
    package let kind: Kind
    /// The people whom it names.
    package let people: Set<PersonID>
    let pupils: Set<PupilID>
    let pictures: Set<PictureID>
    let accounts: Set<String>
    let decide: @Sendable (_ state: [UInt8]?, _ desk: Desk) throws -> Decided
}

/// What a decision came to.
struct Decided: Sendable {
    var happened: [any RecordEvent]
    var events: [NewEvent]
    var state: [UInt8]
    var summary: Summary?
}

package struct Drawer<R: Record>: Drawing {
    package init() {}
    package var kind: Kind { R.kind }

    package func forms(at desk: Desk) -> [Form] { R.forms(at: desk).map(\.form) }

    package func available(_ state: [UInt8]?, at desk: Desk) throws -> [String] {
        R.available(try state.map(Self.read), at: desk)
    }

    package func prefill(_ state: [UInt8], command: String) throws -> Input { try Self.read(state).prefill(command) }
    package func people(_ state: [UInt8]) throws -> Set<PersonID> { try Self.read(state).people }
    package func pupils(_ state: [UInt8]) throws -> Set<PupilID> { try Self.read(state).pupils }
    package func pictures(_ state: [UInt8]) throws -> Set<PictureID> { try Self.read(state).pictures }
    package func accounts(_ state: [UInt8]) throws -> Set<String> { try Self.read(state).accounts }
    package func published(_ state: [UInt8]) throws -> PublishedPost? { try Self.read(state).published }

    package func span(ofDuty key: String, under process: Process) -> Span? { R.span(ofDuty: key, under: process) }

    package func intent(_ command: String, _ answers: Answers, at desk: Desk) throws(Refusal) -> Intent {
        guard let form = R.forms(at: desk).first(where: { $0.form.name == command }) else { throw .notFound }
        return Self.intent(try form.make(answers))
    }

    package static func intent(_ command: R.Command) -> Intent {
        Intent(
            kind: R.kind, people: R.people(in: command), pupils: R.pupils(in: command),
            pictures: R.pictures(in: command),
            accounts: R.accounts(in: command)
        ) { state, desk in
            let before = try state.map(read)
            let events = try R.decide(before, command, at: desk)
            var after = before
            for event in events { after = R.evolve(after, event) }
            return Decided(
                happened: events,
                events: try events.map {
                    NewEvent(type: "\(R.kind.rawValue).\($0.name)", payload: try Coding.encode($0))
                },
                state: try after.map { try Coding.encode($0) } ?? [], summary: after?.summary)
        }
    }

    package func replay(_ payloads: [[UInt8]]) throws -> (state: [UInt8], summary: Summary) {
        var state: R?
        for payload in payloads { state = R.evolve(state, try Coding.decode(R.Event.self, from: payload)) }
        guard let state else { throw OfficeError.unreadable("a record without events") }
        return (try Coding.encode(state), state.summary)
    }

    package static func read(_ bytes: [UInt8]) throws -> R { try Coding.decode(R.self, from: bytes) }
}

/// Every kind there is. A new kind of record is one more line.
package enum Cabinet {
    package static let drawers: [any Drawing] = [
        Drawer<School>(), Drawer<Person>(), Drawer<Declaration>(), Drawer<Training>(), Drawer<Account>(),
        Drawer<Edition>(), Drawer<KeptAnswer>(), Drawer<Judgement>(), Drawer<Post>(),
        Drawer<Pupil>(), Drawer<Takedown>(), Drawer<Picture>(),
    ]

    package static func drawer(_ kind: Kind) -> any Drawing {
        switch kind {
        case .school: Drawer<School>()
        case .person: Drawer<Person>()
        case .declaration: Drawer<Declaration>()
        case .training: Drawer<Training>()
        case .account: Drawer<Account>()
        case .edition: Drawer<Edition>()
        case .answer: Drawer<KeptAnswer>()
        case .judgement: Drawer<Judgement>()
        case .post: Drawer<Post>()
        case .pupil: Drawer<Pupil>()
        case .takedown: Drawer<Takedown>()
        case .picture: Drawer<Picture>()
        }
    }
}
