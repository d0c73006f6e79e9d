import Testing

@testable import Policy
@testable import Records

@Suite("Publishing a post, and taking it down")
struct PostPublishingTests {
    private func apply(_ state: Post?, _ order: PostOrder, change: (inout Desk) -> Void = { _ in }) throws -> Post? {
        var desk = try order.desk(state, under: .named("grange"))
        change(&desk)
        return try Post.decide(state, order.command, at: desk).reduce(state) { Post.evolve($0, $1) }
    }

    /// What may stand against it, and how the desk then looks.
    static let obstacles: [(HoldReason.Kind, @Sendable (inout Desk) -> Void)] = [
        (.blackout, { $0.blackouts = [.sample] }),
        (.account, { $0.accounts["oak"]?.isOpen = false }),
        (.account, { $0.accounts["oak"] = nil }),
        (.picture, { $0.pictures[PictureID("pond")]?.isKept = false }),
        (.picture, { $0.pictures[PictureID("pond")]?.goesOn = Moment.today.adding(days: -1) }),
        (.picture, { $0.pictures[PictureID("pond")]?.untaggedFaces = 1 }),
        (.consent, { $0.pupils[PupilID("c-ada")]?.leaves = [] }),
        (.consent, { $0.pupils = [:] }),
        (.notChecked, { $0.proof = nil }),
        (.changed, { $0.proof?.hash = "11" }),
    ]

    @Test("each thing that stands against a post holds it", arguments: obstacles.indices)
    func holds(index: Int) throws {
        let (kind, change) = Self.obstacles[index]
        let held = try apply(try PostStage.scheduled.state(under: .named("grange")), .publish, change: change)
        #expect(held?.holdKinds.contains(kind) == true)
        #expect(held?.status == .held && held?.copies.isEmpty == true)
    }

    @Test("why a post is held names no child, wherever the name was found")
    func namelessHold() throws {
        let scheduled = try PostStage.scheduled.state(under: .named("grange"))
        let places: [PostRemark.Place] = [.words(account: nil), .altText(0), .fileName(0), .picture(0), .whole]
        for kind in [CheckKind.pupilFullName, .pupilPartialName, .pupilFirstName, .consent, .jigsaw, .nameWithImage] {
            for place in places {
                var says = "“Ada Bell” is somebody."
                if case .picture = place { says = "Somebody in picture 1 is somebody." }
                let isText = place != .whole && place != .picture(0)
                if !isText, place == .whole { says = "These words point to one child." }
                let remark = PostRemark(
                    kind: kind, severity: .stop, place: place, start: isText ? 0 : nil, end: isText ? 8 : nil,
                    says: says, mend: "", pupil: PupilID("c-ada"))
                let held = try apply(scheduled, .publish) { desk in
                    desk.proof = PostProof(hash: PostOrder.hash, remarks: [remark])
                    desk.pupils[PupilID("c-ada")]?.leaves = []
                }
                guard case .held(_, _, let hold)? = held?.phase else {
                    Issue.record("\(kind) in \(place) does not hold it")
                    continue
                }
                #expect(Set(hold.reasons.map(\.kind)) == [.consent, .finding])
                for reason in hold.reasons {
                    #expect(!reason.text.contains("Ada") && !reason.text.contains("Bell"), "\(reason.text)")
                    #expect(reason.text.hasSuffix(".") && reason.pupil == PupilID("c-ada"))
                }
            }
        }
    }

    @Test("leave is asked for each account, by what it is and where it is")
    func leaves() throws {
        let scheduled = try PostStage.scheduled.state(under: .named("grange"))
        func reasons(_ leaves: [ImageLeave]) throws -> [String] {
            let held = try apply(scheduled, .publish) { $0.pupils[PupilID("c-ada")]?.leaves = leaves }
            guard case .held(_, _, let hold)? = held?.phase else { return [] }
            return hold.reasons.map(\.text)
        }
        let website = ImageLeave(purpose: .website, basis: .consent, until: nil)
        let mastodon = ImageLeave(purpose: .socialMedia, platforms: ["mastodon"], basis: .consent, until: Moment.today)
        #expect(try reasons([website, mastodon]).isEmpty)
        #expect(try reasons([website]) == ["Somebody in picture 1 may not be shown on Oak on Mastodon."])
        #expect(try reasons([mastodon]) == ["Somebody in picture 1 may not be shown on The website."])
        var elsewhere = mastodon
        elsewhere.platforms = ["facebook"]
        #expect(try reasons([website, elsewhere]) == ["Somebody in picture 1 may not be shown on Oak on Mastodon."])
        var ended = mastodon
        ended.until = Moment.today.adding(days: -1)
        #expect(try reasons([website, ended]) == ["Somebody in picture 1 may not be shown on Oak on Mastodon."])
    }

    @Test("what is held by more than a blackout waits for a person; a blackout ends by itself")
    func waiting() throws {
        let held = try PostStage.held.state(under: .named("grange"))
        #expect(try apply(held, .publish) == held)
        let dark = try PostStage.blackedOut.state(under: .named("grange"))
        #expect(try apply(dark, .publish) { $0.blackouts = [.sample] } == dark)
        #expect(try apply(dark, .publish)?.status == .publishing)
        #expect(try PostStage.blackedOut.state(under: .named("grange"))?.summary.duties.isEmpty == true)
        #expect(held?.summary.duties.map(\.assignees) == [[.person(Cast.applicant.id), .person(Cast.head.id)]])
    }

