import Testing

@testable import Policy
@testable import Records

/// Leave to show a child, asked where a post is looked at, approved and published.
@Suite("Leave to show a child, at each gate")
struct LeaveGateTests {
    private static let day = Moment.today
    private static let said = Pupil.Said(
        giver: ConsentGiver(name: "Jo Bell", relation: .parent), means: .paper, on: Moment.today)

    /// What was said of a child, and whether it is leave for one of the school's pages on Mastodon, today.
    struct Said: Sendable, CustomTestStringConvertible {
        var what: String
        var commands: [Pupil.Command] = []
        /// On what the school relies for the purpose; nil where it does not use pictures for it.
        var basis: LawfulBasis? = .consent
        var isLeave: Bool
        /// For social media alone.
        var isOfPlatform = false
        var testDescription: String { what }
    }

    private static func cases(_ purpose: ImagePurpose) -> [Said] {
        func given(until: Day? = nil, platforms: [String] = []) -> Pupil.Command {
            .recordConsent([purpose: true], said, until: until, platforms: platforms)
        }
        let refused = Pupil.Command.recordConsent([purpose: false], said, until: nil, platforms: [])
        let others = Dictionary(
            uniqueKeysWithValues: ImagePurpose.allCases.filter { $0 != purpose }.map { ($0, true) })
        return [
            Said(what: "never asked", isLeave: false),
            Said(what: "asked, and no answer", commands: [.ask], isLeave: false),
            Said(what: "yes", commands: [given()], isLeave: true),
            Said(what: "no", commands: [refused], isLeave: false),
            Said(
                what: "yes for everything else", commands: [.recordConsent(others, said, until: nil, platforms: [])],
                isLeave: false),
            Said(what: "no, then yes", commands: [refused, given()], isLeave: true),
            Said(what: "yes, then no", commands: [given(), refused], isLeave: false),
            Said(what: "yes, then withdrawn", commands: [given(), .withdraw([purpose], said)], isLeave: false),
            Said(what: "yes until today", commands: [given(until: day)], isLeave: true),
            Said(what: "withdrawn by link", commands: [given(), .withdrawByLink(by: said.giver)], isLeave: false),
            Said(what: "yes, and never to be shown", commands: [given(), .protect], isLeave: false),
            Said(what: "never to be shown, and taken off", commands: [given(), .protect, .unprotect], isLeave: true),
            Said(what: "yes, and leaves today", commands: [given(), .setLeaving(day)], isLeave: true),
            Said(what: "yes, and recorded as having left today", commands: [given(), .leave(on: day)], isLeave: false),
            Said(
                what: "yes, and leaves tomorrow", commands: [given(), .setLeaving(day.adding(days: 1))], isLeave: true),
            Said(
                what: "yes, and left yesterday", commands: [given(), .leave(on: day.adding(days: -1))], isLeave: false),
            Said(what: "another basis", basis: .publicTask, isLeave: true),
            Said(
                what: "another basis, and the last day is today", commands: [.setLeaving(day)], basis: .publicTask,
                isLeave: true),
            Said(
                what: "another basis, and recorded as having left today", commands: [.leave(on: day)],
                basis: .publicTask, isLeave: false),
            Said(what: "another basis, and an objection", commands: [refused], basis: .publicTask, isLeave: false),
            Said(
                what: "another basis, and never to be shown", commands: [.protect], basis: .publicTask, isLeave: false),
            Said(what: "no use of pictures for it", commands: [], basis: nil, isLeave: false),
        ]
            + (purpose != .socialMedia
                ? []
                : [
                    Said(
                        what: "yes for this platform", commands: [given(platforms: ["mastodon"])], isLeave: true,
                        isOfPlatform: true),
                    Said(
                        what: "yes for another platform", commands: [given(platforms: ["facebook"])], isLeave: false,
                        isOfPlatform: true),
                    Said(
                        what: "yes for two platforms", commands: [given(platforms: ["facebook", "mastodon"])],
                        isLeave: true, isOfPlatform: true),
                ])
    }

