import Policy
import Records

/// What an event of one record demands of others: decided by pure functions, carried out in the same transaction.
struct Reaction: Sendable {
    enum Target: Sendable {
        case record(RecordID)
        /// Every record of a kind that names this person, or whose password they know.
        case naming(PersonID, Kind)
        /// The takedown of every published post that shows or names this child.
        case showing(PupilID)
        /// Every post on its way to its accounts that shows or names this child.
        case sending(PupilID)
        /// Every picture in which this child is tagged.
        case picturing(PupilID)
        /// The record of a kind that each person who is here has.
        case everyPerson(Kind)
    }

    var target: Target
    var intent: @Sendable (RecordID) -> Intent

    static func to<R: Record>(_ target: Target, _: R.Type, _ command: @escaping @Sendable (RecordID) -> R.Command)
        -> Reaction
    {
        Reaction(target: target) { Drawer<R>.intent(command($0)) }
    }
}

enum Reactions {
    /// The one table of reactions.
    static func follow(_ event: any RecordEvent, on record: RecordID, under pack: Pack) -> [Reaction] {
        switch event {
        case let event as Person.Event: follow(event, person: PersonID(record.key))
        case let event as Account.Event: follow(event, under: pack)
        case let event as School.Event: follow(event)
        case let event as Pupil.Event: follow(event, pupil: PupilID(record.key)) + redate(event, PupilID(record.key))
        case let event as Post.Event: follow(event, RecordID(.takedown, record.key))
        case let event as Takedown.Event: follow(event, RecordID(.post, record.key))
        default: []
        }
    }

    private static func follow(_ event: Person.Event, person: PersonID) -> [Reaction] {
        switch event {
        case .joined: [askDeclaration(person)]
        case .left:
            [
                .to(.naming(person, .declaration), Declaration.self) { _ in .close },
                .to(.naming(person, .training), Training.self) { _ in .close },
                .to(.naming(person, .account), Account.self) { _ in .noteLeaver(person) },
                .to(.naming(person, .judgement), Judgement.self) { _ in .noteLeaver(person) },
                .to(.naming(person, .post), Post.self) { _ in .noteLeaver(person) },
            ]
        case .corrected, .rolesChanged, .linkMade: []
        }
    }

    /// Those who are to run an account are asked for what the policy wants of them first.
    private static func follow(_ event: Account.Event, under pack: Pack) -> [Reaction] {
        let people: [PersonID] =
            switch event {
            case .applied(_, let application), .revised(_, let application): application.operators
            case .opened(_, let posters, let administrators, _, _, _, _, _),
                .peopleSet(let posters, let administrators, _, _, _):
                Set(posters + administrators).sorted()
            case .handedOver(let to, _, _, _, _): [to]
            case .withdrawn, .approved, .sentBack, .rejected, .passwordChanged, .revealed, .accessReviewed, .closed,
                .connected, .disconnected, .unofficialReported, .unofficialActedOn, .leaverNoted:
                []
            }
        let needs = pack.process.operatorsNeed.value
        return people.flatMap { person in
            (needs.contains(.declaration) ? [askDeclaration(person)] : [])
                + (needs.contains(.training)
                    ? [.to(.record(RecordID(.training, person.rawValue)), Training.self) { _ in .ask(person) }] : [])
        }
    }

    /// What was published with a child goes once leave to show them has ended.
    private static func follow(_ event: Pupil.Event, pupil: PupilID) -> [Reaction] {
        let ended: [ImagePurpose] =
            switch event {
            case .answered(let answers): answers.filter { $0.decision != .given }.map(\.purpose)
            case .publicationSet(let isProtected, _, _): isProtected ? ImagePurpose.allCases : []
            case .left: ImagePurpose.allCases
            case .joined, .corrected, .parentsNamed, .leavingSet, .asked, .reopened: []
            }
        return ended.isEmpty ? [] : takeDown(pupil, ended)
    }

    /// First the takedown, which lists what somebody may have put up by hand; then what is still to go up does not.
    static func takeDown(_ pupil: PupilID, _ purposes: [ImagePurpose]) -> [Reaction] {
        [
            .to(.showing(pupil), Takedown.self) { _ in .open(pupil, purposes: purposes) },
            .to(.sending(pupil), Post.self) { _ in .stopUnsent(pupil, purposes: purposes) },
        ]
    }

    /// A post's record and its takedown's know the same of each copy.
    private static func follow(_ event: Post.Event, _ takedown: RecordID) -> [Reaction] {
        switch event {
        case .delivered: [.to(.record(takedown), Takedown.self) { _ in .openEnded }]
        // Whoever is told to look for it need not: the platform was asked.
        case .removed(let copy, _, _), .notThere(let copy, _):
            [.to(.record(takedown), Takedown.self) { _ in .noteGone(account: PostCopy.account(of: copy)) }]
        default: []
        }
    }

    private static func follow(_ event: Takedown.Event, _ post: RecordID) -> [Reaction] {
        guard case .gone(let account, _) = event else { return [] }
        return [.to(.record(post), Post.self) { _ in .noteGone(account: account) }]
    }

    private static func follow(_ event: School.Event) -> [Reaction] {
        switch event {
        case .adopted: [.to(.everyPerson(.declaration), Declaration.self) { .ask(PersonID($0.key)) }]
        case .founded, .calendarSet, .emailDomainsSet, .hostsSet, .blackoutAdded, .blackoutRemoved: []
        }
    }

    /// When a child leaves, or leave to show them changes, so may the day on which pictures of them go.
    private static func redate(_ event: Pupil.Event, _ pupil: PupilID) -> [Reaction] {
        switch event {
        case .leavingSet, .left, .answered, .publicationSet, .reopened:
            [.to(.picturing(pupil), Picture.self) { _ in .noteChange(pupil) }]
        case .joined, .corrected, .parentsNamed, .asked: []
        }
    }

    private static func askDeclaration(_ person: PersonID) -> Reaction {
        .to(.record(RecordID(.declaration, person.rawValue)), Declaration.self) { _ in .ask(person) }
    }
}
