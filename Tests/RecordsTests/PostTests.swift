import Testing

@testable import Policy
@testable import Records

@Suite("The life of a post")
struct PostTests {
    private func decide(_ state: Post?, _ command: Post.Command, at desk: Desk) throws(Refusal) -> Post? {
        try Post.decide(state, command, at: desk).reduce(state) { Post.evolve($0, $1) }
    }

    @Test(
        "a command is carried out at its stages and refused at every other, by whoever may give it",
        arguments: PostStage.allCases, PostOrder.allCases.filter { $0 != .looked })
    func pair(stage: PostStage, order: PostOrder) throws {
        let pack = try Pack.named("grange")
        let state = try stage.state(under: pack)
        let desk = try order.desk(state, under: pack)
        let refusal = refusal { () throws(Refusal) in try Post.decide(state, order.command, at: desk) }
        if stage.allowed.contains(order) {
            #expect(refusal == nil)
        } else if stage == .none {
            #expect(refusal == .notFound)
        } else {
            switch refusal {
            case .wrongState, .notFound: break
            case nil, .notAuthorised, .incomplete, .superseded:
                Issue.record("\(order) at \(stage): \(String(describing: refusal))")
            }
        }
    }

    @Test(
        "what follows a command is the stage that it is for",
        arguments: [
            (PostStage.none, PostOrder.start, Post.Status.draft), (.draft, .submit, .submitted),
            (.submitted, .approve, .approved), (.submitted, .sendBack, .returned), (.submitted, .refuse, .refused),
            (.submitted, .save, .draft), (.approved, .save, .draft), (.scheduled, .save, .draft),
            (.held, .save, .draft),
            (.returned, .save, .returned), (.returned, .submit, .submitted), (.approved, .submit, .submitted),
            (.approved, .schedule, .scheduled), (.scheduled, .unschedule, .approved), (.held, .schedule, .scheduled),
            (.scheduled, .publish, .publishing), (.held, .publish, .held), (.blackedOut, .publish, .publishing),
            (.publishing, .abandon, .publishing), (.sending, .deliveryFailed, .publishing),
            (.failed, .tryAgain, .publishing), (.published, .correct, .draft), (.correcting, .discard, .published),
            (.correcting, .withdraw, .withdrawing), (.published, .withdraw, .withdrawing),
            (.publishing, .withdraw, .withdrawn), (.recalled, .deliveryFailed, .withdrawing),
            (.recalled, .notThere, .withdrawn), (.failed, .withdraw, .withdrawing), (.published, .takeDown, .published),
            (.recalled, .delivered, .withdrawing), (.draft, .discard, .discarded),
        ])
    func following(from: PostStage, order: PostOrder, to: Post.Status) throws {
        let pack = try Pack.named("grange")
        let state = try from.state(under: pack)
        #expect(try decide(state, order.command, at: order.desk(state, under: pack))?.status == to)
    }

