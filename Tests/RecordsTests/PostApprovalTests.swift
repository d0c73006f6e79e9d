import Testing

@testable import Policy
@testable import Records

@Suite("What an approval of a post is of")
struct PostApprovalTests {
    private func remark(_ severity: Severity, _ kind: CheckKind = .claim, says: String = "Best in the county.")
        -> PostRemark
    {
        PostRemark(
            kind: kind, severity: severity, place: .words(account: nil), start: 0, end: 3, says: says, mend: "Check it."
        )
    }

    private func apply(
        _ state: Post?, _ order: PostOrder, remarks: [PostRemark] = [], change: (inout Desk) -> Void = { _ in }
    )
        throws -> Post?
    {
        var desk = try order.desk(state, under: .named("grange"))
        desk.layPosts(remarks)
        change(&desk)
        return try Post.decide(state, order.command, at: desk).reduce(state) { Post.evolve($0, $1) }
    }

    @Test("two contents have the same bytes only if they are the same", arguments: 1...30)
    func canonical(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        func text() -> String { ["", "a", "ab", "1:a", "2:ab", "oak", "0:"].randomElement(using: &random) ?? "" }
        func content() -> (PostContent, [PictureID: PictureCard]) {
            var own: [String: String] = [:]
            for account in ["oak", "site"] where Bool.random(using: &random) { own[account] = text() }
            var card = PictureCard.pond
            card.hash = text()
            card.altText = text()
            return (
                PostContent(
                    words: text(), ownWords: own, accounts: [text(), text()].filter { !$0.isEmpty },
                    pictures: Bool.random(using: &random) ? [card.id] : [], speaker: text(), source: text()),
                [card.id: card]
            )
        }
        for _ in 0..<200 {
            let (a, b) = (content(), content())
            let same =
                a.0 == b.0
                && a.0.pictures.allSatisfy { a.1[$0]?.hash == b.1[$0]?.hash && a.1[$0]?.altText == b.1[$0]?.altText }
            #expect((a.0.canonical(pictures: a.1) == b.0.canonical(pictures: b.1)) == same)
        }
    }