    private func pack(_ purpose: ImagePurpose, _ basis: LawfulBasis?) throws -> Pack {
        try Pack.named("grange").with { process in
            var bases = Dictionary(uniqueKeysWithValues: ImagePurpose.allCases.map { ($0, LawfulBasis.consent) })
            bases[purpose] = basis
            process.imageUses = Setting(ImageUses(bases))
        }
    }

    /// The child after what was said, as posts see them.
    private func card(_ said: Said, _ pack: Pack) throws -> PupilCard {
        var state: Pupil?
        let particulars = Pupil.Particulars(first: "Ada", last: "Bell", className: "Oak", year: 3)
        let commands =
            [Pupil.Command.join(PupilID("c-ada"), particulars, on: Self.day.adding(days: -30))] + said.commands
        for command in commands {
            var desk = try Desk.of(.office, pack: pack)
            if case .withdrawByLink = command { desk.person = .family }
            for event in try Pupil.decide(state, command, at: desk) { state = Pupil.evolve(state, event) }
        }
        return try #require(state).card(under: pack.imageConsent, on: Self.day)
    }

    /// The desk of a post for one account of a purpose, with a child in its picture.
    private func desk(_ order: PostOrder, _ state: Post?, _ purpose: ImagePurpose, _ card: PupilCard?, _ pack: Pack)
        throws
        -> Desk
    {
        var desk = try order.desk(state, under: pack)
        desk.accounts["oak"]?.purpose = purpose
        desk.pupils = card.map { [$0.id: $0] } ?? [:]
        return desk
    }

    private static let content = PostContent(words: "A trip", accounts: ["oak"], pictures: [PictureID("pond")])

    /// A post of one account and one picture, with leave for all it needs, brought to where an order can be given.
    private func post(before order: PostOrder, _ purpose: ImagePurpose, _ pack: Pack) throws -> Post? {
        let leave = ImageLeave(purpose: purpose, basis: .consent, until: nil)
        var ada = PupilCard.ada
        ada.leaves = [leave]
        var state: Post?
        for step in [PostOrder.start, .submit, .approve, .schedule] where step != order {
            let desk = try desk(step, state, purpose, ada, pack)
            let command = step == .start ? .start(Self.content, wantedAt: nil) : step.command
            state = try Post.decide(state, command, at: desk).reduce(state) { Post.evolve($0, $1) }
            if step == (order == .submit ? .start : order == .approve ? .submit : .schedule) { break }
        }
        return state
    }

    private func isStopped(_ order: PostOrder, _ state: Post?, at desk: Desk) throws -> Bool {
        do {
            let after = try Post.decide(state, order.command, at: desk).reduce(state) { Post.evolve($0, $1) }
            return after?.holdKinds.contains(.consent) == true
        } catch {
            return true
        }
    }

    @Test("of a child who may not be shown on an account it is not said once more that they may not be shown")
    func toldOnce() throws {
        let pack = try pack(.socialMedia, .consent)
        let general = PostRemark(
            kind: .consent, severity: .stop, place: .picture(0), says: "Somebody may not be shown here.",
            mend: "Cover.",
            pupil: PupilCard.ada.id)
        var refused = PupilCard.ada
        refused.leaves = []
        var desk = try desk(.submit, nil, .socialMedia, refused, pack)
        desk.proof?.remarks = [general]
        let told = try Self.content.findings(on: [Self.day], at: desk)
        #expect(told.count == 1 && told.first?.says.contains("may not be shown on") == true)
        // With leave for the account the general finding is the only one, and stays.
        var shown = PupilCard.ada
        shown.leaves = [ImageLeave(purpose: .socialMedia, basis: .consent, until: nil)]
        desk.pupils = [shown.id: shown]
        #expect(try Self.content.findings(on: [Self.day], at: desk) == [general])
    }