    @Test("each role may do to a submitted post what is its to do", arguments: Role.allCases)
    func roles(role: Role) throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.submitted.state(under: pack)
        var desk = try Desk.of(.volunteer, roles: Role.including([role]), pack: pack)
        desk.layPosts()
        let isApprover = !Role.including([role]).isDisjoint(with: pack.posts.approvers)
        for order in [PostOrder.approve, .sendBack, .refuse] {
            let refusal = refusal { () throws(Refusal) in try Post.decide(state, order.command, at: desk) }
            #expect((refusal == nil) == isApprover, "\(order): \(String(describing: refusal))")
        }
        // Neither the author nor anybody who runs its accounts.
        for order in [PostOrder.save, .submit] {
            guard
                case .notAuthorised? = refusal({ () throws(Refusal) in
                    try Post.decide(order == .submit ? .draftOf(state) : state, order.command, at: desk)
                })
            else {
                Issue.record("\(order) by \(role)")
                return
            }
        }
    }

    @Test("what only the office records, no person records", arguments: PostOrder.allCases.filter(\.isTheOffices))
    func officeOnly(order: PostOrder) throws {
        let pack = try Pack.named("grange")
        var desk = try Desk.of(.head, roles: Set(Role.allCases), pack: pack)
        desk.layPosts()
        for stage in PostStage.allCases where stage != .none {
            let state = try stage.state(under: pack)
            let refusal = refusal { () throws(Refusal) in try Post.decide(state, order.command, at: desk) }
            guard case .notAuthorised = refusal else {
                Issue.record("\(order) at \(stage): \(String(describing: refusal))")
                return
            }
        }
    }

    @Test(
        "a post is for accounts that are open and that its writer runs",
        arguments: [
            ([String](), "Choose at least one account"), (["shut"], "Choose only accounts that are open"),
            (["nowhere"], "Choose only accounts that are open"),
            (["others"], "You do not run Theirs, so choose another"),
        ])
    func accounts(accounts: [String], message: String) throws {
        let desk = try PostOrder.start.desk(nil, under: .named("grange"))
        let content = PostContent(words: "So", accounts: accounts)
        #expect(throws: Refusal.incomplete([FieldProblem("accounts", message)])) {
            try Post.decide(nil, .start(content, wantedAt: nil), at: desk)
        }
    }

    @Test("somebody else who runs an account of it may change it, and is then one of those who wrote it")
    func colleague() throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.draft.state(under: pack)
        var lead = try Desk.of(.lead, roles: [.slt, .staff], pack: pack)
        lead.layPosts()
        let saved = try decide(state, .save(.other, wantedAt: nil), at: lead)
        let submitted = try decide(saved, .submit(confirmations: [:]), at: PostOrder.submit.desk(saved, under: pack))
        #expect(submitted?.submission?.hands == [Cast.applicant.id, Cast.lead.id])
        #expect(
            refusal { () throws(Refusal) in try Post.decide(submitted, PostOrder.approve.command, at: lead) }
                == .notAuthorised(
                    reason: "You wrote this post or changed it, so somebody else decides on it.",
                    whoMay: pack.posts.approvers))
    }

    @Test("saving what stands already changes nothing, so an approval outlives it")
    func sameAgain() throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.approved.state(under: pack)
        let desk = try PostOrder.save.desk(state, under: pack)
        #expect(try Post.decide(state, .save(.sample, wantedAt: nil), at: desk).isEmpty)
    }

    @Test("a comment stands on the words that it quotes, and words that are not there are told")
    func comments() throws {
        let pack = try Pack.named("grange")
        let returned = try #require(try PostStage.returned.state(under: pack))
        guard case .returned(_, let back) = returned.phase else { return }
        #expect(back.comments == [PostComment(quote: "trip", start: 4, end: 8, text: "Which?")])
        let submitted = try PostStage.submitted.state(under: pack)
        let desk = try PostOrder.sendBack.desk(submitted, under: pack)
        #expect(
            throws: Refusal.incomplete([FieldProblem("comments", "These words are not in the post: zeppelin")])
        ) {
            try Post.decide(
                submitted, .sendBack(note: "", comments: [PostComment(quote: "zeppelin", text: "No")]), at: desk)
        }
    }

    @Test("what is offered is what is allowed", arguments: PostStage.allCases)
    func available(stage: PostStage) throws {
        let pack = try Pack.named("oakdene")
        let state = try stage.state(under: pack)
        for who in Cast.allCases where who != .gone {
            for roles in [who.roles] + Role.allCases.map({ [$0] }) {
                var desk = try Desk.of(who, roles: roles, pack: pack)
                desk.layPosts()
                let offered = Post.available(state, at: desk)
                #expect(Set(offered).count == offered.count)
                for order in PostOrder.allCases where !order.isTheOffices && order != .start {
                    let refusal = refusal { () throws(Refusal) in try Post.decide(state, order.command, at: desk) }
                    let isBarred: Bool =
                        switch refusal {
                        case .notAuthorised, .wrongState, .notFound: true
                        case nil, .incomplete, .superseded: false
                        }
                    #expect(
                        offered.contains(order.rawValue) == !isBarred,
                        "\(order) at \(stage) for \(who) as \(roles): \(String(describing: refusal))")
                }
            }
        }
    }

    @Test("every duty has somebody who may see the record", arguments: PostStage.allCases)
    func duties(stage: PostStage) throws {
        let summary = try stage.state(under: .named("grange"))?.summary
        let seen = Set((summary?.audience ?? []).map(\.token))
        #expect(Set((summary?.duties ?? []).map(\.key)).count == summary?.duties.count ?? 0)
        for duty in summary?.duties ?? [] {
            #expect(!duty.assignees.isEmpty && duty.assignees.allSatisfy { seen.contains($0.token) }, "\(duty.key)")
        }
    }

    @Test("a draft is for those who write it and those who approve; what is published is for the staff")
    func audience() throws {
        let pack = try Pack.named("grange")
        let draft = Set(try #require(try PostStage.draft.state(under: pack)).summary.audience)
        #expect(draft.isSuperset(of: [.person(Cast.applicant.id), .person(Cast.lead.id), .role(.headteacher)]))
        #expect(draft.isDisjoint(with: [.everyone, .role(.teacher), .role(.staff), .role(.governor), .role(.parent)]))
        let published = Set(try #require(try PostStage.published.state(under: pack)).summary.audience)
        #expect(published.contains(.role(.teacher)))
        #expect(published.isDisjoint(with: [.everyone, .role(.governor), .role(.contractor), .role(.parent)]))
    }

    @Test("a published post is found by each child in it, and by whether it is out", arguments: PostStage.allCases)
    func facets(stage: PostStage) throws {
        let facets = try stage.state(under: .named("grange"))?.summary.facets ?? []
        let isOut: Set<PostStage> = [.sending, .published, .correcting, .withdrawing, .recalled]
        #expect(facets.contains(SummaryFacet("out", "yes")) == isOut.contains(stage))
        if isOut.contains(stage) { #expect(facets.contains(SummaryFacet("pupil", "c-ada"))) }
    }

    @Test("once its author has left, whoever runs its accounts goes on with it")
    func leaver() throws {
        let pack = try Pack.named("grange")
        let state = try PostStage.returned.state(under: pack)
        let desk = try PostOrder.noteLeaver.desk(state, under: pack)
        let left = try #require(try decide(state, .noteLeaver(Cast.applicant.id), at: desk))
        #expect(left.summary.duties.map(\.assignees) == [[.person(Cast.lead.id)]])
        #expect(try Post.decide(left, .noteLeaver(Cast.applicant.id), at: desk).isEmpty)
        let alone = try #require(try decide(left, .noteLeaver(Cast.lead.id), at: desk))
        #expect(alone.summary.duties.first?.assignees.contains(.role(.headteacher)) == true)
    }
}

extension Post? {
    /// The same post as it was before it was submitted.
    fileprivate static func draftOf(_ post: Post?) -> Post? {
        var draft = post
        draft?.phase = .draft
        return draft
    }
}