    @Test("nobody can approve what they did not look at")
    func otherHash() throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.submitted.state(under: pack)
        let desk = try PostOrder.approve.desk(state, under: pack)
        #expect(throws: Refusal.superseded) { try Post.decide(state, .approve(hash: "11", note: ""), at: desk) }
    }

    @Test("a picture that was changed since it was submitted stops the approval, and one changed later the publishing")
    func changedPicture() throws {
        let submitted = try PostStage.submitted.state(under: .named("grange"))
        #expect(throws: Refusal.self) { try apply(submitted, .approve) { $0.proof?.hash = "changed" } }
        let scheduled = try PostStage.scheduled.state(under: .named("grange"))
        let held = try apply(scheduled, .publish) { $0.proof?.hash = "changed" }
        #expect(held?.holdKinds == [.changed])
    }

    @Test("what is not checked goes nowhere", arguments: [(PostStage.draft, PostOrder.submit), (.submitted, .approve)])
    func notChecked(stage: PostStage, order: PostOrder) throws {
        let state = try stage.state(under: .named("grange"))
        #expect(throws: Refusal.wrongState("The checks could not be made, so the post stays where it is. Try again.")) {
            try apply(state, order) { $0.proof = nil }
        }
    }

    @Test("a finding that stops cannot be submitted, and is told with its mend")
    func stops() throws {
        let draft = try PostStage.draft.state(under: .named("grange"))
        #expect(throws: Refusal.incomplete([FieldProblem("", "Best in the county. Check it")])) {
            try apply(draft, .submit, remarks: [remark(.stop)])
        }
    }

    @Test("each warning needs a word of its own, which is kept; advice needs none")
    func warnings() throws {
        let pack = try Pack.named("grange")
        let draft = try PostStage.draft.state(under: pack)
        let (one, two) = (remark(.warning), remark(.warning, .link, says: "It leads away."))
        var desk = try PostOrder.submit.desk(draft, under: pack)
        desk.layPosts([one, two, remark(.advice, says: "Long."), remark(.off, says: "Never seen.")])
        #expect(
            throws: Refusal.incomplete([
                FieldProblem("why.\(two.key)", "Say why this may stand: It leads away")
            ])
        ) { try Post.decide(draft, .submit(confirmations: [one.key: "We won", two.key: "  "]), at: desk) }
        let sent = try Post.decide(draft, .submit(confirmations: [one.key: "We won", two.key: "Ours"]), at: desk)
            .reduce(draft) { Post.evolve($0, $1) }
        #expect(sent?.submission?.confirmations.map(\.why) == ["We won", "Ours"])
        #expect(sent?.submission?.remarks.map(\.severity) == [.warning, .warning, .advice])
    }

    @Test(
        "what the checks newly find stops an approval, and after it the publishing",
        arguments: [Severity.warning, .stop])
    func news(severity: Severity) throws {
        let submitted = try PostStage.submitted.state(under: .named("grange"))
        #expect(throws: Refusal.self) { try apply(submitted, .approve, remarks: [remark(severity)]) }
        let scheduled = try PostStage.scheduled.state(under: .named("grange"))
        #expect(try apply(scheduled, .publish, remarks: [remark(severity)])?.holdKinds == [.finding])
        #expect(try apply(scheduled, .publish, remarks: [remark(.advice)])?.status == .publishing)
    }

    @Test(
        "what may cause controversy goes to those whom the policy names for it",
        arguments: [(Severity.leader, CheckKind.claim), (.advice, .controversial)])
    func leaders(severity: Severity, kind: CheckKind) throws {
        let pack = try Pack.named("grange").with { $0.controversialPostApprovers = Setting([.headteacher]) }
        var state = try PostStage.draft.state(under: pack)
        var desk = try PostOrder.submit.desk(state, under: pack)
        desk.layPosts([remark(severity, kind)])
        state = try Post.decide(state, .submit(confirmations: [:]), at: desk).reduce(state) { Post.evolve($0, $1) }
        #expect(state?.submission?.approvers == [.headteacher])
        var leader = try Desk.of(.leader, pack: pack)
        leader.layPosts([remark(severity, kind)])
        guard
            case .notAuthorised(_, whoMay: [.headteacher]) = refusal({ () throws(Refusal) in
                try Post.decide(state, PostOrder.approve.command, at: leader)
            })
        else {
            Issue.record("a leader approves")
            return
        }
    }

    @Test(
        "where only its author could approve, another leader stands in, and at last the chair",
        arguments: [
            ([Role.headteacher: 1, .slt: 2], [Role.headteacher, .slt]),
            ([.headteacher: 1, .slt: 1, .chair: 1], [.headteacher, .chair]),
            ([.headteacher: 2, .slt: 2], [.headteacher]),
        ])
    func standIns(holders: [Role: Int], approvers: [Role]) throws {
        let pack = try Pack.named("grange").with { $0.postApprovers = Setting([.headteacher]) }
        var desk = try Desk.of(.applicant, roles: [.headteacher, .slt, .staff], pack: pack, holders: holders)
        desk.layPosts()
        var state = try Post.decide(nil, PostOrder.start.command, at: desk).reduce(Post?.none) { Post.evolve($0, $1) }
        state = try Post.decide(state, PostOrder.submit.command, at: desk).reduce(state) { Post.evolve($0, $1) }
        #expect(state?.submission?.approvers == approvers)
    }

    @Test("where the policy asks for no approval, what is submitted is approved by it; a leader is asked all the same")
    func noApproval() throws {
        let pack = try Pack.named("grange").with { $0.postApprovers = Setting([]) }
        let draft = try PostStage.draft.state(under: pack)
        func submit(_ remarks: [PostRemark]) throws -> Post? {
            var desk = try PostOrder.submit.desk(draft, under: pack)
            desk.layPosts(remarks)
            return try Post.decide(draft, PostOrder.submit.command, at: desk).reduce(draft) { Post.evolve($0, $1) }
        }
        let approved = try submit([])
        #expect(approved?.status == .approved && approved?.approved?.1.by == .office)
        #expect(try submit([remark(.leader)])?.submission?.approvers == pack.posts.leaders)
    }

    @Test("an approval counts for as long as the policy says, and not a second longer")
    func expiry() throws {
        let pack = try Pack.named("grange")
        let approved = try #require(try PostStage.approved.state(under: pack))
        let until = try #require(approved.approved?.1.until)
        #expect(until == (try Desk.of(.head, pack: pack)).due(within: pack.posts.approvalLasts))
        func schedule(at moment: Instant) throws -> Post? {
            var desk = try Desk.of(.applicant, pack: pack)
            desk.layPosts()
            return try Post.decide(approved, .schedule(at: moment), at: desk).reduce(approved) { Post.evolve($0, $1) }
        }
        #expect(throws: Refusal.self) { try schedule(at: until.adding(seconds: 1)) }
        #expect(throws: Refusal.self) { try schedule(at: Moment.now.adding(seconds: -1)) }
        let scheduled = try schedule(at: until)
        #expect(try apply(scheduled, .publish) { $0.now = until.adding(seconds: -1) } == scheduled)
        // Leave ends before that here, so the picture's child is taken off.
        let atLast = try apply(scheduled, .publish) { desk in
            desk.now = until
            desk.pictures[PictureID("pond")]?.pupils = []
            desk.pictures[PictureID("pond")]?.isNobodyIdentifiable = true
        }
        #expect(atLast?.status == .publishing)
        #expect(
            try apply(scheduled, .publish) { $0.now = until.adding(seconds: 1) }?.holdKinds.contains(.expired) == true)
    }

    @Test("a wish for a time is kept by the approval, and one that has passed means at once")
    func wanted() throws {
        let pack = try Pack.named("grange")
        let later = Moment.now.adding(seconds: 3600)
        var desk = try PostOrder.start.desk(nil, under: pack)
        var state = try Post.decide(nil, .start(.sample, wantedAt: later), at: desk).reduce(Post?.none) {
            Post.evolve($0, $1)
        }
        state = try apply(state, .submit)
        #expect(try apply(state, .approve)?.dueAt == later)
        #expect(try apply(state, .approve) { $0.now = later.adding(seconds: 60) }?.dueAt == later.adding(seconds: 60))
        desk.now = later.adding(seconds: 1)
        let draft = try apply(state, .sendBack)
        #expect(throws: Refusal.self) { try Post.decide(draft, .submit(confirmations: [:]), at: desk) }
    }

    @Test("whoever had a hand in a picture of it does not approve it, and may send it back")
    func pictureHands() throws {
        let pack = try Pack.named("grange").with { $0.postApprovers = Setting([.headteacher, .slt]) }
        let draft = try PostStage.draft.state(under: pack)
        func desk(_ who: Cast, hands: [Cast]) throws -> Desk {
            var desk = try Desk.of(who, pack: pack)
            desk.layPosts()
            desk.pictures[PictureID("pond")]?.hands = hands.map(\.id)
            return desk
        }
        let sent = try Post.decide(draft, .submit(confirmations: [:]), at: desk(.applicant, hands: [.head]))
            .reduce(draft) { Post.evolve($0, $1) }
        #expect(sent?.submission?.pictureHands == [Cast.head.id])
        // Said after it was submitted, and no longer known to the picture.
        for (who, hands, may) in [
            (Cast.head, [Cast.head], false), (.head, [], false), (.leader, [.head], true),
            (.leader, [.head, .leader], false),
        ] {
            let desk = try desk(who, hands: hands)
            let refused = refusal { () throws(Refusal) in
                try Post.decide(sent, .approve(hash: PostOrder.hash, note: ""), at: desk)
            }
            #expect((refused == nil) == may, "\(who) \(hands)")
            let available = Post.available(sent, at: desk)
            #expect(available.contains("approve") == may && available.contains("sendBack"))
            #expect(try !Post.decide(sent, .sendBack(note: "Again", comments: []), at: desk).isEmpty)
        }
        #expect(sent.map { !$0.people.contains(Cast.head.id) } == true)
    }

    @Test("where only those could approve who had a hand in a picture, another leader stands in")
    func pictureStandIn() throws {
        let pack = try Pack.named("grange").with { $0.postApprovers = Setting([.headteacher]) }
        let draft = try PostStage.draft.state(under: pack)
        var desk = try Desk.of(.applicant, pack: pack)
        desk.layPosts()
        desk.pictures[PictureID("pond")]?.hands = [Cast.head.id]
        let sent = try Post.decide(draft, .submit(confirmations: [:]), at: desk).reduce(draft) { Post.evolve($0, $1) }
        #expect(sent?.submission?.approvers == [.headteacher, .slt])
    }

    @Test("whoever wrote a part of it does not decide on it, however often it is sent on after")
    func earlierHands() throws {
        let pack = try Pack.named("grange")
        var state = try PostStage.draft.state(under: pack)
        var desk = try PostOrder.save.desk(state, under: pack)
        desk.person = Cast.lead.id
        state = try Post.decide(state, .save(.other, wantedAt: nil), at: desk).reduce(state) { Post.evolve($0, $1) }
        for order in [PostOrder.submit, .sendBack, .submit] {
            let command = order == .sendBack ? Post.Command.sendBack(note: "Say when", comments: []) : order.command
            let desk = try order.desk(state, under: pack)
            state = try Post.decide(state, command, at: desk).reduce(state) { Post.evolve($0, $1) }
        }
        #expect(state?.submission?.hands.contains(Cast.lead.id) == true)
    }
}

extension Post {
    var holdKinds: [HoldReason.Kind] {
        if case .held(_, _, let hold) = phase { hold.reasons.map(\.kind) } else { [] }
    }
}