    @Test(
        "what was said of a child counts alike where a post is looked at, submitted, approved and published",
        arguments: ImagePurpose.allCases)
    func gates(_ purpose: ImagePurpose) throws {
        for said in Self.cases(purpose) {
            let pack = try pack(purpose, said.basis)
            let card = try card(said, pack)
            let looked = try Self.content.findings(
                on: [Self.day], at: desk(.submit, nil, purpose, card, pack))
            #expect(looked.isEmpty == said.isLeave, "\(said.what), looked at")
            for order in [PostOrder.submit, .approve, .publish] {
                let post = try post(before: order, purpose, pack)
                let isStopped = try isStopped(order, post, at: desk(order, post, purpose, card, pack))
                #expect(isStopped != said.isLeave, "\(said.what), \(order)")
            }
        }
    }

    @Test("a child of whom nothing is known is not shown", arguments: [PostOrder.submit, .approve, .publish])
    func unknown(_ order: PostOrder) throws {
        let pack = try pack(.website, .consent)
        let post = try post(before: order, .website, pack)
        #expect(try isStopped(order, post, at: desk(order, post, .website, nil, pack)))
    }

    @Test("a yes that ends before the post goes out stops it at the approval, and one that ends on its day does not")
    func endsBefore() throws {
        let pack = try pack(.website, .consent)
        for (days, isLeave) in [(4, false), (5, true), (6, true)] {
            var card = PupilCard.ada
            card.leaves = [ImageLeave(purpose: .website, basis: .consent, until: Self.day.adding(days: days))]
            let found = try Self.content.findings(
                on: [Self.day, Self.day.adding(days: 5)], at: desk(.submit, nil, .website, card, pack))
            #expect(found.isEmpty == isLeave, "\(days)")
        }
    }

    @Test("refused, never asked, ended and never to be shown are told in the same words at every gate")
    func alike() throws {
        let pack = try pack(.website, .consent)
        let silent = ["never asked", "no", "yes, then withdrawn", "yes, and never to be shown"]
        var told: Set<String> = []
        for said in Self.cases(.website) where silent.contains(said.what) {
            let card = try card(said, pack)
            told.formUnion(
                try Self.content.findings(on: [Self.day], at: desk(.submit, nil, .website, card, pack)).map {
                    "\($0.says) \($0.mend)"
                })
        }
        #expect(
            told == [
                "Somebody in picture 1 may not be shown on Oak on Mastodon. Take the picture out, cover the face, or leave the account out."
            ])
    }

    @Test("leave for one of two accounts stops the post on the other alone")
    func twoAccounts() throws {
        let pack = try pack(.website, .consent)
        var desk = try desk(.submit, nil, .website, nil, pack)
        desk.accounts["site"]?.purpose = .press
        var ada = PupilCard.ada
        ada.leaves = [ImageLeave(purpose: .website, basis: .consent, until: nil)]
        desk.pupils = [ada.id: ada]
        var content = Self.content
        content.accounts = ["oak", "site"]
        let found = try content.findings(on: [Self.day], at: desk)
        #expect(found.map(\.says) == ["Somebody in picture 1 may not be shown on The website."])
    }

    @Test("of two children in two pictures each is told at the picture in which they are")
    func twoPictures() throws {
        let pack = try pack(.website, .consent)
        var desk = try desk(.submit, nil, .website, nil, pack)
        var (ada, bo, gate) = (PupilCard.ada, PupilCard.ada, PictureCard.pond)
        ada.leaves = []
        (bo.id, bo.first, bo.leaves) = (PupilID("c-bo"), "Bo", [])
        (gate.id, gate.pupils) = (PictureID("gate"), [bo.id])
        desk.pupils = [ada.id: ada, bo.id: bo]
        desk.pictures[gate.id] = gate
        var content = Self.content
        content.pictures = [gate.id, PictureID("pond")]
        let found = try content.findings(on: [Self.day], at: desk)
        #expect(found.map(\.place) == [.picture(0), .picture(1)] && found.map(\.pupil) == [bo.id, ada.id])
    }
}
