import Testing

@testable import Policy
@testable import Records

/// The last day at the school, at each gate: what a child's own record says, a post that is to go out, a copy on its way,
/// a takedown, and the day on which a picture goes.
@Suite("A pupil's last day")
struct LastDayTests {
    private static let id = PupilID("c-ada")
    private static let last = Moment.today
    private static let image = StoredImage(blob: "b", hash: "00", width: 400, height: 300, byteCount: 9)

    /// How it was recorded, on which day from the last one it is looked at, and whether there is leave then.
    struct Case: Sendable, CustomTestStringConvertible {
        var isRecordedAsLeft: Bool
        var days: Int
        var isLeave: Bool
        var testDescription: String { "\(isRecordedAsLeft ? "left" : "leaves"), \(days) days after the last" }
    }

    private static let cases = [
        Case(isRecordedAsLeft: false, days: -1, isLeave: true), Case(isRecordedAsLeft: false, days: 0, isLeave: true),
        Case(isRecordedAsLeft: false, days: 1, isLeave: false), Case(isRecordedAsLeft: true, days: 0, isLeave: false),
        Case(isRecordedAsLeft: true, days: 1, isLeave: false),
    ]

    private func pack() throws -> Pack {
        try Pack.synthetic().with { process in
            process.imageUses = Setting(ImageUses([.website: .consent, .display: .publicTask]))
        }
    }

    private func pupil(_ isLeft: Bool) throws -> Pupil {
        let said = Pupil.Said(
            giver: ConsentGiver(name: "Jo Bell", relation: .parent), means: .paper, on: Self.last.adding(days: -20))
        let commands: [Pupil.Command] = [
            .join(Self.id, Pupil.Particulars(first: "Ada", last: "Bell"), on: Self.last.adding(days: -30)),
            .recordConsent([.website: true], said, until: nil, platforms: []),
            isLeft ? .leave(on: Self.last) : .setLeaving(Self.last),
        ]
        var state: Pupil?
        for command in commands {
            let desk = try Desk.of(.office, pack: try pack())
            for event in try Pupil.decide(state, command, at: desk) { state = Pupil.evolve(state, event) }
        }
        return try #require(state)
    }

    /// A desk on the day that is looked at, with the child in the one picture.
    private func desk(_ at: Case, _ who: Cast = .lead, isReaction: Bool = false) throws -> Desk {
        let pack = try pack()
        let now = Moment.now.adding(seconds: Int64(at.days) * 86_400)
        var desk = try Desk.of(who, pack: pack, now: now, isReaction: isReaction)
        desk.pupils = [Self.id: try pupil(at.isRecordedAsLeft).card(under: pack.imageConsent, on: desk.today)]
        var card = PictureCard.pond
        card.pupils = [Self.id]
        desk.pictures = [card.id: card]
        return desk
    }

    @Test("the child's own record and card say the same, whatever the school relies on", arguments: cases)
    func card(_ at: Case) throws {
        let (pupil, desk) = (try pupil(at.isRecordedAsLeft), try desk(at))
        let terms = desk.pack.imageConsent
        let card = try #require(desk.pupils[Self.id])
        for purpose in [ImagePurpose.website, .display] {
            #expect(card.leave(for: purpose, on: nil, day: desk.today).isGiven == at.isLeave, "\(purpose)")
            #expect(pupil.standing(purpose, under: terms, on: desk.today).isLeave == at.isLeave, "\(purpose)")
        }
        #expect(card.isHere == at.isLeave)
        #expect((pupil.standing(.website, under: terms, on: desk.today) == .ended(Self.last)) == !at.isLeave)
    }

    @Test("a post is stopped, and a copy on its way is not sent", arguments: cases)
    func post(_ at: Case) throws {
        var desk = try desk(at)
        var account = try #require(try PostOrder.submit.desk(nil, under: desk.pack).accounts["oak"])
        account.purpose = .website
        desk.accounts = ["oak": account]
        let picture = PictureCard.pond.id
        let content = PostContent(words: "A trip", accounts: ["oak"], pictures: [picture])
        #expect(content.leaveRemarks(on: desk.today, at: desk).isEmpty == at.isLeave)
        let approval = PostApproval(
            by: Cast.head.id, at: desk.now, note: "", hash: "00", until: desk.now.adding(seconds: 86_400), known: [])
        let live = LivePost(
            content: content, hash: "00", approval: approval,
            pictures: [LivePost.Picture(id: picture, hash: "00", altText: "A pond")], children: [Self.id], at: desk.now,
            number: 1)
        let copy = PostCopy(
            account: "oak", title: "Oak", platform: "website", purpose: .website, number: 1, words: "A trip",
            state: .waiting(.init(next: desk.now)))
        let events: [Post.Event] = [
            .started(
                content: content, wantedAt: nil, circle: [], readers: [], by: Cast.lead.id, at: desk.now),
            .publishingBegan(published: live, copies: [copy], at: desk.now),
        ]
        let post = try #require(events.reduce(nil) { Post.evolve($0, $1) })
        #expect(post.mayShow(copy, at: desk) == at.isLeave)
    }

    @Test("what is up is to be taken down from the same moment", arguments: cases)
    func takedown(_ at: Case) throws {
        var desk = try desk(at, .office, isReaction: true)
        let copy = PublishedCopy(
            account: "oak", accountName: "Oak", platform: "website", address: "https://school.example/1",
            purpose: .website, people: [])
        desk.published = PublishedPost(title: "A trip", copies: [copy], pictures: [PictureCard.pond.id])
        #expect(try Takedown.decide(nil, .openEnded, at: desk).isEmpty == at.isLeave)
    }

    @Test(
        "the picture goes so long after the last day, however that was recorded and whenever it is looked at",
        arguments: cases)
    func picture(_ at: Case) throws {
        let desk = try desk(at, isReaction: true)
        let taken = TakenPicture(id: PictureID("pic"), fileName: "", image: Self.image, faces: [])
        var picture: Picture?
        for command in [Picture.Command.take(taken), .tag(Self.id, PictureArea(x: 0, y: 0, width: 90, height: 90))] {
            for event in try Picture.decide(picture, command, at: desk) { picture = Picture.evolve(picture, event) }
        }
        #expect(picture?.goesOn == Self.last.adding(days: 30))
    }
}
