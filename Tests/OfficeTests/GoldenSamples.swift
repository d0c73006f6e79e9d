@testable import Policy
@testable import Records

/// One event of every case, each leading to the next, so that a case without a sample does not compile.
enum GoldenSamples {
    private static let day = Day(number: 20_777)
    private static let at = Instant(seconds: 1_795_168_800)
    private static let due = Instant(seconds: 1_795_798_800)
    private static let ann = PersonID("p-ann")
    private static let bob = PersonID("p-bob")
    private static let demand = Demand(reason: "Its lead has left the school.", since: at, due: due)

    static func next(_ event: School.Event?) -> School.Event? {
        let pack = AdoptedPack(
            id: "oakdene", edition: "oakdene-2026.1", source: "format: 1\npack: oakdene\n", hash: "00ff")
        return switch event {
        case nil: .founded(name: "Oakdene Primary “School”", pack: pack, at: at)
        case .founded: .adopted(pack: pack, at: at)
        case .adopted:
            .calendarSet(terms: [Term(name: "Autumn 1", first: day, last: day.adding(days: 40))], insetDays: [day])
        case .calendarSet: .emailDomainsSet(domains: ["oakdene.example"])
        case .emailDomainsSet: .hostsSet(hosts: ["policy.oakdene.example"])
        case .hostsSet:
            .blackoutAdded(
                blackout: Blackout(
                    first: day, last: day.adding(days: 3), reason: .election, note: "Local", by: ann, at: at))
        case .blackoutAdded: .blackoutRemoved(first: day, last: day.adding(days: 3), by: bob, at: at)
        case .blackoutRemoved: nil
        }
    }

    static func next(_ event: Person.Event?) -> Person.Event? {
        switch event {
        case nil:
            .joined(
                person: ann,
                particulars: .init(name: "Ann Ó Briain", email: "ann@oakdene.example", roles: Role.allCases), on: day)
        case .joined: .corrected(name: "Ann O’Brien", email: "ann.obrien@oakdene.example")
        case .corrected: .rolesChanged(roles: [.teacher, .agencyWorker])
        case .rolesChanged: .linkMade(at: at)
        case .linkMade: .left(on: day)
        case .left: nil
        }
    }

    static func next(_ event: Declaration.Event?) -> Declaration.Event? {
        switch event {
        case nil: .asked(person: ann, edition: "oakdene-2026.1", due: due, at: at)
        case .asked: .declared(given: .init(edition: "oakdene-2026.1", at: at, renewalDue: due))
        case .declared: .closed(at: at)
        case .closed: nil
        }
    }

    static func next(_ event: Training.Event?) -> Training.Event? {
        switch event {
        case nil: .asked(person: ann, recorders: [.administrator, .slt], due: due, at: at)
        case .asked:
            .trained(
                person: ann,
                course: .init(
                    title: "Social media", on: day, until: day.adding(months: 12), renewalDue: due, recordedAt: at),
                recorders: [.administrator, .slt], by: bob)
        case .trained: .closed(at: at)
        case .closed: nil
        }
    }

    static func next(_ event: Account.Event?) -> Account.Event? {
        switch event {
        case nil: .applied(identity: identity, application: application)
        case .applied: .revised(identity: identity, application: application)
        case .revised: .withdrawn(reason: "Not now.", by: ann, at: at)
        case .withdrawn: .approved(approval: approval)
        case .approved: .sentBack(reason: "Say who reads it.", by: bob, at: at)
        case .sentBack: .rejected(reason: "There is one.", by: bob, at: at)
        case .rejected:
            .opened(
                opening: opening, posters: [ann], administrators: [bob], sealedSecret: "c2VhbGVk", by: bob,
                reviewers: [.administrator],
                reviewDue: due, at: at)
        case .opened: .passwordChanged(sealedSecret: "c2VhbGVk", reason: "Routine.", by: bob, at: at)
        case .passwordChanged: .revealed(reason: "To sign in.", by: bob, at: at)
        case .revealed: .peopleSet(posters: [ann], administrators: [bob], by: bob, rotation: demand, at: at)
        case .peopleSet:
            .accessReviewed(
                review: AccessReview(by: bob, at: at, kept: [bob], removed: [ann], note: "Moved on."), rotation: demand,
                handover: demand, nextDue: due)
        case .accessReviewed: .handedOver(to: bob, from: ann, note: "", by: bob, at: at)
        case .handedOver: .closed(on: day, reason: "No longer used.", by: bob, at: at)
        case .closed: .unofficialReported(identity: identity, account: unofficial)
        case .unofficialReported:
            .unofficialActedOn(action: .init(by: bob, at: at, done: "Wrote to the platform."), isSettled: true)
        case .unofficialActedOn:
            .leaverNoted(person: ann, rotation: demand, handover: demand, deciders: [.headteacher, .chair], at: at)
        case .leaverNoted:
            .connected(
                connection: .wordPress(site: "https://oakdene.example/blog", user: "hornbook"),
                sealedSecret: "c2VhbGVk",
                by: bob, at: at)
        case .connected: .disconnected(reason: "A new website.", by: bob, at: at)
        case .disconnected: nil
        }
    }