    @Test("a try that failed is tried again when its time comes, and not before")
    func retry() throws {
        let sending = try PostStage.sending.state(under: .named("grange"))
        let later = Moment.now.adding(seconds: 60)
        let desk = try PostOrder.deliveryFailed.desk(sending, under: .named("grange"))
        let waiting = try Post.decide(
            sending, .deliveryFailed(copy: "oak-1", reason: "Away", again: later), at: desk
        ).reduce(sending) { Post.evolve($0, $1) }
        #expect(throws: Refusal.self) { try apply(waiting, .beginDelivery) }
        let again = try apply(waiting, .beginDelivery) { $0.now = later }
        #expect(
            try again?.copy("oak-1").state
                == .sending(PostCopy.Attempts(tries: 2, next: later, last: "Away"), since: later))
    }

    @Test("told twice that it arrived, it is written down once")
    func twice() throws {
        let published = try PostStage.published.state(under: .named("grange"))
        let desk = try PostOrder.delivered.desk(published, under: .named("grange"))
        #expect(try Post.decide(published, PostOrder.delivered.command, at: desk).isEmpty)
    }

    @Test("what is put up on none of its accounts is withdrawn")
    func nowhere() throws {
        var state = try apply(try PostStage.failed.state(under: .named("grange")), .abandon)
        let desk = try PostOrder.abandon.desk(state, under: .named("grange"))
        state = try Post.decide(state, .abandon(copy: "oak-1", reason: "Not now"), at: desk).reduce(state) {
            Post.evolve($0, $1)
        }
        // A try that failed may have got through: it is left out once it was looked for.
        #expect(state?.status == .publishing && state?.isOut == true)
        state = try apply(state, .notThere)
        #expect(state?.status == .withdrawn && state?.isOut == false)
    }

    @Test("a correction is approved anew, takes the place of what stood there, and counts as one")
    func correction() throws {
        var state = try PostStage.correcting.state(under: .named("grange"))
        #expect(state?.isOut == true)
        for order in [PostOrder.save, .submit, .approve, .schedule, .publish] { state = try apply(state, order) }
        #expect(state?.copies.map(\.id) == ["oak-1", "site-1", "oak-2", "site-2"])
        guard case .removing(_, _, byHand: false, _) = try #require(state).copy("oak-1").state,
            case .removing(_, _, byHand: true, _) = try #require(state).copy("site-1").state
        else {
            Issue.record("the old copies stay")
            return
        }
        #expect(state?.live?.content == .other && state?.live?.number == 2)
        #expect(state?.isBeingCorrected == false)
        #expect(state?.published?.copies.map(\.account) == ["oak", "site"])
    }

    @Test("each role may have a published post taken down, or may not", arguments: Role.allCases)
    func withdrawers(role: Role) throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.published.state(under: pack)
        var desk = try Desk.of(.volunteer, roles: Role.including([role]), pack: pack)
        desk.layPosts()
        let may: Set<Role> = [.headteacher, .slt, .dsl, .dpo, .administrator]
        let refusal = refusal { () throws(Refusal) in try Post.decide(state, PostOrder.withdraw.command, at: desk) }
        #expect((refusal == nil) == may.contains(role))
    }

    @Test("blackouts are set by those whom the policy names, and by nobody else", arguments: Role.allCases)
    func blackoutSetters(role: Role) throws {
        let school = School(name: "Oak", founded: Moment.now, adopted: PackInForce(id: "", edition: "", hash: ""))
        let grange = try Pack.named("grange")
        let packs: [(Pack, Set<Role>)] = [
            (grange, [.headteacher, .slt, .dsl]),
            (grange.with { $0.blackoutRequesters = Setting([.administrator]) }, [.administrator]),
            (grange.with { $0.blackoutRequesters = Setting([.governor]) }, [.governor, .chair]),
        ]
        for (pack, may) in packs {
            let desk = try Desk.of(.volunteer, roles: Role.including([role]), pack: pack)
            let add = School.Command.addBlackout(
                first: Moment.today, last: Moment.today, reason: .election, note: "")
            let refused = refusal { () throws(Refusal) in try School.decide(school, add, at: desk) }
            #expect((refused == nil) == may.contains(role), "\(role)")
            #expect(School.available(school, at: desk).contains("addBlackout") == may.contains(role))
            var dark = school
            dark.blackouts = [.sample]
            let end = School.Command.removeBlackout(first: Blackout.sample.first, last: Blackout.sample.last)
            let kept = refusal { () throws(Refusal) in try School.decide(dark, end, at: desk) }
            #expect((kept == nil) == may.contains(role), "\(role)")
        }
    }

    @Test("a blackout is for days that are to come")
    func blackouts() throws {
        let pack = try Pack.named("grange")
        let school = School(name: "Oak", founded: Moment.now, adopted: PackInForce(id: "", edition: "", hash: ""))
        let (today, next) = (Moment.today, Moment.today.adding(days: 1))
        func add(_ first: Day, _ last: Day, _ who: Cast) throws -> School {
            try School.decide(
                school, .addBlackout(first: first, last: last, reason: .election, note: ""), at: .of(who, pack: pack)
            ).reduce(school) { School.evolve($0, $1) }
        }
        let dark = try add(today, next, .head)
        #expect(dark.blackouts.map(\.first) == [today])
        #expect(throws: Refusal.self) { try add(today, next, .applicant) }
        #expect(throws: Refusal.self) { try add(next, today, .head) }
        #expect(throws: Refusal.self) { try add(today.adding(days: -3), today.adding(days: -1), .head) }
        let light = try School.decide(dark, .removeBlackout(first: today, last: next), at: .of(.head, pack: pack))
            .reduce(dark) { School.evolve($0, $1) }
        #expect(light == school)
    }
}