    static func next(_ event: Edition.Event?) -> Edition.Event? {
        switch event {
        case nil:
            .started(
                title: "Phones", reason: "Agreed in May.",
                base: PackInForce(id: "oakdene", edition: "oakdene-2026.1", hash: "00ff"),
                text: "format: 1\npack: oakdene\n", hash: "00fe", faults: 0, by: ann, at: at)
        case .started: .saved(text: "format: 1\n", hash: "00fd", faults: 2, note: "Text changed", by: bob, at: at)
        case .saved: .described(title: "Phones / watches", reason: "Agreed\nin June.")
        case .described: .readied(hash: "00fd", by: ann, at: at)
        case .readied: .discarded(reason: "Not now.", by: bob, at: at)
        case .discarded: nil
        }
    }

    /// Cases whose optional parts are left out, which is written otherwise.
    static let bareDeclaration = Declaration.Event.declared(
        given: .init(edition: "oakdene-2026.1", at: at, renewalDue: nil))
    static let bareAccount: [Account.Event] = [
        .connected(connection: .feed, sealedSecret: "", by: bob, at: at),
        .opened(
            opening: Opening(
                address: "https://oakdene.example/a", on: day, test: opening.test, isInPrivacyNotice: false,
                privacySetting: "Public", pupilUse: nil),
            posters: [], administrators: [], sealedSecret: "", by: bob, reviewers: [], reviewDue: due, at: at),
        .peopleSet(posters: [], administrators: [], by: bob, rotation: nil, at: at),
        .accessReviewed(
            review: AccessReview(by: bob, at: at, kept: [], removed: [], note: ""), rotation: nil, handover: nil,
            nextDue: due),
        .handedOver(to: bob, from: nil, note: "", by: bob, at: at),
        .leaverNoted(person: ann, rotation: nil, handover: nil, deciders: nil, at: at),
    ]

    private static let identity = AccountIdentity(platform: "other", platformName: "Padlet / Wall", name: "@oakdene")
    private static let application = Application(
        applicant: ann,
        purpose: BusinessCase(
            aim: "Share\nthe week", audience: "Families", promotion: "Newsletter", openness: .closed,
            email: "class@oakdene.example"),
        lead: ann, operators: [ann, bob], version: 2, appliedAt: at, decisionDue: due, deciders: [.slt, .chair])
    private static let approval = Approval(
        by: bob, at: at, note: "Good.", version: 2,
        readiness: [
            "p-ann": Readiness(declaredEdition: "oakdene-2026.1", declarationLapses: due, trainedUntil: day),
            "p-bob": Readiness(),
        ], openingDue: due, openers: [.administrator])
    private static let opening = Opening(
        address: "https://oakdene.example/a", on: day,
        test: OfficialPlatformTest(
            schoolHoldsMasterAccess: true, leadershipHasEditorialOversight: true, hasAsFewAdministratorsAsNeeded: false),
        isInPrivacyNotice: true, privacySetting: "Public", pupilUse: PupilUse(youngestAge: 9, parentsWereTold: true))
    private static let unofficial = UnofficialAccount(
        address: "https://x.example/fake", foundBy: ann, foundAt: at, description: "Our badge.", actionDue: due,
        actions: [.init(by: bob, at: at, done: "Reported it.")], isSettled: false)
}
